<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI Guidelines, chapter 12: what was supplied, deleted, unclear. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Insertions keep the brackets of the source and step back in Kai. -->
  <xsl:template match="supplied">
    <fo:inline font-family="kai"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="unclear | add | del | surplus | choice | sic | corr | orig | reg | expan">
    <fo:inline><xsl:apply-templates/></fo:inline>
  </xsl:template>
</xsl:stylesheet>
