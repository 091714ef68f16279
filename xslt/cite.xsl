<?xml version="1.0" encoding="UTF-8"?>
<!-- Standalone TEI in, CSL-JSON out: this edition's layer and the source volumes', in Chinese and in English, for the citation
     styles that are not ours to write. -->
<xsl:package name="urn:jilu:cite" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="cite" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="cite" visibility="public" on-no-match="fail"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="common/strings.xsl"/>
  <xsl:include href="common/citations.xsl"/>

  <xsl:template match="/">
    <xsl:variable name="tei" as="element(TEI)" select="TEI"/>
    <xsl:variable name="items" as="map(*)*">
      <xsl:for-each select="'zh', 'en'">
        <xsl:variable name="item" as="map(*)" select="j:csl($tei, .)"/>
        <xsl:sequence select="($item, j:csl-matter($tei, .), $item?custom?sources?*) ! j:for-citeproc(., current())"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:text>{j:to-json(array{$items})}</xsl:text>
  </xsl:template>

  <!-- Styles print what they know: a note is for people, a version of no kind is an edition. They would shorten the second of two
       pages, which Chinese writes whole, and set works in italics where Chinese puts them between 《 and 》. -->
  <xsl:function name="j:for-citeproc" as="map(*)">
    <xsl:param name="item" as="map(*)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="printed" as="map(*)"
        select="map:remove($item, ('custom', 'note', 'edition', 'genre', 'recipient', 'title-short',
        'original-date'[empty($item?issued)]))"/>
    <xsl:sequence select="map:merge((map{'id': $lang || '/' || $item?id},
        ('author', 'editor')[exists($item(.))] ! map:entry(., array{$item(.)?* ! j:ordered(.)}),
        $item?page[$lang eq 'zh'] ! map{'page': translate(., '–', '～')},
        (if ($item?type eq 'book') then 'title' else 'container-title')[$lang eq 'zh'][exists($item(.))]
            ! map:entry(., j:work-title($item(.))),
        $printed))"/>
  </xsl:function>

  <!-- The processor knows no names whose surname always comes first. -->
  <xsl:function name="j:ordered" as="map(*)">
    <xsl:param name="name" as="map(*)"/>
    <xsl:sequence select="if ($name?static-ordering) then map{'literal': j:csl-name-read($name)} else $name"/>
  </xsl:function>

  <!-- Marks within marks would have to change, so a title that has some stays bare. -->
  <xsl:function name="j:work-title" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="if (matches($title, '[㐀-鿿]') and not(matches($title, '[《》]'))) then '《' || $title || '》' else $title"/>
  </xsl:function>
</xsl:package>
