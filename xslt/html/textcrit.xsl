<?xml version="1.0" encoding="UTF-8"?>
<!-- Critical apparatus: the reading of the text, and the other readings after it, with their witnesses. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="app">
    <xsl:element name="{if (j:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="j:attributes(., 'app')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="lem | rdgGrp">
    <xsl:element name="{j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., local-name())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="rdg">
    <xsl:element name="{j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., 'rdg')"/>
      <xsl:sequence select="j:opening(., 'reading')"/>
      <xsl:apply-templates/>
      <xsl:if test="@wit"><span class="wit" data-text="generated"> {replace(@wit, '#', '')}</span></xsl:if>
      <xsl:sequence select="j:closing(.)"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
