<?xml version="1.0" encoding="UTF-8"?>
<!-- Register entries: in the register itself, with every place where the texts name them; elsewhere, with the way there. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="standalone" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="mentions" match="j:mention | j:speech" use="@ref"/>

  <xsl:template match="TEI/standOff//(person | personGrp | place | org | event)[@xml:id]">
    <xsl:element name="{name()}">
      <xsl:apply-templates select="@*, node()"/>
      <xsl:sequence select="j:cited(key('mentions', @xml:id, $catalog)/self::j:mention, 'mention')"/>
      <xsl:sequence select="j:cited(key('mentions', @xml:id, $catalog)/self::j:speech, 'speech')"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="j:entry/(person | personGrp | place | org | event)">
    <xsl:element name="{name()}">
      <xsl:attribute name="copyOf" select="ancestor::j:record/@id || '.xml#' || @xml:id"/>
      <xsl:apply-templates select="@*, node()"/>
    </xsl:element>
  </xsl:template>

  <!-- By document, in the order of their dates. -->
  <xsl:function name="j:cited" as="element(bibl)*">
    <xsl:param name="mentions" as="element()*"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:for-each-group select="$mentions" group-by="../@id">
      <xsl:sort select="string(../j:date[../@role = 'document'][1]/@when)"/>
      <xsl:variable name="record" as="element(j:record)" select=".."/>
      <bibl type="{$type}" corresp="{$record/@id}.xml">
        <title>{$record/j:title[1]}</title>
        <xsl:for-each select="$record[@role = 'document']/j:date[1]"><date when="{@when}"/></xsl:for-each>
        <xsl:for-each select="current-group()">
          <ref target="{$record/@id}.xml{@in[. ne $record/@id] ! ('#' || .)}">
            <xsl:apply-templates/>
          </ref>
        </xsl:for-each>
      </bibl>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template match="j:mention/j:before | j:mention/j:after">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="j:mention/j:name">
    <hi>{.}</hi>
  </xsl:template>
</xsl:stylesheet>
