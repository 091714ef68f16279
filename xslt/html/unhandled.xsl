<?xml version="1.0" encoding="UTF-8"?>
<!-- Any element without a template of its own still gives its words, as a block or within the line. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="*" priority="-9">
    <xsl:element name="{if (j:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="j:attributes(., 'tei-' || local-name())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>
</xsl:stylesheet>
