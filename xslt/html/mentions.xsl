<?xml version="1.0" encoding="UTF-8"?>
<!-- A register as a page: each entry with its names, what is known, and every place where the texts name it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="register" on-no-match="fail"/>
  <xsl:mode name="entry" on-no-match="shallow-skip"/>

  <xsl:template mode="register" match="TEI">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <article class="register">
      <xsl:sequence select="j:page-head(.)"/>
      <xsl:call-template name="map"/>
      <xsl:for-each select="standOff/*[exists(j:entries(.))]">
        <nav class="index" aria-label="{j:string('index', $lang)}">
          <ul>
            <xsl:for-each select="j:entries(.)">
              <li><a href="#{@xml:id}"><xsl:sequence select="j:name-in(., $lang)"/></a></li>
            </xsl:for-each>
          </ul>
        </nav>
        <xsl:apply-templates select="j:entries(.)" mode="entry"/>
      </xsl:for-each>
    </article>
  </xsl:template>

  <xsl:function name="j:entries" as="element()*">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="$list//(person | personGrp | place | org | event)[@xml:id][not(@copyOf)]"/>
  </xsl:function>

  <xsl:function name="j:names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/(persName | placeName | orgName | label)"/>
  </xsl:function>

  <!-- Its chief name in the language of the page, or else the first. -->
  <xsl:function name="j:name-in" as="element(h:span)" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="name" as="element()?" select="j:in-language(j:names($entry), $lang)"/>
    <span><xsl:sequence select="j:language(j:lang(($name, $entry)[1]))"/>{($name, $entry/@xml:id)[1]}</span>
  </xsl:function>

  <xsl:template mode="entry" match="person | personGrp | place | org | event">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <section class="entry-of {local-name()}" id="{@xml:id}">
      <h2><xsl:sequence select="j:name-in(., $lang)"/></h2>
      <xsl:sequence select="j:facts(.)"/>
      <xsl:for-each select="bibl[@type = 'speech'][1]">
        <xsl:sequence select="j:cited-in(../bibl[@type = 'speech'], 'said', $lang)"/>
        <p class="to-said"><a href="said-{../@xml:id}.html">{j:string('page-said', $lang, string(j:name-in(.., $lang)))}</a></p>
      </xsl:for-each>
      <xsl:for-each select="bibl[@type = 'mention'][1]">
        <xsl:sequence select="j:cited-in(../bibl[@type = 'mention'], 'named', $lang)"/>
      </xsl:for-each>
      <xsl:if test="empty(bibl[@type = ('mention', 'speech')])"><p class="none">{j:string('not-named', $lang)}</p></xsl:if>
    </section>
  </xsl:template>

  <!-- Other names, dates, remarks, identifiers: the same on the register's page and on a card. -->
  <xsl:function name="j:facts" as="node()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($entry)"/>
    <xsl:variable name="chief" as="element()?" select="j:in-language(j:names($entry), $lang)"/>
    <xsl:where-populated>
      <p class="other-names">
        <xsl:for-each select="j:names($entry) except $chief">
          <xsl:if test="position() gt 1"><span class="dot" aria-hidden="true"> · </span></xsl:if>
          <span><xsl:sequence select="j:language(j:lang(.))"/>{.}</span>
        </xsl:for-each>
      </p>
    </xsl:where-populated>
    <xsl:where-populated>
      <p class="life">{j:life($entry)}</p>
    </xsl:where-populated>
    <xsl:for-each select="j:in-language($entry/note, $lang)">
      <p class="remark-of"><xsl:sequence select="j:language(j:lang(.))"/>{.}</p>
    </xsl:for-each>
    <xsl:where-populated>
      <p class="ids"><xsl:for-each select="$entry/idno">
        <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:sequence select="j:identifier(.)"/>
      </xsl:for-each></p>
    </xsl:where-populated>
  </xsl:function>

  <xsl:function name="j:life" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($entry)"/>
    <xsl:variable name="born" as="xs:string?" select="$entry/birth ! (@when ! j:date(., $lang), string())[1]"/>
    <xsl:variable name="died" as="xs:string?" select="$entry/death ! (@when ! j:date(., $lang), string())[1]"/>
    <xsl:sequence select="string-join((
        ($born || ' – ' || $died)[exists($born) or exists($died)],
        $entry/@when ! j:date(., $lang),
        $entry/location/geo ! j:position(., $lang)), j:string('comma', $lang))"/>
  </xsl:function>

  <xsl:function name="j:position" as="xs:string">
    <xsl:param name="geo" as="element(geo)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="numbers" as="xs:double+" select="tokenize(normalize-space($geo), '[ ,]+') ! number(.)"/>
    <xsl:sequence select="j:string(if ($numbers[1] ge 0) then 'north' else 'south', $lang, format-number(abs($numbers[1]), '0.0#')) || ' '
        || j:string(if ($numbers[2] ge 0) then 'east' else 'west', $lang, format-number(abs($numbers[2]), '0.0#'))"/>
  </xsl:function>

  <!-- Only kinds of identifier whose addresses are known become links. -->
  <xsl:variable name="authorities" as="map(xs:string, xs:string)" select="map{
      'wikidata': 'https://www.wikidata.org/wiki/', 'viaf': 'https://viaf.org/viaf/', 'geonames': 'https://www.geonames.org/'}"/>

  <xsl:function name="j:identifier" as="element()">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="type" as="xs:string" select="lower-case($idno/@type)"/>
    <xsl:choose>
      <xsl:when test="map:contains($authorities, $type)">
        <a rel="external" href="{$authorities($type)}{$idno}">{j:authority($type)} {$idno}</a>
      </xsl:when>
      <xsl:otherwise><span>{$idno/@type} {$idno}</span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="j:authority" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="map{'wikidata': 'Wikidata', 'viaf': 'VIAF', 'geonames': 'GeoNames'}($type)"/>
  </xsl:function>

  <!-- Document by document, each place on a line of its own. -->
  <xsl:function name="j:cited-in" as="element(h:details)" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="cited" as="element(bibl)+"/>
    <xsl:param name="how" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="count" as="xs:integer" select="count($cited/ref)"/>
    <details class="{$how}">
      <xsl:if test="$count le 6"><xsl:attribute name="open" select="'open'"/></xsl:if>
      <summary>{j:string('cited-' || $how, $lang)} <span class="count">{
        j:string('times', $lang, string($count))}{j:string('comma', $lang)}{
        j:string('in-documents', $lang, string(count($cited)))}</span></summary>
      <xsl:for-each select="$cited">
        <div class="cited-in">
          <p class="where">
            <xsl:for-each select="date[@when]"><time datetime="{@when}">{j:date(@when, $lang)}</time></xsl:for-each>
            <a href="{j:href(@corresp, .)}"><span lang="{j:lang(.)}">{title}</span></a>
          </p>
          <ul lang="{j:lang(.)}">
            <xsl:for-each select="ref">
              <li><span class="context"><xsl:apply-templates mode="context"/></span>
                <xsl:variable name="n" as="xs:string" select="if (contains(@target, '#')) then replace(@target, '^.*[^0-9]', '') else ''"/>
                <a class="to" href="{j:href(@target, .)}">
                  <xsl:attribute name="aria-label" select="string-join((../title,
                      if ($n) then j:string('paragraph-n', $lang, $n) else ()), ' ')"/>
                  <xsl:text>{($n[.], '→')[1]}</xsl:text>
                </a>
              </li>
            </xsl:for-each>
          </ul>
        </div>
      </xsl:for-each>
    </details>
  </xsl:function>

  <xsl:mode name="context" on-no-match="shallow-skip"/>

  <xsl:template mode="context" match="text()"><xsl:sequence select="j:foreign-run(.)"/></xsl:template>

  <xsl:template mode="context" match="hi"><b><xsl:apply-templates mode="context"/></b></xsl:template>

  <!-- Who and what a document names, at its end; the script shows the same as cards beside the names. -->
  <xsl:template name="names">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="refs" as="xs:string*"
        select="distinct-values((text//@ref, teiHeader/profileDesc//(@ref | @sameAs), text//@who) ! j:ids(.))"/>
    <xsl:variable name="entries" as="element()*"
        select="standOff/*/(person | personGrp | place | org | event)[@copyOf][@xml:id = $refs]"/>
    <xsl:if test="exists($entries)">
      <section class="names" aria-labelledby="jilu-names" lang="{j:interface-tag(.)}">
        <h2 id="jilu-names">{j:string('names', $lang)}</h2>
        <ul>
          <xsl:for-each select="$entries">
            <li class="card {local-name()}" id="jilu-name-{@xml:id}">
              <p class="name"><a href="{j:href(@copyOf, .)}"><xsl:sequence select="j:name-in(., $lang)"/></a></p>
              <xsl:sequence select="j:facts(.)[not(self::*[@class = 'ids'])]"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
