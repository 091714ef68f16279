<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI Guidelines, chapter 4: texts, divisions, headings, openers and closers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A document: a page sequence of its own. -->
  <xsl:template match="TEI">
    <xsl:variable name="title" as="xs:string" select="normalize-space((teiHeader/fileDesc/titleStmt/title)[1])"/>
    <xsl:call-template name="pages">
      <xsl:with-param name="id" select="string(@xml:id)"/>
      <xsl:with-param name="left" select="string((teiHeader/fileDesc/seriesStmt/title, $title)[1])"/>
      <xsl:with-param name="right" select="string-join((teiHeader/profileDesc/creation/date/@when, $title), '　')"/>
      <xsl:with-param name="first" select="if (exists(teiHeader/fileDesc/notesStmt/relatedItem[@type = 'preceding'])) then 'auto' else '1'"/>
      <xsl:with-param name="cited" select="string(@xml:id)"/>
      <xsl:with-param name="flow" as="node()*">
        <fo:block><xsl:sequence select="j:id(.)"/><xsl:apply-templates select="text"/></fo:block>
        <xsl:apply-templates select="teiHeader/fileDesc/sourceDesc"/>
        <xsl:call-template name="citation"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="text | front | body | back">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Kind and parties stand after the last line of the document's opening. -->
  <xsl:template match="TEI/text/body">
    <xsl:variable name="opening" as="element()*" select="j:opening(.)"/>
    <xsl:apply-templates select="$opening"/>
    <xsl:for-each select="ancestor::TEI"><xsl:call-template name="facts"/></xsl:for-each>
    <fo:block space-before="{j:lines(1)}" space-before.conditionality="discard"><xsl:apply-templates select="node() except $opening"/></fo:block>
  </xsl:template>

  <!-- The headings and dateline with which a text begins. -->
  <xsl:function name="j:opening" as="element()*">
    <xsl:param name="body" as="element(body)"/>
    <xsl:variable name="first-other" as="element()?"
        select="$body/*[not(self::head | self::dateline | self::byline | self::docDate)][1]"/>
    <xsl:sequence select="$body/*[empty($first-other) or . &lt;&lt; $first-other]"/>
  </xsl:function>

  <xsl:template match="div">
    <fo:block><xsl:sequence select="j:id(.)"/><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="head">
    <fo:block role="H2" font-size="{j:ems(1.1)}" space-before="{j:lines(0.5)}" space-after="{j:lines(0.5)}" xsl:use-attribute-sets="heading"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- The compiler's bracketed label and headline: another voice than the document's. -->
  <xsl:template match="head[@type = 'label']">
    <fo:block role="P" font-family="hei" font-size="{j:ems(1)}" text-align="center" color="{$rubric}" keep-with-next.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="head[@type = 'compiler']">
    <fo:block role="P" space-after="{j:lines(1)}" keep-with-next.within-page="always" xsl:use-attribute-sets="compiler"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- Its lines are half as high again: after an odd number of them half a line is left. -->
  <xsl:template match="body/head[@type = 'title']">
    <fo:block space-after="{j:lines(0.5 * (j:title-lines(.) mod 2))}" xsl:use-attribute-sets="title">
      <xsl:apply-templates/>
      <xsl:if test=". is ../head[@type = 'title'][1]"><xsl:call-template name="source-note"/></xsl:if>
    </fo:block>
  </xsl:template>

  <!-- How many lines a title takes, a foreign letter being half a character wide. -->
  <xsl:function name="j:title-lines" as="xs:integer">
    <xsl:param name="head" as="element(head)"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each-group select="$head//(text() | lb)" group-starting-with="lb">{normalize-space(string-join(current-group()))}</xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="xs:integer(sum($lines ! max((1, ceiling(
        (string-length() + string-length(replace(., '[&#x20;-ӿ]', ''))) div 2 * 1.5 * xs:decimal($design?em) div $design?measure)))))"/>
  </xsl:function>

  <xsl:template match="body/head[@type = 'sub']">
    <fo:block role="P" font-size="{j:ems(1.1)}" text-align="center" keep-with-next.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="body/dateline | byline | docDate">
    <fo:block text-align="center" keep-with-next.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="opener | closer | address">
    <fo:block><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="closer" priority="1">
    <fo:block space-before="{j:lines(1)}" keep-with-previous.within-page="1"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="salute | addrLine">
    <fo:block><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="signed | closer/dateline">
    <fo:block text-align="end" end-indent="1em" keep-with-next.within-page="1"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="opener/dateline">
    <fo:block text-align="end"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="closer/address">
    <fo:block space-before="{j:lines(1)}"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="floatingText">
    <fo:block><xsl:apply-templates/></fo:block>
  </xsl:template>
</xsl:stylesheet>
