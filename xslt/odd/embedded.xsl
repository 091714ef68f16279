<?xml version="1.0" encoding="UTF-8"?>
<!-- The rules that a RELAX NG grammar holds, as ODDs are made into, as a Schematron schema of their own. -->
<xsl:package name="https://jilu/odd/embedded" package-version="1" version="3.0"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" default-mode="embedded" exclude-result-prefixes="#all">

  <xsl:mode name="embedded" visibility="public" on-no-match="shallow-skip"/>

  <xsl:template match="sch:schema">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="/*[not(self::sch:schema)]">
    <sch:schema queryBinding="xslt3">
      <xsl:for-each-group select=".//sch:ns" group-by="@prefix"><xsl:copy-of select="."/></xsl:for-each-group>
      <xsl:copy-of select=".//sch:let[not(ancestor::sch:pattern or ancestor::sch:rule)], .//xsl:key, .//xsl:function"/>
      <xsl:apply-templates/>
      <xsl:where-populated>
        <sch:diagnostics><xsl:copy-of select=".//sch:diagnostic"/></sch:diagnostics>
      </xsl:where-populated>
    </sch:schema>
  </xsl:template>

  <xsl:template match="sch:pattern">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="sch:rule">
    <sch:pattern><xsl:copy-of select="."/></sch:pattern>
  </xsl:template>
</xsl:package>
