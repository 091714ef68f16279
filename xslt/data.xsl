<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition as data: one standalone document in, its data files and one small record out, all as text. -->
<xsl:package name="urn:jilu:data" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="data" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="data" visibility="public" on-no-match="fail"/>

  <!-- References in styles that are not ours to write: "chicago/zh/ID" and so on. -->
  <xsl:param name="references" as="map(xs:string, xs:string)" select="map{}"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="common/strings.xsl"/>
  <xsl:include href="common/citations.xsl"/>
  <xsl:include href="common/authorities.xsl"/>
  <xsl:include href="data/record.xsl"/>
  <xsl:include href="data/references.xsl"/>
  <xsl:include href="data/bibtex.xsl"/>
  <xsl:include href="data/ris.xsl"/>
  <xsl:include href="data/biblstruct.xsl"/>
  <xsl:include href="data/plaintext.xsl"/>
  <xsl:include href="data/jsonld.xsl"/>
  <xsl:include href="data/dts.xsl"/>
  <xsl:include href="data/dts-navigation.xsl"/>
  <xsl:include href="data/dts-document.xsl"/>

  <xsl:template match="/">
    <xsl:variable name="tei" as="element(TEI)" select="TEI"/>
    <xsl:variable name="id" as="xs:string" select="$tei/@xml:id"/>
    <xsl:variable name="csl" as="map(*)" select="j:csl($tei, j:speech($tei))"/>
    <xsl:variable name="record" as="map(*)" select="j:record($tei, $csl)"/>
    <j:data>
      <xsl:variable name="matter" as="map(*)?" select="j:csl-matter($tei, j:speech($tei))"/>
      <xsl:variable name="paragraphs" as="element(p)*" select="$tei/text//p[@xml:id]"/>
      <xsl:sequence select="j:cite-files($csl, j:csl($tei, ?), $paragraphs[empty($matter)]),
          $matter ! j:cite-files(., j:csl-matter($tei, ?), $paragraphs)"/>
      <xsl:if test="$tei/teiHeader/fileDesc/seriesStmt">
        <j:file path="data/text/{$id}.txt"><xsl:apply-templates select="$tei" mode="words"/></j:file>
        <j:file path="data/text/{$id}.apparatus.txt"><xsl:apply-templates select="$tei" mode="apparatus"/></j:file>
        <!-- What leads out of the folder of data is written for each place where the folder stands. -->
        <xsl:for-each select="$j:data-folders">
          <xsl:variable name="site" as="xs:string" select="j:site-from-data(.)"/>
          <j:file path="{.}jsonld/{$id}.jsonld">{j:to-json(j:jsonld($tei, $csl, '../' || $site))}</j:file>
          <xsl:sequence select="j:dts-files($record, .)"/>
        </xsl:for-each>
        <xsl:for-each select="$paragraphs">
          <j:file path="html/tei/{$id}/{@xml:id}.xml">{j:dts-excerpt(.)}</j:file>
        </xsl:for-each>
      </xsl:if>
      <j:record>{j:to-json($record)}</j:record>
    </j:data>
  </xsl:template>

  <!-- in: the same object in a language; paragraphs: those that are cited as places in it. -->
  <xsl:function name="j:cite-files" as="element(j:file)+">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:param name="in" as="function(xs:string) as map(*)"/>
    <xsl:param name="paragraphs" as="element(p)*"/>
    <j:file path="html/cite/{$csl?id}.csl.json">{j:to-json(array{$csl})}</j:file>
    <j:file path="html/cite/{$csl?id}.json">{j:references-json($csl?id, $in, $paragraphs)}</j:file>
    <j:file path="html/cite/{$csl?id}.bib">{j:bibtex($csl)}</j:file>
    <j:file path="html/cite/{$csl?id}.ris">{j:ris($csl)}</j:file>
    <j:file path="html/cite/{$csl?id}.xml">{j:biblstruct($csl)}</j:file>
  </xsl:function>

  <xsl:function name="j:speech" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="if (starts-with(j:lang($tei), 'zh')) then 'zh' else 'en'"/>
  </xsl:function>
</xsl:package>
