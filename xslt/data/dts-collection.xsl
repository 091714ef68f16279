<?xml version="1.0" encoding="UTF-8"?>
<!-- Distributed Text Services: where a client begins, and the documents there are. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="j:dts-head" as="map(*)"
      select="map{'@context': 'https://dtsapi.org/context/v1.0.json', 'dtsVersion': '1.0'}"/>

  <!-- data, site: the folder of data and the site, by their addresses or as seen from where the answer stands. -->
  <xsl:function name="j:dts-entry" as="map(*)">
    <xsl:param name="data" as="xs:string"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:sequence select="map:merge(($j:dts-head, map{'@id': $data || 'dts/index.json', '@type': 'EntryPoint',
        'collection': $data || 'dts/collection{/id}.json', 'navigation': $data || 'dts/navigation/{resource}.json',
        'document': $site || 'tei/{resource}.xml{#ref}'}))"/>
  </xsl:function>

  <xsl:function name="j:dts-collection" as="map(*)">
    <xsl:param name="data" as="xs:string"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:sequence select="map:merge(($j:dts-head, map{'@id': $edition?id, '@type': 'Collection',
        'collection': $data || 'dts/collection{/id}.json',
        'title': string($edition?title), 'totalParents': 0, 'totalChildren': count($documents),
        'member': array{$documents ! map{'@id': ?id, '@type': 'Resource', 'title': ?title,
            'totalParents': 1, 'totalChildren': 0,
            'collection': $data || 'dts/collection/' || ?id || '.json',
            'navigation': $data || 'dts/navigation/' || ?id || '.json',
            'document': $site || ?files?tei || '{#ref}'}}}))"/>
  </xsl:function>
</xsl:stylesheet>
