<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI file in, what can be compared out: its passages, in reading order, each with its voice, and its quotations,
     each with the passages it names. Text is given in runs; q="1" where a quotation is encoded around it. -->
<xsl:package name="urn:jilu:quotations" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="quotations" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="quotations" visibility="public" on-no-match="shallow-skip"/>
  <xsl:mode name="quoted" on-no-match="shallow-skip"/>
  <xsl:mode name="runs" on-no-match="shallow-skip"/>
  <xsl:include href="common/functions.xsl"/>

  <xsl:template match="/">
    <j:passages id="{*/@xml:id}">
      <xsl:apply-templates select="*/text"/>
      <xsl:apply-templates select="*/text" mode="quoted"/>
    </j:passages>
  </xsl:template>

  <!-- A block of text, and all in it. -->
  <xsl:template match="p | ab | item | l | head | salute | signed | dateline | byline | addrLine | titlePart | cell | stage
      | *[self::q or self::quote or self::said][parent::body or parent::div or parent::front or parent::back
      or parent::sp or parent::cit][not(.//p or .//ab or .//l)]">
    <j:passage id="{ancestor-or-self::*[@xml:id][1]/@xml:id}" path="{path()}" voice="{j:voice(.)}" speech="{j:speech(.)}"
        label="{preceding-sibling::*[1]/self::speaker ! normalize-space()}" within="{ancestor-or-self::*/@xml:id}">
      <xsl:apply-templates mode="runs"/>
    </j:passage>
  </xsl:template>

  <xsl:template match="gap[j:stands-alone(.)]">
    <j:passage id="{ancestor-or-self::*[@xml:id][1]/@xml:id}" path="{path()}" voice="document" speech=""
        within="{ancestor-or-self::*/@xml:id}">
      <xsl:apply-templates select="." mode="runs"/>
    </j:passage>
  </xsl:template>

  <!-- A heading is no evidence; nor is what somebody answers for who is not the text, or what stands in the edition's own file. -->
  <xsl:function name="j:voice" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        if (exists($block/ancestor-or-self::*[@resp][ancestor::text]) or exists(root($block)/TEI/text/group)
            or $block/self::head[@type = ('compiler', 'label')]) then 'compiler'
        else if (exists($block/(self::head | self::titlePart))) then 'heading'
        else 'document'"/>
  </xsl:function>

  <!-- Where a text sets speeches apart, what stands outside them is told in the words of whoever wrote it down. -->
  <xsl:function name="j:speech" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="nearest" as="element()?" select="$block/ancestor-or-self::*[self::sp | self::said | self::q][1]"/>
    <xsl:sequence select="
        if ($nearest/self::said/@direct = 'false') then 'reported'
        else if (exists($nearest)) then 'direct'
        else if (exists($block/ancestor::text[1]//sp) and exists($block/(self::p | self::ab | self::item))) then 'reported'
        else ''"/>
  </xsl:function>

  <!-- A quotation, with the pieces that follow it; one inside another counts with it unless it names a source itself. -->
  <xsl:template match="quote | q | said" mode="quoted">
    <xsl:if test="not(@prev) and normalize-space() and (@source or not(ancestor::quote | ancestor::q | ancestor::said))">
      <j:quotation id="{@xml:id}" path="{path()}" sources="{(@source, parent::cit/(@source, (bibl | ref)/(@source, @corresp, @target)))[1]}"
          who="{@who}" home="{ancestor-or-self::*[@xml:id][1]/@xml:id}"
          paths="{(., j:chain(.)) ! (ancestor-or-self::* , descendant::*) ! path()}">
        <xsl:for-each select="., j:chain(.)">
          <xsl:if test="position() gt 1"><j:break/></xsl:if>
          <xsl:apply-templates mode="runs"/>
        </xsl:for-each>
      </j:quotation>
    </xsl:if>
    <xsl:apply-templates mode="quoted"/>
  </xsl:template>

  <xsl:function name="j:chain" as="element()*">
    <xsl:param name="piece" as="element()"/>
    <xsl:variable name="next" as="element()?" select="key('id', j:ids($piece/@next), root($piece))[. &gt;&gt; $piece][1]"/>
    <xsl:sequence select="$next ! (., j:chain(.))"/>
  </xsl:function>

  <xsl:template match="*[j:is-aside(.)]" mode="runs" priority="1"/>

  <xsl:template match="text()" mode="runs">
    <xsl:if test="normalize-space() or ../text()[normalize-space()]">
      <j:t><xsl:if test="ancestor::q or ancestor::quote or ancestor::said"><xsl:attribute name="q" select="1"/></xsl:if>{.}</j:t>
    </xsl:if>
  </xsl:template>

  <xsl:template match="gap" mode="runs">
    <j:gap>{j:omission(.)}</j:gap>
  </xsl:template>

  <xsl:template match="lb" mode="runs">
    <j:t>{'&#10;'}</j:t>
  </xsl:template>

  <xsl:template match="p | ab | l | item" mode="runs">
    <xsl:if test="preceding-sibling::*[1][self::p | self::ab | self::l | self::item]"><j:break/></xsl:if>
    <xsl:apply-templates mode="runs"/>
  </xsl:template>
</xsl:package>
