<?xml version="1.0" encoding="UTF-8"?>
<!-- JSON-LD in the words of schema.org: the document is a component of an archive; what it quotes are quotations, what was sent
     is a message. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="data" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:jsonld" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="csl" as="map(*)"/>
    <xsl:param name="site" as="xs:string"/>
    <xsl:variable name="quotations" as="map(*)*" select="$tei/text//quote[@source] ! j:map(map{
        '@type': 'Quotation', '@id': @xml:id ! ('#' || .), 'text': normalize-space(),
        'isBasedOn': tokenize(@source)[1] ! map{'@id': replace(., '\.xml', '.jsonld')}})"/>
    <xsl:sequence select="j:map(map{
        '@context': 'https://schema.org/',
        '@type': array{'ArchiveComponent', 'CreativeWork', 'Message'[exists($csl?recipient)]},
        '@id': ($csl?URL, $tei/@xml:id || '.jsonld')[1],
        'identifier': string($tei/@xml:id),
        'name': $csl?title,
        'inLanguage': j:lang($tei),
        'genre': $csl?genre,
        'dateCreated': $csl?original-date ! j:csl-when(.),
        'author': array{$tei/teiHeader/profileDesc/correspDesc/correspAction[@type = 'sent']/(persName | orgName)
            ! j:jsonld-agent(.)}
            [array:size(.) gt 0],
        'recipient': array{$tei/teiHeader/profileDesc/correspDesc/correspAction[@type = 'received']/(persName | orgName)
            ! j:jsonld-agent(.)}[array:size(.) gt 0],
        'isPartOf': j:map(map{'@type': 'Book', 'name': $csl?container-title, 'version': $csl?version,
            'datePublished': $csl?issued ! j:csl-when(.), 'editor': $csl?editor?1
                ! map{'@type': if (.?literal) then 'Organization' else 'Person', 'name': j:csl-name-read(.)}}),
        'isBasedOn': array{$csl?custom?sources?* ! j:map(map{
            '@type': if (.?volume) then 'PublicationVolume' else 'Chapter', 'name': .?container-title,
            'volumeNumber': .?volume, 'pagination': .?page, 'description': .?note})}[array:size(.) gt 0],
        'hasPart': array{$quotations}[array:size(.) gt 0],
        'encoding': map{'@type': 'MediaObject', 'encodingFormat': 'application/tei+xml',
            'contentUrl': $site || 'tei/' || $tei/@xml:id || '.xml'}})"/>
  </xsl:function>

  <xsl:function name="j:jsonld-agent" as="map(*)">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="key('id', j:ids($name/@ref), root($name))[1]"/>
    <xsl:sequence
        select="j:map(map{'@type': if ($name/self::orgName) then 'Organization' else 'Person', 'name': normalize-space($name),
        'sameAs': array{j:identifiers($entry)}[array:size(.) gt 0]})"/>
  </xsl:function>
</xsl:stylesheet>
