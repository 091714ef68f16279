<?xml version="1.0" encoding="UTF-8"?>
<!-- What the registers know, put into words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The name of what a pointer points to: a person, a body, a kind of document. -->
  <xsl:function name="j:name-of" as="xs:string">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="entry" as="element()?" select="key('id', j:ids($pointer), root($pointer))[1]"/>
    <xsl:sequence select="string((j:in-language($entry/(persName | orgName | placeName | label | catDesc | name | title), $lang),
        $pointer)[1])"/>
  </xsl:function>

  <!-- A publication: editor, title, publisher, date, extent; then what is known of it. -->
  <xsl:function name="j:publication" as="element(h:p)" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="bibl" as="element(bibl)"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($bibl)"/>
    <p class="publication">
      <xsl:if test="$bibl/editor">{string-join($bibl/editor, j:string('separator', $lang)) => j:fill('editors', $lang)}{j:string('comma', $lang)}</xsl:if>
      <cite>{j:in-language($bibl/title, $lang) ! j:in-title(., $lang)}</cite>
      <xsl:for-each select="$bibl/(publisher, pubPlace, date, extent)">{j:string('comma', $lang)}{.}</xsl:for-each>
      <xsl:text>{j:string('stop', $lang)}</xsl:text>
      <xsl:for-each select="$bibl/note[not(@xml:lang) or starts-with(@xml:lang, $lang)]"><span class="remark">{.}</span></xsl:for-each>
    </p>
  </xsl:function>

  <xsl:function name="j:fill" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="j:string($key, $lang, $value)"/>
  </xsl:function>
</xsl:stylesheet>
