<?xml version="1.0" encoding="UTF-8"?>
<!-- The expressions in rules of someone else: each as the attribute in which it stands. -->
<xsl:package name="https://jilu/odd/expressions" package-version="1" version="3.0"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" default-mode="expressions" exclude-result-prefixes="#all">

  <xsl:mode name="expressions" visibility="public" on-no-match="shallow-skip"/>

  <!-- What an abstract pattern says has parameters in it. -->
  <xsl:template match="sch:pattern[@abstract = 'true']"/>

  <xsl:template match="sch:*" as="attribute()*">
    <xsl:sequence select="@context, @test, @select, @path, self::sch:let/@value"/>
    <xsl:apply-templates/>
  </xsl:template>
</xsl:package>
