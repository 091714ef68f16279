<?xml version="1.0" encoding="UTF-8"?>
<!-- From the ODD to Schematron: every constraint becomes one pattern, named after the element or class it sits in. -->
<xsl:package name="https://jilu/odd/sch" package-version="1" version="3.0"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="sch" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="constraint sch:rule sch:diagnostics"/>

  <xsl:mode name="sch" visibility="public" on-no-match="fail"/>

  <xsl:template match="/">
    <sch:schema queryBinding="xslt3" xml:lang="en">
      <xsl:comment> Made from {//schemaSpec/@ident}.odd; change that file, then run “jilu schema”. </xsl:comment>
      <xsl:copy-of select="//constraint/(sch:ns, xsl:key)" copy-namespaces="no"/>
      <xsl:for-each select="//constraintSpec[constraint/sch:rule]">
        <xsl:sort select="@ident"/>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
      <sch:diagnostics>
        <xsl:copy-of select="//constraint/sch:diagnostics/*" copy-namespaces="no"/>
      </sch:diagnostics>
    </sch:schema>
  </xsl:template>

  <xsl:template match="constraintSpec">
    <sch:pattern id="{@ident}.rule">
      <xsl:copy-of select="constraint/sch:rule" copy-namespaces="no"/>
    </sch:pattern>
  </xsl:template>

</xsl:package>
