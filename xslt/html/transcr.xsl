<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcription: what is left out, put in, unclear, struck out, or given in two forms. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- An omission shows the mark that the source prints, and says to a screen reader what the mark means. -->
  <xsl:template match="gap">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="label" as="xs:string"
        select="j:string(if (@resp = '#compiler') then 'omission-compiler' else 'omission', $lang)"/>
    <xsl:variable name="mark" as="element()">
      <span role="img" aria-label="{$label}" title="{$label}">
        <xsl:sequence select="j:attributes(., string-join(('gap', 'by-compiler'[current()/@resp = '#compiler']), ' '))"/>
        <xsl:value-of select="j:mark(.)"/>
        <xsl:if test="empty(j:mark(.)) and not(desc)"><span data-text="generated">〔…〕</span></xsl:if>
        <xsl:apply-templates/>
      </span>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="j:is-block(.)"><p class="omission"><xsl:sequence select="$mark"/></p></xsl:when>
      <xsl:otherwise><xsl:sequence select="$mark"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="supplied | unclear | subst | sic | orig | surplus | damage | damageSpan | metamark | mod
      | restore | retrace | secl | space">
    <xsl:element name="{j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., local-name())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="add">
    <ins><xsl:sequence select="j:attributes(., 'add')"/><xsl:apply-templates/></ins>
  </xsl:template>

  <xsl:template match="del">
    <del><xsl:sequence select="j:attributes(., 'del')"/><xsl:apply-templates/></del>
  </xsl:template>

  <!-- Of two forms, the editor's follows the source's in brackets. -->
  <xsl:template match="choice/corr | choice/reg | choice/expan">
    <xsl:element name="{j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., local-name())"/>
      <xsl:sequence select="j:opening(., ())"/>
      <xsl:apply-templates/>
      <xsl:sequence select="j:closing(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="choice | corr | reg | ex | am | fw" priority="-1">
    <xsl:element name="{if (j:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="j:attributes(., local-name())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
