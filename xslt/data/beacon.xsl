<?xml version="1.0" encoding="UTF-8"?>
<!-- BEACON: the persons with a verified number in VIAF, and the first document that names them as writer, addressee or party. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:beacon" as="xs:string">
    <xsl:sequence select="string-join((
        '#FORMAT: BEACON', '#PREFIX: http://viaf.org/viaf/', '#TARGET: ' || $edition?base || 'documents/{ID}.html',
        '#NAME: ' || $edition?title, $edition?issued ! ('#TIMESTAMP: ' || .), '', j:beacon-lines()) ! (. || '&#10;'))"/>
  </xsl:function>

  <xsl:function name="j:beacon-lines" as="xs:string*">
    <xsl:variable name="known" as="map(*)*" select="$documents ! (let $d := . return (?parties?*, ?sent?*, ?received?*)
        ! (for $a in ?sameAs?*[starts-with(., 'http://viaf.org/viaf/')] return map{'viaf': substring-after($a, 'viaf/'),
            'document': $d?id}))"/>
    <xsl:for-each-group select="$known" group-by="string(?viaf)">
      <xsl:sort select="current-grouping-key()"/>
      <xsl:sequence select="current-grouping-key() || '|' || count(distinct-values(current-group()?document)) || '|'
          || current-group()[1]?document"/>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
