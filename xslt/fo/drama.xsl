<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI Guidelines, chapter 7: speeches. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="sp">
    <fo:block><xsl:sequence select="j:id(.)"/><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- The label runs into the first paragraph, as it does in the source. -->
  <xsl:template match="speaker[following-sibling::*[1][self::p | self::ab]]"/>

  <xsl:template match="speaker" mode="run-in">
    <fo:inline font-family="hei"><xsl:apply-templates mode="fo"/></fo:inline>
  </xsl:template>

  <xsl:template match="speaker">
    <fo:block font-family="hei" keep-with-next.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="sp/stage | div/stage | body/stage">
    <fo:block font-family="kai" text-indent="2em"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="stage">
    <fo:inline font-family="kai"><xsl:apply-templates/></fo:inline>
  </xsl:template>
</xsl:stylesheet>
