<?xml version="1.0" encoding="UTF-8"?>
<!-- Distributed Text Services 1.0 as files: what a server would answer, each answer at an address of its own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="data" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="j:dts-context" as="xs:string" select="'https://dtsapi.org/context/v1.0.json'"/>

  <!-- data, site: the folder of data and the site, by their addresses or as seen from two folders below the data. -->
  <xsl:function name="j:dts-resource" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="data" as="xs:string"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:sequence
        select="map:merge((j:dts-member($tei, $data, $site), map{'@context': $j:dts-context, 'dtsVersion': '1.0'}))"/>
  </xsl:function>

  <!-- A paragraph's place is the fragment of its document's address (RFC 6570, 3.2.4): no file is cut out for each. -->
  <xsl:function name="j:dts-member" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="data" as="xs:string"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:variable name="id" as="xs:string" select="$tei/@xml:id"/>
    <xsl:variable name="document" as="xs:string" select="$site || 'tei/' || $id || '.xml'"/>
    <xsl:sequence select="map{'@id': $id, '@type': 'Resource', 'title': j:csl-title($tei, j:speech($tei)),
        'totalParents': 1, 'totalChildren': 0,
        'collection': $data || 'dts/collection/' || $id || '.json',
        'navigation': $data || 'dts/navigation/' || $id || '.json',
        'document': $document || '{#ref}', 'download': [$document, $data || 'text/' || $id || '.txt'],
        'mediaTypes': ['application/tei+xml'],
        'citationTrees': [map{'@type': 'CitationTree', 'citeStructure': [map{'@type': 'CiteStructure',
            'citeType': 'paragraph'}]}]}"/>
  </xsl:function>

  <xsl:function name="j:dts-navigation" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="data" as="xs:string"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:variable name="resource" as="map(*)" select="j:dts-member($tei, $data, $site)"/>
    <xsl:sequence
        select="map{'@context': $j:dts-context, 'dtsVersion': '1.0', '@type': 'Navigation', '@id': $resource?navigation,
        'resource': $resource,
        'member': array{$tei/text//p[@xml:id] ! map{'@type': 'CitableUnit', 'identifier': string(@xml:id), 'level': 1,
            'parent': (), 'citeType': 'paragraph'}}}"/>
  </xsl:function>
</xsl:stylesheet>
