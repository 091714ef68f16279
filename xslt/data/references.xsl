<?xml version="1.0" encoding="UTF-8"?>
<!-- Every style of reference to a document, its sources and each of its paragraphs. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="data" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:references-json" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="in" as="function(xs:string) as map(*)"/>
    <xsl:param name="paragraphs" as="element(p)*"/>
    <xsl:sequence select="j:to-json(map{
        'id': $id,
        'document': j:all-styles($in('zh'), 'zh', ()), 'document-en': j:all-styles($in('en'), 'en', ()),
        'paragraphs': j:all-paragraphs($in('zh'), 'zh', $paragraphs),
        'paragraphs-en': j:all-paragraphs($in('en'), 'en', $paragraphs)})"/>
  </xsl:function>

  <xsl:function name="j:all-paragraphs" as="map(*)">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="paragraphs" as="element(p)*"/>
    <xsl:sequence select="map:merge($paragraphs ! map:entry(string(@xml:id), j:all-styles($csl, $lang, @xml:id)))"/>
  </xsl:function>

  <xsl:function name="j:all-styles" as="map(*)">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="paragraph" as="xs:string?"/>
    <xsl:variable name="number" as="xs:string?" select="$paragraph ! replace(., '^.*[^0-9]', '')"/>
    <xsl:variable name="at" as="map(*)" select="($paragraph ! j:csl-at($csl, .), $csl)[1]"/>
    <xsl:sequence select="j:map((j:styles($at, $lang, $number), map{
        'sources': array{$csl?custom?sources?* ! j:map((j:styles(., $lang, ()), map{'words': .?note}))}
            [empty($number)][array:size(.) gt 0]}))"/>
  </xsl:function>

  <!-- A reference in every style; number: that of a paragraph, which notes name. -->
  <xsl:function name="j:styles" as="map(*)">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="number" as="xs:string?"/>
    <xsl:variable name="locator" as="xs:string?" select="$number ! j:locator(., $lang)"/>
    <xsl:variable name="kind" as="xs:string" select="if (exists($number)) then '-at/' else '-note/'"/>
    <xsl:variable name="of" as="xs:string" select="$lang || '/' || $csl?id"/>
    <xsl:sequence select="map{
        'gbt7714-2025': j:gbt($csl, 2025, $locator, ()), 'gbt7714-2015': j:gbt($csl, 2015, $locator, ()),
        'chicago': $references('chicago/' || $of), 'mla': $references('mla/' || $of),
        'chicago-note': $references('chicago' || $kind || $of) ! j:numbered(., $number),
        'mla-in-text': $references('mla' || $kind || $of) ! j:numbered(., $number)}"/>
  </xsl:function>
</xsl:stylesheet>
