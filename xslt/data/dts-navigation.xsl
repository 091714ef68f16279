<?xml version="1.0" encoding="UTF-8"?>
<!-- Distributed Text Services: the paragraphs of a document, and each by itself. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="data" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:dts-files" as="element(j:file)+">
    <xsl:param name="record" as="map(*)"/>
    <xsl:param name="folder" as="xs:string"/>
    <xsl:variable name="site" as="xs:string" select="j:site-from-data($folder)"/>
    <xsl:variable name="in" as="xs:string" select="'dts/navigation/' || $record?id"/>
    <xsl:variable name="answer" as="function(*)" select="function($path, $up, $asked) {
        let $data := ($record?base ! (. || 'data/'), $up)[1], $pages := ($record?base, $up || $site)[1]
        return map:merge(($j:dts-head, map{'@type': 'Navigation', '@id': $data || $path || '.json',
            'resource': j:dts-resource($record, $data, $pages)}, $asked)) }"/>
    <j:file path="{$folder}{$in}.json">{j:to-json($answer($in, '../../',
        map{'member': array{$record?paragraphs?* ! j:dts-unit(.)}}))}</j:file>
    <xsl:for-each select="$record?paragraphs?*">
      <xsl:variable name="path" as="xs:string" select="$in || '/' || ."/>
      <j:file path="{$folder}{$path}.json">{j:to-json($answer($path, '../../../', map{'ref': j:dts-unit(.)}))}</j:file>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="j:dts-unit" as="map(*)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="map{'@type': 'CitableUnit', 'identifier': $id, 'level': 1, 'parent': (),
        'citeType': 'paragraph'}"/>
  </xsl:function>
</xsl:stylesheet>
