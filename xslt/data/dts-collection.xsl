<?xml version="1.0" encoding="UTF-8"?>
<!-- Distributed Text Services: where a client begins, and the documents there are. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:dts-entry" as="map(*)">
    <xsl:param name="data" as="xs:string"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:sequence select="map:merge(($j:dts-head, map{'@id': $data || 'dts/index.json', '@type': 'EntryPoint',
        'collection': $data || 'dts/collection{/id,nav}.json'}, j:dts-links('{resource}', $data, $site)))"/>
  </xsl:function>

  <xsl:function name="j:dts-collection" as="map(*)">
    <xsl:param name="data" as="xs:string"/>
    <xsl:sequence select="map{'@id': $edition?id, '@type': 'Collection', 'title': string($edition?title),
        'collection': $data || 'dts/collection/' || $edition?id || '{/nav}.json',
        'totalParents': 0, 'totalChildren': count($documents),
        'dublinCore': map{'language': [$edition?language], 'title': array{$edition?titles?*[?type = 'main']
            ! map{'lang': ?language, 'value': ?text}}}}"/>
  </xsl:function>

  <!-- Of every collection and document what stands at its address, below it (children) and above it (parents). -->
  <xsl:function name="j:dts-files" as="element(j:file)+">
    <xsl:param name="folder" as="xs:string"/>
    <xsl:param name="data" as="function(xs:string) as xs:string"/>
    <xsl:param name="site" as="function(xs:string) as xs:string"/>
    <xsl:variable name="in" as="xs:string" select="$folder || 'dts/collection'"/>
    <xsl:variable name="whole" as="function(*)" select="function($up) { map:merge(($j:dts-head,
        j:dts-collection($data($up)),
        map{'member': array{$documents ! j:dts-resource(., $data($up), $site($up))}})) }"/>
    <xsl:variable name="alone" as="function(*)" select="function($document, $up, $member) { map:merge(($j:dts-head,
        j:dts-resource($document, $data($up), $site($up)), $member)) }"/>
    <j:file path="{$folder}dts/index.json">{j:to-json(j:dts-entry($data('../'), $site('../')))}</j:file>
    <j:file path="{$in}.json">{j:to-json($whole('../'))}</j:file>
    <j:file path="{$in}/{$edition?id}.json">{j:to-json($whole('../../'))}</j:file>
    <j:file path="{$in}/{$edition?id}/children.json">{j:to-json($whole('../../../'))}</j:file>
    <j:file path="{$in}/{$edition?id}/parents.json">{j:to-json(map:merge(($j:dts-head,
        j:dts-collection($data('../../../')), map{'member': []})))}</j:file>
    <xsl:for-each select="$documents">
      <j:file path="{$in}/{?id}.json">{j:to-json($alone(., '../../', map{}))}</j:file>
      <j:file path="{$in}/{?id}/children.json">{j:to-json($alone(., '../../../', map{'member': []}))}</j:file>
      <j:file path="{$in}/{?id}/parents.json">{j:to-json($alone(., '../../../',
          map{'member': [j:dts-collection($data('../../../'))]}))}</j:file>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
