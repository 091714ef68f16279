<?xml version="1.0" encoding="UTF-8"?>
<!-- What has no template of its own still gives its text: no word of anyone's TEI is lost. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="*" priority="-10">
    <fo:inline><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <!-- Beside blocks, and around them, it is a block. -->
  <xsl:template match="(body | div | front | back | sp | closer | opener | list)/*" priority="-9">
    <fo:block><xsl:apply-templates/></fo:block>
  </xsl:template>
</xsl:stylesheet>
