<?xml version="1.0" encoding="UTF-8"?>
<!-- Distributed Text Services 1.0 as files: what a server would answer, each answer at an address of its own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="data" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="j:dts-context" as="xs:string" select="'https://dtsapi.org/context/v1.0.json'"/>

  <xsl:function name="j:dts-resource" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="map:merge((j:dts-member($tei, '../'), map{'@context': $j:dts-context, 'dtsVersion': '1.0'}))"/>
  </xsl:function>

  <xsl:function name="j:dts-member" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="up" as="xs:string"/>
    <xsl:variable name="id" as="xs:string" select="$tei/@xml:id"/>
    <xsl:sequence select="j:map(map{'@id': $id, '@type': 'Resource', 'title': j:csl-title($tei, j:speech($tei)),
        'totalParents': 1, 'totalChildren': 0,
        'collection': $up || 'collection/' || $id || '.json', 'navigation': $up || 'navigation/' || $id || '.json',
        'document': $up || '../../html/tei/' || $id || '.xml',
        'download': [$up || '../../html/tei/' || $id || '.xml', $up || '../text/' || $id || '.txt'],
        'mediaTypes': ['application/tei+xml', 'text/plain'],
        'citationTrees': [map{'@type': 'CitationTree', 'citeStructure': [map{'@type': 'CiteStructure', 'citeType': 'paragraph'}]}]})"/>
  </xsl:function>

  <xsl:function name="j:dts-navigation" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="map{'@context': $j:dts-context, 'dtsVersion': '1.0', '@type': 'Navigation', '@id': $tei/@xml:id || '.json',
        'resource': j:dts-member($tei, '../'),
        'member': array{$tei/text//p[@xml:id] ! map{'@type': 'CitableUnit', 'identifier': string(@xml:id), 'level': 1,
            'parent': (), 'citeType': 'paragraph'}}}"/>
  </xsl:function>
</xsl:stylesheet>
