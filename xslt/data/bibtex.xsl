<?xml version="1.0" encoding="UTF-8"?>
<!-- biblatex: this edition's document, then its source volumes. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="data" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:bibtex" as="xs:string">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:sequence select="string-join(($csl, $csl?custom?sources?*) ! j:bibtex-entry(.), '&#10;')"/>
  </xsl:function>

  <xsl:function name="j:bibtex-entry" as="xs:string">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="journal" as="xs:boolean" select="$item?type eq 'article-journal'"/>
    <xsl:variable name="type" as="xs:string"
        select="(map{'chapter': 'incollection', 'article-journal': 'article'}($item?type), 'collection')[1]"/>
    <xsl:variable name="date" as="xs:string?" select="$item?issued ! j:csl-when(.)"/>
    <xsl:variable name="fields" as="xs:string*" select="
        j:bibtex-field('author', string-join($item?author?* ! j:bibtex-name(.), ' and ')),
        j:bibtex-field('title', $item?title),
        j:bibtex-field('shorttitle', $item?title-short),
        j:bibtex-field('editor', string-join($item?editor?* ! j:bibtex-name(.), ' and ')),
        j:bibtex-field(if ($journal) then 'journaltitle' else 'booktitle', $item?container-title),
        j:bibtex-field(if (matches($date, '^[0-9\-]+$')) then 'date' else 'year', $date),
        j:bibtex-field('origdate', $item?original-date ! j:csl-when(.)),
        j:bibtex-field('volume', $item?volume),
        j:bibtex-field('number', $item?issue ! replace(., '–', '--')),
        j:bibtex-field('pages', $item?page ! replace(., '–', '--')),
        j:bibtex-field('edition', $item?version),
        j:bibtex-field('publisher', $item?publisher),
        j:bibtex-field('location', $item?publisher-place),
        j:bibtex-field('keywords', $item?genre),
        ('langid', 'language') ! j:bibtex-field(., if (starts-with($item?language, 'zh')) then 'chinese' else 'english'),
        j:bibtex-field('url', $item?URL),
        j:bibtex-field('note', $item?note),
        j:bibtex-field('related', string-join($item?custom?sources?*?id, ','))"/>
    <xsl:sequence select="'@' || $type || '{' || $item?id || ',&#10;' || string-join($fields, ',&#10;') || '&#10;}&#10;'"/>
  </xsl:function>

  <xsl:function name="j:bibtex-field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="plain" as="xs:boolean" select="$name = ('url', 'related', 'author', 'editor')"/>
    <xsl:variable name="written" as="xs:string?"
        select="if ($plain) then $value else $value ! replace(., '([\\{}#$%&amp;_])', '\\$1')"/>
    <xsl:sequence select="$written[. ne ''] ! ('  ' || $name || ' = {' || . || '}')"/>
  </xsl:function>

  <!-- A name that is one word to its bearer stays one, and one whose surname comes first stays in that order. -->
  <xsl:function name="j:bibtex-name" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:sequence select="if (exists($name?literal) or $name?static-ordering) then '{' || j:csl-name-read($name) || '}'
        else j:csl-name($name)"/>
  </xsl:function>
</xsl:stylesheet>
