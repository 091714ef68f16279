<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI file in, what can be compared out, as a map: its passages, in reading order, each with its voice, and its
     quotations, each with the passages it names. Of a place the node itself is given, which knows where it stands. What
     costs a walk for each block is first asked of the whole text: mostly there is nothing of it. -->
<xsl:package name="urn:jilu:quotations" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="quotations" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="quotations" visibility="public" on-no-match="fail"/>
  <xsl:mode name="passages" on-no-match="fail"/>
  <xsl:mode name="inside" on-no-match="fail"/>
  <xsl:mode name="runs" on-no-match="shallow-skip"/>
  <xsl:include href="common/functions.xsl"/>

  <xsl:variable name="compiled" as="xs:boolean" select="exists(/*/text/group)"/>
  <xsl:variable name="answered" as="xs:boolean" select="exists(/*/text//@resp)"/>
  <xsl:variable name="speaking" as="xs:boolean" select="exists(/*/text//(sp | speaker))"/>
  <xsl:variable name="quoting" as="xs:boolean" select="exists(/*/text//(q | quote | said))"/>

  <xsl:variable name="joined" as="xs:boolean"
      select="$quoting and exists(/*/text//(q | quote | said)/(@next | @prev))"/>

  <xsl:key name="next" match="(q | quote | said)[@next]" use="j:ids(@next)"/>
  <xsl:key name="prev" match="(q | quote | said)[@prev]" use="j:ids(@prev)"/>

  <xsl:template match="/" as="map(*)">
    <xsl:variable name="passages" as="item()*"><xsl:apply-templates select="*/text" mode="passages"/></xsl:variable>
    <xsl:sequence select="map {
        'id': string(*/@xml:id),
        'passages': $passages,
        'quotations': if ($quoting) then */text//(quote | q | said)[j:is-quotation(.)] ! j:quotation(.) else () }"/>
  </xsl:template>

  <!-- Each block of a text, and all in it: the block itself, its voice, how its words are given, the label before it,
       its runs, and 0. Where a text sets speeches apart, what stands outside them is told in the words of whoever
       wrote it down. -->
  <xsl:template match="text" mode="passages" as="item()*">
    <xsl:apply-templates mode="passages" select="outermost(.//(p | ab | item | l | head | salute | signed | dateline
        | byline | addrLine | titlePart | cell | stage | text | q | quote | said | gap)
        [if (self::q or self::quote or self::said) then j:is-block(.) else not(self::gap) or j:stands-alone(.)])">
      <xsl:with-param name="speeches" as="xs:boolean" select="exists(.//sp)"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="gap" mode="passages" as="item()*">
    <xsl:sequence select="., 'document', '', '', j:omission(.), 0"/>
  </xsl:template>

  <xsl:template match="*" mode="passages" priority="-1" as="item()*">
    <xsl:param name="speeches" as="xs:boolean" required="yes"/>
    <xsl:variable name="around" as="element()*" select="if ($speaking or $quoting)
        then ancestor-or-self::sp | ancestor-or-self::q | ancestor-or-self::quote | ancestor-or-self::said else ()"/>
    <xsl:sequence select="., j:voice(.), j:speech(., $around[not(self::quote)][last()], $speeches),
        if ($speaking) then normalize-space(preceding-sibling::*[1]/self::speaker) else ''"/>
    <xsl:if test="$around[not(self::sp)]"><xsl:sequence select="true()"/></xsl:if>
    <xsl:apply-templates select="." mode="inside"/>
    <xsl:sequence select="0"/>
  </xsl:template>

  <xsl:template match="*" mode="inside" as="item()*">
    <xsl:apply-templates mode="runs"/>
  </xsl:template>

  <!-- Most blocks hold no more than words and what names them. -->
  <xsl:template match="*[empty(.//(q | quote | said | note | del | rdg | corr | reg | expan | bibl | gap | p | ab | l
      | item | choice | subst | app | lb | pb | cb | gb))]" mode="inside" as="text()*">
    <xsl:sequence select=".//text()"/>
  </xsl:template>

  <!-- A quotation that stands between blocks, and has none in it. -->
  <xsl:function name="j:is-block" as="xs:boolean">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="exists($quotation[parent::body or parent::div or parent::front or parent::back
        or parent::sp or parent::cit][not(.//p or .//ab or .//l)])"/>
  </xsl:function>

  <!-- A heading is no evidence; nor is what somebody answers for who is not the text, or what stands in the edition's own file. -->
  <xsl:function name="j:voice" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        if ($compiled or $answered and $block/ancestor-or-self::*[@resp][ancestor::text]
            or $block/self::head/@type = ('compiler', 'label')) then 'compiler'
        else if ($block/self::head or $block/self::titlePart) then 'heading'
        else 'document'"/>
  </xsl:function>

  <xsl:function name="j:speech" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="nearest" as="element()?"/>
    <xsl:param name="speeches" as="xs:boolean"/>
    <xsl:sequence select="
        if ($nearest/self::said/@direct = 'false') then 'reported'
        else if (exists($nearest)) then 'direct'
        else if ($speeches and ($block/self::p or $block/self::ab or $block/self::item)) then 'reported'
        else ''"/>
  </xsl:function>

  <!-- One inside another counts with it unless it names a source itself; so does a piece with the one before it. -->
  <xsl:function name="j:is-quotation" as="xs:boolean">
    <xsl:param name="words" as="element()"/>
    <xsl:sequence select="exists($words[not(@prev)][normalize-space()][empty(j:before(.))]
        [@source or not(ancestor::quote | ancestor::q | ancestor::said)])"/>
  </xsl:function>

  <!-- A quotation, with the pieces that follow it. -->
  <xsl:function name="j:quotation" as="map(*)">
    <xsl:param name="first" as="element()"/>
    <xsl:variable name="pieces" as="element()+" select="$first, j:chain($first)"/>
    <xsl:variable name="runs" as="item()*">
      <xsl:for-each select="$pieces">
        <xsl:sequence select="if (position() gt 1) then . else ()"/>
        <xsl:apply-templates mode="runs"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="map { 'pieces': $pieces, 'runs': $runs, 'sources': string(($first/@source,
        $first/parent::cit/(@source, (bibl | ref)/(@source, @corresp, @target)))[1]),
        'telling': j:is-telling($first) }"/>
  </xsl:function>

  <!-- A document tells what somebody said, an editor names in what he supplies what is spoken of: nothing is quoted from
       elsewhere. -->
  <xsl:function name="j:is-telling" as="xs:boolean">
    <xsl:param name="words" as="element()"/>
    <xsl:sequence select="exists($words/ancestor::supplied)
        or exists($words[@who][not(ancestor::head)][j:voice(.) = 'document'])"/>
  </xsl:function>

  <xsl:function name="j:chain" as="element()*">
    <xsl:param name="piece" as="element()"/>
    <xsl:variable name="next" as="element()?" select="if ($joined)
        then (key('prev', $piece/@xml:id, root($piece)), $piece/@next ! key('id', j:ids(.), root($piece)))
            [. &gt;&gt; $piece][j:before(.) is $piece][1]
        else ()"/>
    <xsl:sequence select="$next ! (., j:chain(.))"/>
  </xsl:function>

  <!-- Of two pieces of which only one points to the other both are read as they were meant; it is told elsewhere. -->
  <xsl:function name="j:before" as="element()?">
    <xsl:param name="piece" as="element()"/>
    <xsl:sequence select="if ($joined)
        then (key('next', $piece/@xml:id, root($piece)), $piece/@prev ! key('id', j:ids(.), root($piece)))
            [. &lt;&lt; $piece][1]
        else ()"/>
  </xsl:function>

  <!-- Runs: a text node for its words, a string for an omission as it is printed, an element for the paragraph that
       begins with it, true where a quotation begins and false where it ends. -->
  <xsl:template match="text()[normalize-space() or not(parent::choice or parent::subst or parent::app)]" mode="runs">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- A line or page that ends parts words as a line of the file does. -->
  <xsl:template match="(lb | pb | cb | gb)[not(@break = 'no')]" mode="runs">
    <xsl:value-of select="'&#10;'"/>
  </xsl:template>

  <xsl:template match="q | quote | said" mode="runs">
    <xsl:sequence select="true()"/>
    <xsl:apply-templates mode="runs"/>
    <xsl:sequence select="false()"/>
  </xsl:template>

  <!-- Names first: to ask every element costs as much as all the rest. -->
  <xsl:template match="note | del | rdg | corr[j:is-aside(.)] | reg[j:is-aside(.)] | expan[j:is-aside(.)]
      | bibl[j:is-aside(.)]" mode="runs" priority="1"/>

  <xsl:template match="gap" mode="runs">
    <xsl:sequence select="j:omission(.)"/>
  </xsl:template>

  <xsl:template match="p | ab | l | item" mode="runs">
    <xsl:sequence select=".[preceding-sibling::*[1][self::p | self::ab | self::l | self::item]]"/>
    <xsl:apply-templates mode="runs"/>
  </xsl:template>
</xsl:package>
