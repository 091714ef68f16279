<?xml version="1.0" encoding="UTF-8"?>
<!-- GeoJSON (RFC 7946) of the places whose coordinates are verified, and the documents that name them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:geojson" as="map(*)">
    <xsl:variable name="named" as="map(*)*"
        select="$documents ! (let $d := . return ?places?* ! map{'document': $d?id, 'place': .})"/>
    <xsl:variable name="features" as="map(*)*">
      <xsl:for-each-group select="$named[exists(?place?coordinates)]" group-by="string(?place?id)">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:variable name="place" as="map(*)" select="current-group()[1]?place"/>
        <xsl:sequence select="map{'type': 'Feature', 'id': current-grouping-key(),
            'geometry': map{'type': 'Point', 'coordinates': $place?coordinates},
            'properties': map{'name': $place?names?1?name, 'names': $place?names, 'sameAs': ($place?sameAs, [])[1],
                'documents': array{current-group()?document}, 'mentions': sum(current-group()?place?count)}}"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="map{'type': 'FeatureCollection', 'features': array{$features}}"/>
  </xsl:function>
</xsl:stylesheet>
