<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of interventions: what was done to the texts, kind by kind, each with its place. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="j:interventions" as="element(j:intervention)*" select="$catalog/*/j:record/j:intervention"/>

  <xsl:template name="interventions">
    <div type="interventions">
      <p>{j:string('interventions-lead', $j:lang)}</p>
      <list type="summary">
        <xsl:for-each select="$j:kinds">
          <item n="{count($j:interventions[@kind = current()])}" corresp="#interventions.{.}">{j:string('kind-' || ., $j:lang)}</item>
        </xsl:for-each>
      </list>
      <xsl:for-each select="$j:kinds">
        <xsl:variable name="these" as="element(j:intervention)*" select="$j:interventions[@kind = current()]"/>
        <div type="section" xml:id="interventions.{.}">
          <head>{j:string('kind-' || ., $j:lang)}</head>
          <xsl:choose>
            <xsl:when test="exists($these)">
              <table>
                <row role="label">
                  <xsl:for-each select="'place', 'form', 'by'"><cell>{j:string('column-' || ., $j:lang)}</cell></xsl:for-each>
                </row>
                <xsl:apply-templates select="$these" mode="row"/>
              </table>
            </xsl:when>
            <xsl:otherwise><p>{j:string('none', $j:lang)}</p></xsl:otherwise>
          </xsl:choose>
        </div>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:mode name="row" on-no-match="fail"/>

  <xsl:template match="j:intervention" mode="row">
    <row>
      <cell><ref target="{j:pointer(../@id, @id)}">{j:place(../@id, @id)}</ref></cell>
      <cell>
        <seg type="context">{replace(@before, '^[，。、；：？！”’）》…]+', '')}</seg>
        <hi><xsl:if test="@xml:lang ne $j:tag"><xsl:copy-of select="@xml:lang"/></xsl:if>{if (@form ne '') then @form else '|'}</hi>
        <seg type="context">{replace(@after, '[“‘（《]+$', '')}</seg>
      </cell>
      <cell>{j:responsible(@resp)}</cell>
    </row>
  </xsl:template>
</xsl:stylesheet>
