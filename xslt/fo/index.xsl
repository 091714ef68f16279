<?xml version="1.0" encoding="UTF-8"?>
<!-- Indexes of what the registers know and the texts name: persons, places, organisations, treaties. They are made last,
     when the pages are known. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:j="urn:jilu" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="index" on-no-match="fail"/>

  <!-- For each entry the places that name it, in order: an id, and the sheet and label of a page on which it stands. -->
  <xsl:param name="mentions" as="map(xs:string, map(xs:string, item())*)?" select="()"/>

  <xsl:variable name="index-kinds" as="map(xs:string, xs:string+)" select="map{
      'index-persons': ('person', 'personGrp'), 'index-places': 'place', 'index-organizations': 'org', 'index-treaties': 'event'}"/>
  <xsl:variable name="index-order" as="xs:string+" select="'index-persons', 'index-places', 'index-organizations', 'index-treaties'"/>

  <!-- What an index may list, and so whether the book has it. -->
  <xsl:function name="j:entries" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="index" as="xs:string"/>
    <xsl:sequence select="$tei/standOff//*[local-name() = $index-kinds($index)]"/>
  </xsl:function>

  <xsl:function name="j:indexes" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$index-order[exists(j:entries($tei, .))]"/>
  </xsl:function>

  <xsl:template match="TEI" mode="index" as="element(fo:page-sequence)">
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:call-template name="pages">
      <xsl:with-param name="id" select="'indexes'"/>
      <xsl:with-param name="master" select="'index'"/>
      <xsl:with-param name="left" select="j:book-title(.)"/>
      <xsl:with-param name="right" select="j:string('indexes', $lang)"/>
      <xsl:with-param name="flow" as="element(fo:block)+">
        <fo:block j:text="generated" id="indexes" span="all" xsl:use-attribute-sets="title">{j:string('indexes', $lang)}</fo:block>
        <xsl:for-each select="j:indexes($tei)">
          <fo:block j:text="generated" role="H2" id="{.}" span="all" font-size="{j:ems(1.1)}" padding-before="{j:lines(1)}"
              padding-after="{j:lines(0.5)}" xsl:use-attribute-sets="heading">{j:string(., $lang)}</fo:block>
          <fo:block role="Index" j:text="generated" font-size="9.5pt" line-height="15pt">
            <xsl:for-each select="j:entries($tei, .)[exists($mentions(@xml:id))]">
              <xsl:sort select="j:entry-name(., $lang)" lang="{$lang}"/>
              <xsl:sequence select="j:index-line(., $lang)"/>
            </xsl:for-each>
          </fo:block>
        </xsl:for-each>
        <!-- Columns are made even only before something that spans them. -->
        <fo:block span="all"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="j:index-line" as="element(fo:block)">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="j:entry-name($entry, $lang)"/>
    <xsl:variable name="original" as="xs:string?" select="($entry/(persName | placeName | orgName | label)[@xml:lang = 'ru'])[1] ! normalize-space()"/>
    <fo:block start-indent="2em" text-indent="-2em" keep-together.within-column="always">
      <fo:inline>{$name}</fo:inline>
      <xsl:if test="$original">
        <fo:inline font-size="8pt" color="{$grey}" xml:lang="ru">{j:string('open-paren', $lang)}{$original}{j:string('close-paren', $lang)}</fo:inline>
      </xsl:if>
      <xsl:if test="$entry/self::event/@when">
        <fo:inline font-size="8pt" color="{$grey}">{j:string('open-paren', $lang)}{j:date($entry/@when, $lang)}{j:string('close-paren', $lang)}</fo:inline>
      </xsl:if>
      <xsl:for-each select="j:runs($mentions($entry/@xml:id))">
        <fo:inline>{if (position() eq 1) then '&#x3000;' else ', '}</fo:inline>
        <fo:basic-link internal-destination="{?id}" fox:alt-text="{$name} {?label}">{?label}</fo:basic-link>
      </xsl:for-each>
    </fo:block>
  </xsl:function>

  <!-- The name in the language of the book, or else the first. -->
  <xsl:function name="j:entry-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="normalize-space(j:in-language($entry/(persName | placeName | orgName | label | name | desc), $lang))"/>
  </xsl:function>

  <!-- Pages that follow one another are one run, 12–14; front matter has numbers of its own. -->
  <xsl:function name="j:runs" as="map(xs:string, item())*">
    <xsl:param name="places" as="map(xs:string, item())*"/>
    <xsl:variable name="pages" as="map(xs:string, item())*">
      <xsl:for-each-group select="$places" group-by="?sheet">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:sequence select="current-group()[1]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="numbered" as="map(xs:string, item())*"
        select="for $n in 1 to count($pages) return map:put($pages[$n], 'run', ($pages[$n]?sheet - $n) || matches($pages[$n]?label, '[0-9]'))"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:for-each-group select="$numbered" group-adjacent="?run">
      <xsl:sequence select="map{'id': ?id, 'label': string-join(distinct-values((?label, current-group()[last()]?label)), '–')}"/>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
