<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI Guidelines, chapter 3: elements available in all documents. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="run-in" on-no-match="shallow-skip"/>

  <xsl:template match="p | ab">
    <xsl:call-template name="paragraph-number"/>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:sequence select="j:id(.)"/>
      <xsl:apply-templates select="preceding-sibling::*[1]/self::speaker" mode="run-in"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- Where the author ended his lines himself, they stand under one another. -->
  <xsl:template match="p[lb] | ab[lb]">
    <xsl:call-template name="paragraph-number"/>
    <fo:block start-indent="from-parent(start-indent) + 2em" text-align="start">
      <xsl:sequence select="j:id(.)"/>
      <xsl:apply-templates select="preceding-sibling::*[1]/self::speaker" mode="run-in"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="list">
    <fo:block space-before="0pt"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- The number of an item is part of its text in this kind of source. -->
  <xsl:template match="item">
    <fo:block start-indent="3em" text-indent="-1em" xsl:use-attribute-sets="justified"><xsl:sequence select="j:id(.)"/><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="item/label">
    <fo:inline><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <!-- A quotation set off: half a line above the first and below the last of several. -->
  <xsl:template match="quote[p | lg | floatingText] | q[p] | cit[quote[p | lg | floatingText]]/quote" priority="1">
    <fo:block role="BlockQuote" font-family="kai" start-indent="from-parent(start-indent) + 2em" end-indent="2em"
        space-before="{j:lines(if ((parent::cit, .)[1]/preceding-sibling::*[1][self::quote | self::cit | self::q]) then 0 else 0.5)}"
        space-after="{j:lines(if ((parent::cit, .)[1]/following-sibling::*[1][self::quote | self::cit | self::q]) then 0 else 0.5)}">
      <xsl:sequence select="j:id(.)"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="cit[quote[p | lg | floatingText]]">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="q | quote | cit | title | ref | ptr | idno | email | term | foreign | date | biblScope | note
      | editor | author | publisher | pubPlace | extent | num | measure | abbr | mentioned | soCalled | gloss | seg">
    <fo:inline>
      <xsl:sequence select="j:id(.)"/>
      <xsl:apply-templates/>
    </fo:inline>
  </xsl:template>

  <!-- Books and journals stand in italics; the print step slants Western words only. -->
  <xsl:template match="title[@level = ('m', 'j')]">
    <fo:inline font-style="italic">
      <xsl:sequence select="j:id(.)"/>
      <xsl:apply-templates/>
    </fo:inline>
  </xsl:template>

  <!-- Words of another language than those around them say so, whatever else they are. -->
  <xsl:template match="*[@xml:lang][not(self::TEI)][parent::*]" priority="10">
    <xsl:variable name="lang" as="attribute()" select="@xml:lang"/>
    <xsl:variable name="set" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:choose>
      <xsl:when test="exists($set/self::fo:block)">
        <xsl:for-each select="$set"><xsl:copy><xsl:copy-of select="$lang[current()/self::fo:block], @*, node()"/></xsl:copy></xsl:for-each>
      </xsl:when>
      <xsl:when test="exists($set)"><fo:inline><xsl:copy-of select="$lang, $set"/></fo:inline></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Chinese emphasizes with a dot under each character, never with a slant. -->
  <xsl:template match="hi">
    <fo:inline font-family="song-dotted"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <!-- A reading follows its characters, small and raised: above them it would be copied before them. -->
  <xsl:template match="ruby | rb">
    <fo:inline><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="rt">
    <fo:inline font-size="60%" baseline-shift="0.5em" line-height="1pt"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="lb">
    <fo:block/>
  </xsl:template>

  <!-- Where the source's page ended is told by the register of interventions, not by a mark in the line. -->
  <xsl:template match="pb | cb | milestone | anchor"/>

  <!-- An omission, in the form in which the source prints it. -->
  <xsl:template match="gap">
    <fo:inline><xsl:sequence select="j:generated(.)"/>{j:omission(.)}</fo:inline>
  </xsl:template>

  <!-- Where the source’s mark is not recorded, ours is none of its words. -->
  <xsl:function name="j:generated" as="attribute()?">
    <xsl:param name="gap" as="element()"/>
    <xsl:if test="empty(j:mark($gap))"><xsl:attribute name="j:text" select="'generated'"/></xsl:if>
  </xsl:function>

  <!-- Never alone at the top of a page; a row of many must part somewhere. -->
  <xsl:template match="gap[j:stands-alone(.)]">
    <fo:block text-indent="2em" keep-with-previous.within-page="{
        if (preceding-sibling::*[1][self::gap]/preceding-sibling::*[1][self::gap]) then 'auto' else 'always'}">
      <xsl:sequence select="j:generated(.)"/>
      <xsl:value-of select="j:omission(.)"/>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
