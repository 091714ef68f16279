<?xml version="1.0" encoding="UTF-8"?>
<!-- What the edition's catalog, its letters, places and harvesters need of one document. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="data" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:record" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="csl" as="map(*)"/>
    <xsl:variable name="file" as="element(fileDesc)" select="$tei/teiHeader/fileDesc"/>
    <xsl:variable name="profile" as="element()?" select="$tei/teiHeader/profileDesc"/>
    <xsl:variable name="id" as="xs:string" select="$tei/@xml:id"/>
    <xsl:variable name="kind" as="xs:string?" select="$profile/textClass/catRef[1]/@target ! substring-after(., '#')"/>
    <xsl:sequence select="j:map((
        map{
          'id': $id,
          'role': if ($file/seriesStmt) then 'document' else 'edition',
          'title': $csl?title,
          'titles': array{$file/titleStmt/title ! j:map((map{'text': normalize-space(), 'type': string((@type, 'main')[1]),
              'language': j:lang(.)}))},
          'date': $profile/creation/date/@when ! string(),
          'kind': $kind,
          'kindLabel': $csl?genre,
          'language': j:lang($tei),
          'parties': array{$profile/particDesc/listPerson/*/@sameAs ! j:agent(.)}[array:size(.) gt 0],
          'sent': array{$profile/correspDesc/correspAction[@type = 'sent']/(persName | orgName)
              ! j:agent-named(.)}[array:size(.) gt 0],
          'received': array{$profile/correspDesc/correspAction[@type = 'received']/(persName | orgName) ! j:agent-named(.)}
              [array:size(.) gt 0],
          'sources': array{$csl?custom?sources?* ! map:remove(., ('title', 'author', 'original-date', 'language', 'custom',
              'type'))}
              [array:size(.) gt 0],
          'paragraphs': array{$tei/text//p/@xml:id ! string()},
          'places': array{j:places($tei)}[array:size(.) gt 0],
          'publisher': $csl?publisher, 'issued': $csl?issued ! j:csl-when(.), 'version': $csl?version,
          'compiler': array{$csl?editor?* ! j:csl-name-read(.)}[array:size(.) gt 0],
          'rights': $file/publicationStmt/availability/p[1] ! normalize-space(),
          'status': $file/publicationStmt/availability/@status ! string(),
          'base': $file/publicationStmt/idno[@type = 'URI'][1] ! (replace(., '/+$', '') || '/'),
          'email': $file/publicationStmt/idno[@type = 'email'][1] ! normalize-space(),
          'citation': j:gbt($csl, 2025, (), ()),
          'files': map{'html': if ($file/seriesStmt) then 'documents/' || $id || '.html' else 'index.html',
              'tei': 'tei/' || $id || '.xml', 'csl': 'cite/' || $id || '.csl.json'}}))"/>
  </xsl:function>

  <xsl:function name="j:agent" as="map(*)">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:variable name="entry" as="element()?" select="key('id', j:ids($pointer), root($pointer))[1]"/>
    <xsl:sequence select="j:map(map{'id': j:ids($pointer)[1], 'type': if ($entry/self::org) then 'organization' else 'person',
        'name': string(($entry/(persName | orgName)[1], j:ids($pointer))[1]),
        'sameAs': array{j:identifiers($entry)}[array:size(.) gt 0]})"/>
  </xsl:function>

  <xsl:function name="j:agent-named" as="map(*)">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="if ($name/@ref) then map:put(j:agent($name/@ref), 'name', normalize-space($name))
        else map{'type': if ($name/self::orgName) then 'organization' else 'person', 'name': normalize-space($name)}"/>
  </xsl:function>

  <!-- Addresses of an entry's verified identifiers. -->
  <xsl:function name="j:identifiers" as="xs:string*">
    <xsl:param name="entry" as="element()?"/>
    <xsl:sequence select="$entry/idno[normalize-space()][map:contains($j:authorities, lower-case(@type))]
        ! ($j:authorities(lower-case(@type)) || normalize-space())"/>
  </xsl:function>

  <!-- Places that the text names, with how often. -->
  <xsl:function name="j:places" as="map(*)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each-group select="$tei/text//placeName[@ref]" group-by="j:ids(@ref)">
      <xsl:sort select="current-grouping-key()"/>
      <xsl:variable name="place" as="element()?" select="key('id', current-grouping-key(), $tei)[1]"/>
      <xsl:sequence select="j:map(map{'id': current-grouping-key(), 'count': count(current-group()),
          'names': array{$place/placeName ! map{'name': normalize-space(), 'language': j:lang(.)}},
          'sameAs': array{j:identifiers($place)}[array:size(.) gt 0],
          'coordinates': ($place/location/geo)[1][matches(., '^\s*-?[\d.]+[\s,]+-?[\d.]+\s*$')]
              ! array{reverse(tokenize(., '[\s,]+')[. ne ''] ! xs:decimal(.))}})"/>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
