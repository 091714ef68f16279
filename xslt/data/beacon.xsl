<?xml version="1.0" encoding="UTF-8"?>
<!-- BEACON (draft-voss-beacon-003): from each person or organization that an authority file identifies to the
     documents that name it as writer, addressee or party. A dump has one prefix, so each authority file has a dump of
     its own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The authority files that identify anybody. -->
  <xsl:function name="j:beacon-authorities" as="xs:string*">
    <xsl:sequence select="sort(map:keys($j:authorities)[exists(j:beacon-links(.))])"/>
  </xsl:function>

  <xsl:function name="j:beacon" as="xs:string">
    <xsl:param name="authority" as="xs:string"/>
    <xsl:sequence select="string-join((
        '#FORMAT: BEACON', '#PREFIX: ' || $j:authorities($authority),
        '#TARGET: ' || $edition?base || 'documents/{ID}.html',
        '#NAME: ' || $edition?title, $edition?publisher ! ('#INSTITUTION: ' || .), $edition?email ! ('#CONTACT: ' || .),
        '#HOMEPAGE: ' || $edition?base || 'data.html',
        '#FEED: ' || $edition?base || 'data/beacon.' || $authority || '.txt',
        $edition?issued[. castable as xs:date] ! ('#TIMESTAMP: ' || .), '',
        j:beacon-links($authority)) ! (. || '&#10;'))"/>
  </xsl:function>

  <!-- SOURCE|ANNOTATION|TARGET: the bar can stand in no part, so that in a title it becomes a full-width one. -->
  <xsl:function name="j:beacon-links" as="xs:string*">
    <xsl:param name="authority" as="xs:string"/>
    <xsl:variable name="home" as="xs:string" select="$j:authorities($authority)"/>
    <xsl:for-each-group select="$documents ! (let $d := . return distinct-values((?parties?*, ?sent?*,
        ?received?*)?sameAs?*)
        [starts-with(., $home)] ! map{'source': substring-after(., $home), 'document': $d})" group-by="string(?source)">
      <xsl:sort select="current-grouping-key()"/>
      <xsl:sequence select="current-group()
          ! string-join((?source, translate(normalize-space(?document?title), '|', '｜'), ?document?id), '|')"/>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
