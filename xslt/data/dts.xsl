<?xml version="1.0" encoding="UTF-8"?>
<!-- Distributed Text Services 1.0 as files: what a server would answer, each answer at an address of its own. The
     addresses come from templates of path segments, as the standard shows for static sites ("URI Templates examples
     for static website"). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    expand-text="yes" exclude-result-prefixes="#all">

  <!-- What every answer has at its top. -->
  <xsl:variable name="j:dts-head" as="map(*)"
      select="map{'@context': 'https://dtsapi.org/context/v1.0.json', 'dtsVersion': '1.0'}"/>

  <!-- The templates of the three endpoints. data, site: the folder of data and the site, by their addresses or as seen
       from where the answer stands; of: the id of a document, or the expression that an id takes the place of. -->
  <xsl:function name="j:dts-links" as="map(*)">
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="data" as="xs:string"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:sequence select="map{'collection': $data || 'dts/collection/' || $of || '{/nav}.json',
        'navigation': $data || 'dts/navigation/' || $of || '{/ref}.json',
        'document': $site || 'tei/' || $of || '{/ref}.xml'}"/>
  </xsl:function>

  <!-- record: of the document, as in the catalog. -->
  <xsl:function name="j:dts-resource" as="map(*)">
    <xsl:param name="record" as="map(*)"/>
    <xsl:param name="data" as="xs:string"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:variable name="trees" as="map(*)" select="map{'@type': 'CitationTree',
        'citeStructure': [map{'@type': 'CiteStructure', 'citeType': 'paragraph'}]}"/>
    <xsl:sequence select="map:merge((j:dts-links($record?id, $data, $site), map{'@id': $record?id, '@type': 'Resource',
        'title': $record?title, 'totalParents': 1, 'totalChildren': 0,
        'dublinCore': j:map(map{'language': [$record?language], 'created': $record?date}),
        'download': [$site || 'tei/' || $record?id || '.xml', $data || 'text/' || $record?id || '.txt'],
        'mediaTypes': ['application/tei+xml'],
        'citationTrees': array{$trees[exists($record?paragraphs?*)]}}))"/>
  </xsl:function>
</xsl:stylesheet>
