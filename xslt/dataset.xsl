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
  <xsl:include href="common/authorities.xsl"/>
  <xsl:include href="data/csv.xsl"/>
  <xsl:include href="data/cmif.xsl"/>
  <xsl:include href="data/geojson.xsl"/>
  <xsl:include href="data/beacon.xsl"/>
  <xsl:include href="data/oai.xsl"/>
  <xsl:include href="data/dts.xsl"/>
  <xsl:include href="data/dts-collection.xsl"/>

  <xsl:template name="xsl:initial-template" visibility="public">
    <j:data>
      <xsl:for-each select="$j:data-folders">
        <xsl:variable name="site" as="xs:string" select="j:site-from-data(.)"/>
        <xsl:variable name="linked" as="map(*)*" select="$documents ! j:linked(., $site)"/>
        <j:file path="{.}catalog.json">{j:to-json(map{'$schema': 'catalog.schema.json', 'edition': $edition ! j:linked(., $site),
            'documents': array{$linked}})}</j:file>
        <j:file path="{.}catalog.csv">{j:csv($linked)}</j:file>
        <!-- Text services want whole addresses; an edition that has none is read from where it lies. -->
        <xsl:sequence select="j:dts-files(., function($up) { ($edition?base ! (. || 'data/'), $up)[1] },
            function($up) { ($edition?base, $up || $site)[1] })"/>
      </xsl:for-each>
      <xsl:if test="exists($documents[exists(?sent) and exists(?received)])"><j:file
          path="data/cmif.xml">{j:cmif()}</j:file></xsl:if>
      <xsl:if test="exists($documents?places?*?coordinates)"><j:file
          path="data/places.geojson">{j:to-json(j:geojson())}</j:file></xsl:if>
      <xsl:for-each select="j:beacon-authorities()[exists($edition?base)]"><j:file
          path="data/beacon.{.}.txt">{j:beacon(.)}</j:file></xsl:for-each>
      <xsl:if test="exists($edition?base) and exists($edition?email) and exists($edition?issued)"><j:file
          path="data/oai.xml">{j:oai()}</j:file></xsl:if>
    </j:data>
  </xsl:template>

  <!-- JSON has one kind of number: whole ones are counts. -->
  <xsl:function name="j:integers" as="item()?">
    <xsl:param name="value" as="item()?"/>
    <xsl:sequence select="
        if ($value instance of map(*)) then map:merge(map:keys($value) ! map:entry(., j:integers($value(.))))
        else if ($value instance of array(*)) then array{$value?* ! j:integers(.)}
        else if ($value instance of xs:double) then (if ($value eq floor($value)) then xs:integer($value)
            else xs:decimal(string($value)))
        else $value"/>
  </xsl:function>

  <!-- A record whose files are named as seen from the folder of data. -->
  <xsl:function name="j:linked" as="map(*)">
    <xsl:param name="record" as="map(*)"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:variable name="files" as="map(*)" select="$record?files"/>
    <xsl:sequence select="map:put($record, 'files', map:merge(map:keys($files) ! map:entry(., $site || $files(.))))"/>
  </xsl:function>
</xsl:package>
