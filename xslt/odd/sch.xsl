<?xml version="1.0" encoding="UTF-8"?>
<!-- From the ODD to Schematron: a pattern for every constraint, so that no rule hides another. -->
<xsl:package name="https://jilu/odd/sch" package-version="1" version="3.0"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="sch" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:mode name="sch" visibility="public" on-no-match="fail"/>

  <!-- A rule is copied as it stands, without the manual’s line breaks. -->
  <xsl:mode name="rule" on-no-match="shallow-copy"/>

  <xsl:template match="/">
    <sch:schema queryBinding="xslt3" xml:lang="en">
      <xsl:comment> Made from {//schemaSpec/@ident}.odd: change that, then run “jilu schema”. </xsl:comment>
      <xsl:apply-templates select="//constraint/(sch:ns, xsl:key, sch:let)" mode="rule"/>
      <xsl:for-each select="//constraintSpec[constraint/sch:rule]">
        <xsl:sort select="@ident"/>
        <sch:pattern id="{@ident}.rule">
          <xsl:apply-templates select="constraint/sch:rule" mode="rule"/>
        </sch:pattern>
      </xsl:for-each>
      <sch:diagnostics>
        <xsl:apply-templates select="//constraint/sch:diagnostics/sch:diagnostic" mode="rule"/>
      </sch:diagnostics>
    </sch:schema>
  </xsl:template>

  <xsl:template mode="rule" match="*" priority="1">
    <xsl:element name="{name()}" namespace="{namespace-uri()}">
      <xsl:apply-templates select="@*, node()" mode="rule"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="rule" match="@*">
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="normalize-space()"/>
  </xsl:template>

  <xsl:template mode="rule" match="text()">
    <xsl:variable name="words" as="xs:string" select="replace(., '\s+', ' ')"/>
    <xsl:variable name="begun" as="xs:string"
        select="if (preceding-sibling::node()) then $words else replace($words, '^ ', '')"/>
    <xsl:value-of select="if (following-sibling::node()) then $begun else replace($begun, ' $', '')"/>
  </xsl:template>

</xsl:package>
