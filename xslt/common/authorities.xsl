<?xml version="1.0" encoding="UTF-8"?>
<!-- The authority files whose identifiers an entry may hold, and where each keeps what it identifies. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    exclude-result-prefixes="#all">

  <xsl:variable name="j:authorities" as="map(xs:string, xs:string)" select="map{
      'wikidata': 'http://www.wikidata.org/entity/', 'viaf': 'http://viaf.org/viaf/', 'gnd': 'https://d-nb.info/gnd/',
      'geonames': 'https://sws.geonames.org/', 'isni': 'https://isni.org/isni/',
      'lcnaf': 'http://id.loc.gov/authorities/names/'}"/>
</xsl:stylesheet>
