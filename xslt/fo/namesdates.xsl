<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI Guidelines, chapter 14: names. In running text a name looks like the text around it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="persName | placeName | orgName | name | rs | forename | surname | roleName | addName | geogName">
    <xsl:apply-templates/>
  </xsl:template>
</xsl:stylesheet>
