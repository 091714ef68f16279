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

  <!-- A name with the way to its entry. -->
  <xsl:function name="j:linked-name" as="node()">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="href" as="xs:string?" select="j:entry-href($pointer)"/>
    <xsl:choose>
      <xsl:when test="exists($href)"><a href="{$href}" data-ref="{j:ids($pointer)}">{$name}</a></xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A publication, where the register knows more of it than the title: editor, title, publisher, date, extent. -->
  <xsl:function name="j:publication" as="element(h:p)?" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="bibl" as="element(bibl)"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($bibl)"/>
    <xsl:variable name="comma" as="xs:string" select="j:string('comma', $lang)"/>
    <xsl:variable name="known" as="element()*" select="$bibl/(editor, publisher, pubPlace, date, extent)"/>
    <xsl:where-populated>
      <p class="publication">
        <xsl:if test="exists($known)">
          <xsl:text>{$known[self::editor] => string-join(j:string('separator', $lang)) => j:editors($lang)}</xsl:text>
          <cite>{j:in-language($bibl/title, $lang) ! j:in-title(., $lang)}</cite>
          <xsl:text>{string-join(('', $known[not(self::editor)]), $comma)}{j:string('stop', $lang)}</xsl:text>
        </xsl:if>
        <xsl:for-each select="$bibl/note[tokenize(j:lang(.), '-')[1] eq $lang]"><span class="remark">{.}</span></xsl:for-each>
      </p>
    </xsl:where-populated>
  </xsl:function>

  <xsl:function name="j:editors" as="xs:string">
    <xsl:param name="names" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="if ($names) then j:string('editors', $lang, $names) || j:string('comma', $lang) else ''"/>
  </xsl:function>
</xsl:stylesheet>
