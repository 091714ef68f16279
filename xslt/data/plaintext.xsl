<?xml version="1.0" encoding="UTF-8"?>
<!-- Plain text, a line per block: mode "words" gives the document's own words alone, "apparatus" also what the compiler and this
     edition say of it: headline, omissions, numbers of paragraphs, sources. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="data" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="words" on-no-match="shallow-skip"/>
  <xsl:mode name="apparatus" on-no-match="shallow-skip"/>

  <xsl:variable name="line-like" as="xs:string+"
      select="tokenize('p ab head item speaker salute signed dateline addrLine titlePart l')"/>

  <xsl:template match="TEI" mode="words apparatus">
    <xsl:variable name="runs" as="xs:string*"><xsl:apply-templates select="text" mode="#current"/></xsl:variable>
    <xsl:value-of select="j:lines(string-join($runs))"/>
  </xsl:template>

  <xsl:template match="TEI" mode="apparatus" priority="1">
    <xsl:next-match/>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each
        select="teiHeader/fileDesc/sourceDesc//bibl">{if (@type) then '[' || @type || '] ' else ''}{normalize-space()}&#10;</xsl:for-each>
    <xsl:text>{j:gbt(j:csl(., j:speech(.)), 2025, (), ())}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[local-name() = $line-like]" mode="words apparatus">
    <xsl:sequence select="'&#10;'"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="'&#10;'"/>
  </xsl:template>

  <xsl:template match="p[@xml:id]" mode="apparatus" priority="1">
    <xsl:sequence select="'&#10;[' || replace(@xml:id, '^.*\.', '') || '] '"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="'&#10;'"/>
  </xsl:template>

  <xsl:template match="lb" mode="words apparatus"><xsl:sequence select="'&#10;'"/></xsl:template>

  <xsl:template match="head[@type = ('compiler', 'label')] | note[@resp]" mode="words" priority="2"/>

  <xsl:template match="gap" mode="apparatus">
    <xsl:sequence select="(if (j:stands-alone(.)) then '&#10;' else '') || j:omission(.) || (if (j:stands-alone(.)) then '&#10;'
        else '')"/>
  </xsl:template>

  <xsl:template match="text()[normalize-space() or ../text()[normalize-space()]]" mode="words apparatus">
    <xsl:sequence select="replace(., '\s*\n\s*', ' ')"/>
  </xsl:template>

  <xsl:function name="j:lines" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($text, '\n') ! normalize-space()[. ne ''] ! (. || '&#10;'))"/>
  </xsl:function>
</xsl:stylesheet>
