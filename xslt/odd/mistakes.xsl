<?xml version="1.0" encoding="UTF-8"?>
<!-- What keeps rules of someone else from being used: for each mistake what is said, the node, and of what it speaks. -->
<xsl:package name="https://jilu/odd/mistakes" package-version="1" version="3.0"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" default-mode="mistakes" exclude-result-prefixes="#all">

  <xsl:mode name="mistakes" visibility="public" on-no-match="shallow-skip"/>

  <xsl:template match="sch:schema[@queryBinding][not(matches(@queryBinding, '^\s*(xslt|xpath)[0-9.]*\s*$', 'i'))]" as="array(*)*">
    <xsl:sequence select="['binding', ., 'queryBinding', string(@queryBinding)]"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="sch:assert[not(@test)] | sch:report[not(@test)]" as="array(*)*">
    <xsl:sequence select="['lacks', ., local-name(), 'test']"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="sch:rule[not(@context or @abstract = 'true')]" as="array(*)*">
    <xsl:sequence select="['lacks', ., local-name(), 'context']"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="sch:value-of[not(@select)]" as="array(*)">
    <xsl:sequence select="['lacks', ., local-name(), 'select']"/>
  </xsl:template>

  <xsl:template match="sch:include | sch:extends[@href]" as="array(*)">
    <xsl:sequence select="['include', ., 'href', string(@href)]"/>
  </xsl:template>

  <xsl:template match="sch:extends[@rule][not(@rule = //sch:rule/@id)]" as="array(*)">
    <xsl:sequence select="['points', ., 'rule', string(@rule)]"/>
  </xsl:template>

  <xsl:template match="sch:pattern[@is-a][not(@is-a = //sch:pattern/@id)]" as="array(*)">
    <xsl:sequence select="['points', ., 'is-a', string(@is-a)]"/>
  </xsl:template>
</xsl:package>
