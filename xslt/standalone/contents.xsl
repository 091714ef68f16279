<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition's group of texts becomes its table of contents: each text by its label, date, kind and titles. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:j="urn:jilu"
    xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="standalone" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="text/group">
    <body>
      <div type="contents">
        <list><xsl:apply-templates select="group | xi:include"/></list>
      </div>
    </body>
  </xsl:template>

  <!-- Texts that stand together: the first leads, the others hang from it. -->
  <xsl:template match="group/group">
    <xsl:apply-templates select="xi:include[1]">
      <xsl:with-param name="together" as="element()*" select="(group | xi:include) except xi:include[1]"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="xi:include">
    <xsl:param name="together" as="element()*"/>
    <xsl:variable name="record" as="element(j:record)" select="j:included(@href)"/>
    <item corresp="{$record/@id}.xml">
      <xsl:for-each select="$record/j:date"><date when="{@when}"/></xsl:for-each>
      <xsl:for-each select="$record/j:kind"><term ref="{@target}"/></xsl:for-each>
      <xsl:for-each select="$record/j:head/head">
        <label><xsl:copy-of select="@type"/><xsl:apply-templates/></label>
      </xsl:for-each>
      <ref target="{$record/@id}.xml"><xsl:apply-templates select="$record/j:title"/></ref>
      <xsl:if test="exists($together)"><list><xsl:apply-templates select="$together"/></list></xsl:if>
    </item>
  </xsl:template>

  <xsl:template match="j:title">
    <title type="{@type}">{.}</title>
  </xsl:template>

  <xsl:function name="j:included" as="element(j:record)">
    <xsl:param name="href" as="xs:string"/>
    <xsl:sequence select="$documents[@file = j:inside($edition/@file, $href)]"/>
  </xsl:function>
</xsl:stylesheet>
