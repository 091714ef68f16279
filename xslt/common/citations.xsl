<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite, from standalone TEI: one CSL-JSON object per document, in which the source volumes are the second layer.
     What the TEI does not say is left out. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:include href="json.xsl"/>
  <xsl:include href="gbt7714.xsl"/>

  <!-- This edition's layer, with the sources in custom/sources. -->
  <xsl:function name="j:csl" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="file" as="element(fileDesc)" select="$tei/teiHeader/fileDesc"/>
    <xsl:variable name="front" as="xs:boolean" select="empty($file/seriesStmt)"/>
    <xsl:variable name="profile" as="element()?" select="$tei/teiHeader/profileDesc"/>
    <xsl:variable name="kind" as="xs:string?" select="$profile/textClass/catRef[1]/@target ! substring-after(., '#')"/>
    <xsl:variable name="sources" as="map(*)*"
        select="$file[not($front)]/sourceDesc//bibl[not(ancestor::bibl)] ! j:csl-source(., $lang)"/>
    <xsl:variable name="own" as="xs:string" select="j:csl-title($tei, $lang)"/>
    <xsl:variable name="compiler" as="item()*" select="j:csl-names($file/titleStmt/respStmt/(orgName | persName | name), $lang)"/>
    <xsl:sequence select="j:map((
        map{
          'id': string($tei/@xml:id),
          'type': if ($front) then 'book' else 'chapter',
          'title': $own,
          'title-short': $file/titleStmt/title[not(@type = 'sub')][1][not($front)] ! normalize-space(),
          'author': array{j:csl-names($profile/correspDesc/correspAction[@type = 'sent']/(persName | orgName | name), $lang)}
              [array:size(.) gt 0],
          'recipient': array{j:csl-names($profile/correspDesc/correspAction[@type = 'received']/(persName | orgName | name), $lang)}
              [array:size(.) gt 0],
          'editor': array{$compiler}[array:size(.) gt 0],
          'container-title': $file/seriesStmt ! string(j:csl-in(title, $lang)),
          'original-date': $profile/creation/date/@when ! j:csl-date(.),
          'issued': ($file/publicationStmt/date, $file/editionStmt/edition/date)[@when][1]/@when ! j:csl-date(.),
          'version': $file/editionStmt/edition/@n ! string(),
          'edition': $file/editionStmt/edition ! normalize-space(string-join(text())),
          'publisher': $file/publicationStmt/publisher ! normalize-space(),
          'publisher-place': $file/publicationStmt/pubPlace ! normalize-space(),
          'genre': $kind ! string(j:csl-in(key('id', ., root($tei))/catDesc, $lang)),
          'language': if ($lang eq 'zh') then 'zh-CN' else 'en-US',
          'URL': $file/publicationStmt/idno[@type = 'URI'][1]
              ! ((replace(., '/+$', '') || '/') || (if ($front) then 'index.html' else 'documents/' || $tei/@xml:id || '.html'))},
        map{'custom': j:map((
            map{'mark': if ($front) then 'G' else j:csl-mark($kind), 'kind': $kind},
            map{'sources': array{$sources}[array:size(.) gt 0]}))}))"/>
  </xsl:function>

  <!-- The edition's own words before and after the documents: a part of it, with a page of its own. -->
  <xsl:function name="j:csl-matter" as="map(*)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="csl" as="map(*)" select="j:csl($tei, $lang)"/>
    <xsl:variable name="own" as="map(*)" select="map{'id': $csl?id || '.preface', 'type': 'chapter',
        'title': j:string('page-preface', $lang), 'container-title': $csl?title}"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc[empty(seriesStmt)][notesStmt/relatedItem/@type = 'preface']
        ! map:merge(($own, $csl?URL ! map{'URL': replace(., '/index\.html$', '/preface.html')}, $csl))"/>
  </xsl:function>

  <!-- The mark of GB/T 7714 for a kind of document; kinds are named by the edition, so unknown ones are archives. -->
  <xsl:function name="j:csl-mark" as="xs:string">
    <xsl:param name="kind" as="xs:string?"/>
    <xsl:variable name="marks" as="map(xs:string, xs:string)"
        select="map{'kind-report': 'R', 'kind-agreement': 'Z', 'kind-treaty': 'Z'}"/>
    <xsl:sequence select="($kind ! $marks(.), 'A')[1]"/>
  </xsl:function>

  <!-- A source volume as the compiler cites it, completed with what the register has verified. -->
  <xsl:function name="j:csl-source" as="map(*)">
    <xsl:param name="bibl" as="element(bibl)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="tei" as="element(TEI)" select="root($bibl)/TEI"/>
    <xsl:variable name="entry" as="element(bibl)?" select="key('id', j:ids($bibl/@corresp), root($bibl))/self::bibl[1]"/>
    <xsl:variable name="journal" as="xs:boolean" select="($entry, $bibl)/title/@level = 'j'"/>
    <xsl:variable name="profile" as="element()?" select="$tei/teiHeader/profileDesc"/>
    <xsl:variable name="kind" as="xs:string?" select="$profile/textClass/catRef[1]/@target ! substring-after(., '#')"/>
    <xsl:variable name="url" as="xs:string?"
        select="($bibl/idno[@type = 'URI'], $entry/idno[@type = 'URI'])[1] ! normalize-space()"/>
    <xsl:variable name="page" as="element()?" select="$bibl/biblScope[@unit = 'page'][@from or @n][1]"/>
    <xsl:sequence select="j:map((
        map{
          'id': string(($bibl/@xml:id, j:ids($bibl/@copyOf), $tei/@xml:id || '.source')[1]),
          'type': if ($journal) then 'article-journal' else 'chapter',
          'title': j:csl-title($tei, $lang),
          'author': array{j:csl-names($profile/correspDesc/correspAction[@type = 'sent']/(persName | orgName | name), $lang)}
              [array:size(.) gt 0],
          'container-title': (j:csl-in($bibl/title, $lang), j:csl-in($entry/title, $lang))[1] ! j:plain-title(.),
          'editor': array{$entry/editor ! j:csl-name-of((persName, .)[1])}[array:size(.) gt 0],
          'publisher': $entry/publisher ! normalize-space(),
          'publisher-place': $entry/pubPlace ! normalize-space(),
          'original-date': $profile/creation/date/@when ! j:csl-date(.),
          'issued': $entry/date[1] ! (if (@when) then j:csl-date(@when) else map{'literal': normalize-space()}),
          'volume': $bibl/biblScope[@unit = 'volume'][1] ! string((@n, @from, replace(., '[第卷\s]', ''))[1]),
          'issue': ($bibl/biblScope[@unit = 'issue'], $entry/biblScope[@unit = 'issue'])[1] 
              ! string-join(distinct-values((@from, @to, @n)), '–'),
          'page': $page ! string-join(distinct-values((@from, @n[not(../@from)], @to)), '–'),
          'language': if ($lang eq 'zh') then 'zh-CN' else 'en-US',
          'URL': $url,
          'note': normalize-space($bibl)},
        map{'custom': j:map(map{'mark': if ($journal) then 'J' else j:csl-mark($kind), 'role': $bibl/@type ! string()})}))"/>
  </xsl:function>

  <xsl:function name="j:csl-title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="titles" as="element(title)*" select="$tei/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:sequence select="j:with-subtitle((j:csl-in($titles[not(@type = 'sub')], $lang), j:csl-in($titles[@type = 'sub'], $lang)))"/>
  </xsl:function>

  <!-- A title and its subtitle, with the colon of their language between. -->
  <xsl:function name="j:with-subtitle" as="xs:string">
    <xsl:param name="titles" as="element(title)*"/>
    <xsl:sequence select="string-join($titles ! normalize-space(),
        if (starts-with($titles[1] ! j:lang(.), 'zh')) then '：' else ': ')"/>
  </xsl:function>

  <xsl:function name="j:csl-names" as="map(*)*">
    <xsl:param name="names" as="element()*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:for-each select="$names">
      <xsl:variable name="entry" as="element()?" select="key('id', j:ids(@ref), root())[1]"/>
      <xsl:variable name="known" as="element()?" select="$entry/(persName | orgName)[tokenize(j:lang(.), '-')[1] eq $lang][1]"/>
      <xsl:sequence select="j:csl-name-of(($known[$lang ne 'zh'], .)[1])"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A name in parts where the TEI parts it; one whose surname comes first keeps that order. -->
  <xsl:function name="j:csl-name-of" as="map(*)">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="surname" as="element()?" select="$name/surname[1]"/>
    <xsl:variable name="given" as="element()*" select="$name/forename"/>
    <xsl:sequence select="if (empty($surname) or empty($given)) then map{'literal': normalize-space($name)}
        else j:map(map{'family': normalize-space($surname), 'given': normalize-space(string-join($given, ' ')),
            'static-ordering': true()[$surname &lt;&lt; $given[1]]})"/>
  </xsl:function>

  <!-- A name as it is read: Joseph Stalin, Mao Zedong. -->
  <xsl:function name="j:csl-name-read" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:sequence select="if (exists($name?literal)) then $name?literal
        else string-join(if ($name?static-ordering) then ($name?family, $name?given) else ($name?given, $name?family), ' ')"/>
  </xsl:function>

  <!-- A reference with the number of a paragraph in its blank, a per cent sign; in an address that sign begins two digits. -->
  <xsl:function name="j:numbered" as="xs:string">
    <xsl:param name="reference" as="xs:string"/>
    <xsl:param name="number" as="xs:string?"/>
    <xsl:sequence select="if (exists($number)) then replace($reference, '%([^0-9A-Fa-f]|$)', $number || '$1') else $reference"/>
  </xsl:function>

  <!-- The same for one place in it, whose address is known where that of the whole is. -->
  <xsl:function name="j:csl-at" as="map(*)">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="if (exists($csl?URL)) then map:put($csl, 'URL', $csl?URL || '#' || $id) else $csl"/>
  </xsl:function>

  <!-- A name as reference managers take it apart: the surname, a comma, the given names. -->
  <xsl:function name="j:csl-name" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:sequence select="($name?literal, string-join(($name?family, $name?given), ', '))[1]"/>
  </xsl:function>

  <!-- Of several wordings, that in a language, or else the first. -->
  <xsl:function name="j:csl-in" as="element()?">
    <xsl:param name="wordings" as="element()*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="($wordings[tokenize(j:lang(.), '-')[1] eq $lang], $wordings)[1]"/>
  </xsl:function>

  <!-- A title without the marks that Chinese puts around it, where they hold the whole of it. -->
  <xsl:function name="j:plain-title" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="replace(normalize-space($title), '^《([^《》]*)》$', '$1')"/>
  </xsl:function>

  <xsl:function name="j:csl-date" as="map(*)">
    <xsl:param name="when" as="xs:string"/>
    <xsl:sequence select="if (matches($when, '^[0-9]{4}(-[0-9]{2}){0,2}$'))
        then map{'date-parts': [array{tokenize($when, '-') ! xs:integer(.)}]} else map{'literal': $when}"/>
  </xsl:function>

  <!-- The date of a CSL object, as far as it is known: 1949-02-04, 2014/2015. -->
  <xsl:function name="j:csl-when" as="xs:string?">
    <xsl:param name="date" as="map(*)?"/>
    <xsl:sequence select="$date ! (.?literal, string-join((.?date-parts?1)?* ! format-integer(xs:integer(.), '00'), '-'))[1]"/>
  </xsl:function>
</xsl:stylesheet>
