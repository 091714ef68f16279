<?xml version="1.0" encoding="UTF-8"?>
<!-- Who and what a text names, each time with the words around it; and who speaks, with the first words: a record stays
     small, and the whole speech stands on the page of all that the person says. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="context-length" as="xs:integer" static="yes" select="22"/>
  <xsl:variable name="speech-length" as="xs:integer" static="yes" select="60"/>
  <xsl:variable name="wrap-after-han" static="yes" select="'([—…⺀-鿿＀-￯“”‘’·])[ \t]*\n\s*'"/>

  <xsl:function name="j:mentions" as="element()*">
    <xsl:param name="text" as="element(text)?"/>
    <xsl:sequence select="$text//(persName | placeName | orgName | name | rs)[@ref] ! j:mention(.)"/>
    <xsl:sequence select="$text//(sp | q | said)[@who] ! j:speech(.)"/>
  </xsl:function>

  <xsl:function name="j:mention" as="element(j:mention)*">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="block" as="element()" select="j:block($name)"/>
    <xsl:variable name="before" as="xs:string" select="j:words($block//(text() | lb)[. &lt;&lt; $name])"/>
    <xsl:variable name="after" as="xs:string" select="j:words($block//(text() | lb)[. &gt;&gt; $name] except $name//(text() | lb))"/>
    <xsl:for-each select="j:pointed($name/@ref)">
      <j:mention ref="{.}" in="{j:nearest($name)}">
        <j:before>{'…'[string-length($before) gt $context-length]}{
          substring($before, string-length($before) - $context-length + 1)}</j:before>
        <j:name>{j:words($name//(text() | lb))}</j:name>
        <j:after>{substring($after, 1, $context-length)}{'…'[string-length($after) gt $context-length]}</j:after>
      </j:mention>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="j:speech" as="element(j:speech)*">
    <xsl:param name="speech" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="j:words($speech//(text() | lb)[not(ancestor::speaker)])"/>
    <xsl:for-each select="j:pointed($speech/@who)">
      <j:speech ref="{.}" in="{($speech/p[1]/@xml:id, j:nearest($speech))[1]}">{
        substring($words, 1, $speech-length)}{'…'[string-length($words) gt $speech-length]}</j:speech>
    </xsl:for-each>
  </xsl:function>

  <!-- The lines that a reader sees as one: the context of a name goes no further. -->
  <xsl:function name="j:block" as="element()">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="($node/ancestor::*[self::p or self::head or self::item or self::l or self::cell or self::signed
        or self::salute or self::dateline or self::addrLine or self::speaker or self::bibl or self::ab][1], $node/..)[1]"/>
  </xsl:function>

  <xsl:function name="j:nearest" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="string($node/ancestor-or-self::*[@xml:id][1]/@xml:id)"/>
  </xsl:function>

  <xsl:function name="j:pointed" as="xs:string*">
    <xsl:param name="pointers" as="attribute()"/>
    <xsl:sequence select="tokenize($pointers)[contains(., '#')] ! substring-after(., '#')"/>
  </xsl:function>

  <!-- Lines of the source that it sets apart read as words set apart; a word that it broke is one. -->
  <xsl:function name="j:words" as="xs:string">
    <xsl:param name="texts" as="node()*"/>
    <xsl:sequence select="string-join($texts[not(@break = 'no')] ! (if (self::lb) then '&#x2028;' else string()))
        => j:unwrapped() => replace('\s*&#x2028;\s*', ' ')"/>
  </xsl:function>

  <xsl:function name="j:unwrapped" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="$words => replace($wrap-after-han, '$1') => replace('\s*\n\s*', ' ')"/>
  </xsl:function>
</xsl:stylesheet>
