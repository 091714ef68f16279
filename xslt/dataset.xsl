<?xml version="1.0" encoding="UTF-8"?>
<!-- The records of all documents in, the files of the whole edition out. A file without matter is not written. -->
<xsl:package name="urn:jilu:dataset" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    expand-text="yes" exclude-result-prefixes="#all">

  <!-- JSON objects, as data.xsl makes them: the edition's first, then in reading order. -->
  <xsl:param name="records" as="xs:string*" required="yes"/>

  <xsl:variable name="all" as="map(*)*" select="$records ! parse-json(.) ! j:integers(.)"/>
  <xsl:variable name="edition" as="map(*)?" select="$all[?role = 'edition'][1]"/>
  <xsl:variable name="documents" as="map(*)*" select="$all[?role = 'document']"/>

  <xsl:include href="common/json.xsl"/>
  <xsl:include href="data/csv.xsl"/>
  <xsl:include href="data/cmif.xsl"/>
  <xsl:include href="data/geojson.xsl"/>
  <xsl:include href="data/beacon.xsl"/>
  <xsl:include href="data/oai.xsl"/>

  <xsl:template name="xsl:initial-template" visibility="public">
    <j:data>
      <j:file path="data/catalog.json">{j:to-json(map{'$schema': 'catalog.schema.json', 'edition': $edition,
          'documents': array{$documents}})}</j:file>
      <j:file path="data/catalog.csv">{j:csv($documents)}</j:file>
      <j:file path="data/dts/index.json">{j:to-json(j:dts-entry())}</j:file>
      <j:file path="data/dts/collection/index.json">{j:to-json(j:dts-collection())}</j:file>
      <xsl:if test="exists($documents?sent)"><j:file path="data/cmif.xml">{j:cmif()}</j:file></xsl:if>
      <xsl:if test="exists($documents?places?*?coordinates)"><j:file path="data/places.geojson">{j:to-json(j:geojson())}</j:file></xsl:if>
      <xsl:if test="exists($edition?base) and exists(j:beacon-lines())"><j:file path="data/beacon.txt">{j:beacon()}</j:file></xsl:if>
      <xsl:if test="exists($edition?base) and exists($edition?email)"><j:file path="data/oai.xml">{j:oai()}</j:file></xsl:if>
    </j:data>
  </xsl:template>

  <!-- JSON has one kind of number: whole ones are counts. -->
  <xsl:function name="j:integers" as="item()?">
    <xsl:param name="value" as="item()?"/>
    <xsl:sequence select="
        if ($value instance of map(*)) then map:merge(map:keys($value) ! map:entry(., j:integers($value(.))))
        else if ($value instance of array(*)) then array{$value?* ! j:integers(.)}
        else if ($value instance of xs:double) then (if ($value eq floor($value)) then xs:integer($value) else xs:decimal(string($value)))
        else $value"/>
  </xsl:function>

  <xsl:function name="j:dts-entry" as="map(*)">
    <xsl:sequence select="map{'@context': 'https://dtsapi.org/context/v1.0.json', 'dtsVersion': '1.0', '@id': 'index.json',
        '@type': 'EntryPoint', 'collection': 'collection/{id}.json', 'navigation': 'navigation/{resource}.json',
        'document': '../../html/tei/{resource}.xml'}"/>
  </xsl:function>

  <xsl:function name="j:dts-collection" as="map(*)">
    <xsl:sequence select="map{'@context': 'https://dtsapi.org/context/v1.0.json', 'dtsVersion': '1.0', '@id': 'index',
        '@type': 'Collection', 'title': string($edition?title), 'totalParents': 0, 'totalChildren': count($documents),
        'member': array{$documents ! map{'@id': ?id, '@type': 'Resource', 'title': ?title, 'totalParents': 1, 'totalChildren': 0,
            'collection': ?id || '.json', 'navigation': '../navigation/' || ?id || '.json',
            'document': '../../../' || ?files?tei}}}"/>
  </xsl:function>
</xsl:package>
