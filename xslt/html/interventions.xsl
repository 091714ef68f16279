<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of interventions, and the switches with which a reader hides them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="div[@type = 'interventions' or @type = 'concordance']//table" priority="2">
    <div class="scroll">
      <table class="table register">
        <xsl:if test="head"><caption>{head}</caption></xsl:if>
        <xsl:if test="row[@role = 'label']"><thead><xsl:apply-templates select="row[@role = 'label']"/></thead></xsl:if>
        <tbody><xsl:apply-templates select="row[not(@role = 'label')]"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="div[@type = 'interventions']//cell/hi" priority="2">
    <span><xsl:sequence select="j:attributes(., 'form')"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- Only what the page has can be hidden; the style sheet does it, without a script. -->
  <xsl:template name="switches">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="text" as="element()?" select="ancestor-or-self::TEI/text"/>
    <xsl:variable name="kinds" as="xs:string*" select="'gap'[$text//gap], 'supplied'[$text//supplied], 'pb'[$text//pb],
        'hi'[$text//(hi | emph)]"/>
    <xsl:if test="exists($kinds)">
      <form class="switches" data-text="generated" lang="{j:interface-tag(.)}">
        <fieldset>
          <legend>{j:string('show', $lang)}</legend>
          <xsl:for-each select="$kinds">
            <label><input type="checkbox" id="show-{.}" checked="checked"/> {j:string('show-' || ., $lang)}</label>
          </xsl:for-each>
        </fieldset>
      </form>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
