<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse: stanzas and lines. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="lg | l">
    <div>
      <xsl:sequence select="j:attributes(., j:class(.))"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
</xsl:stylesheet>
