<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the interface, one file per language; a word that is missing stops the build. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="strings-zh.xsl"/>
  <xsl:include href="strings-en.xsl"/>

  <xsl:variable name="j:strings" as="map(xs:string, map(xs:string, xs:string))"
      select="map{'zh': $j:strings-zh, 'en': $j:strings-en}"/>

  <xsl:function name="j:string" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="($j:strings($lang)($key), error(QName('urn:jilu', 'j:string'), $lang || ' lacks ' || $key))[1]"/>
  </xsl:function>

  <!-- A word with its blank filled in. -->
  <xsl:function name="j:string" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize(j:string($key, $lang), '%'), $value)"/>
  </xsl:function>

  <!-- The language of the words around the text; none: that of the edition. -->
  <xsl:param name="interface" as="xs:string?" select="()"/>

  <xsl:function name="j:interface" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="($interface, j:own-interface($node))[1]"/>
  </xsl:function>

  <!-- The page speaks the edition's language where it can, and English elsewhere. -->
  <xsl:function name="j:own-interface" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if (tokenize(j:edition-lang($node), '-')[1] eq 'zh') then 'zh' else 'en'"/>
  </xsl:function>

  <xsl:function name="j:interface-tag" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if (j:interface($node) eq 'en') then 'en'
        else if (j:own-interface($node) eq 'zh') then j:edition-lang($node) else 'zh-Hans'"/>
  </xsl:function>

  <xsl:function name="j:edition-lang" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="j:lang((root($node)/TEI/teiHeader/fileDesc/seriesStmt/title, root($node)/*)[1])"/>
  </xsl:function>

  <!-- Of several wordings, that in the language of the page, or else the first. -->
  <xsl:function name="j:in-language" as="element()?">
    <xsl:param name="wordings" as="element()*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="($wordings[tokenize(j:lang(.), '-')[1] eq $lang], $wordings)[1]"/>
  </xsl:function>
</xsl:stylesheet>
