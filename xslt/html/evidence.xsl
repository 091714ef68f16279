<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of evidence among the others: which they are, and how the front page leads to them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A page that was made of all files; it stands beside the front page. -->
  <xsl:function name="j:is-evidence" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists(root($node)/TEI/text/body/div[@type = ('audit', 'interventions', 'concordance')])"/>
  </xsl:function>

  <!-- From one page of evidence to the others. -->
  <xsl:template name="evidence-ways">
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <nav class="ways" aria-label="{j:string('evidence-pages', j:interface(.))}">
      <ul>
        <xsl:for-each select="'audit', 'interventions', 'concordance'">
          <xsl:sequence select="j:entry($tei, . || '.html', j:string(., j:interface($tei)), ())"/>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:template>

  <xsl:template name="evidence-pages">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="pages" as="element()*"
        select="teiHeader/fileDesc/notesStmt/relatedItem[@type = ('audit', 'interventions', 'concordance')]/ref"/>
    <xsl:if test="exists($pages)">
      <nav class="evidence-nav" aria-labelledby="jilu-evidence" data-text="generated" lang="{j:interface-tag(.)}">
        <h2 id="jilu-evidence">{j:string('evidence-pages', $lang)}</h2>
        <ul>
          <xsl:for-each select="$pages">
            <li><a href="{j:href(@target, .)[1]}">{j:string(../@type, $lang)}</a><xsl:where-populated><span class="counts">{
                string-join(seg ! (j:string(@type || '-' || @n, $lang) || ' ' || .), j:string('separator', $lang))}</span></xsl:where-populated></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="TEI[j:is-evidence(.)]/text/body" priority="3">
    <div class="body">
      <header class="heads"><xsl:apply-templates select="head"/></header>
      <div class="matter"><xsl:apply-templates select="* except head"/></div>
    </div>
  </xsl:template>

  <xsl:template match="TEI[j:is-evidence(.)]/text/body/div/p" priority="3">
    <p class="lead"><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="TEI[j:is-evidence(.)]//div[@type = 'section']/head" priority="3">
    <h2 class="head"><xsl:apply-templates/></h2>
  </xsl:template>
</xsl:stylesheet>
