<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of the book: title leaves, preface, contents, the places of the documents, appendices, the place of the
     indexes, how to cite, colophon; bookmarks and attached files. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:pdf="http://xmlgraphics.apache.org/fop/extensions/pdf"
    xmlns:j="urn:jilu" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="bookmarks" on-no-match="shallow-skip"/>
  <xsl:mode name="contents" on-no-match="shallow-skip"/>
  <xsl:mode name="places" on-no-match="shallow-skip"/>
  <xsl:mode name="attachments" on-no-match="shallow-skip"/>

  <xsl:template match="TEI[j:is-frame(.)]">
    <xsl:variable name="title" as="xs:string" select="string((teiHeader/fileDesc/titleStmt/title)[1])"/>
    <fo:root xml:lang="{j:lang(.)}">
      <xsl:call-template name="page-masters"/>
      <fo:declarations>
        <xsl:apply-templates select="teiHeader" mode="xmp"/>
        <xsl:apply-templates select="." mode="attachments"/>
      </fo:declarations>
      <fo:bookmark-tree>
        <xsl:sequence select="j:bookmark('title-page', $title, ()), j:bookmark('imprint', j:string('imprint', j:interface(.)), ())"/>
        <xsl:apply-templates select="text" mode="bookmarks"/>
      </fo:bookmark-tree>
      <xsl:call-template name="title-leaves"/>
      <xsl:for-each select="text/front/div">
        <xsl:call-template name="pages">
          <xsl:with-param name="id" select="j:anchor(.)"/>
          <xsl:with-param name="left" select="$title"/>
          <xsl:with-param name="right" select="j:division-title(.)"/>
          <xsl:with-param name="format" select="'i'"/>
          <xsl:with-param name="flow" as="node()*"><xsl:apply-templates select="."/></xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="text/body/div[@type = 'contents']">
        <xsl:call-template name="pages">
          <xsl:with-param name="id" select="'contents'"/>
          <xsl:with-param name="left" select="$title"/>
          <xsl:with-param name="right" select="j:string('contents', j:interface(.))"/>
          <xsl:with-param name="format" select="'i'"/>
          <xsl:with-param name="flow" as="node()*"><xsl:apply-templates select="ancestor::text" mode="contents"/></xsl:with-param>
        </xsl:call-template>
        <xsl:apply-templates select="." mode="places"/>
      </xsl:for-each>
      <xsl:for-each select="j:appendices(.)">
        <xsl:processing-instruction name="jilu-document" select="j:appendix-id(.)"/>
      </xsl:for-each>
      <xsl:if test="exists(j:indexes(.))"><xsl:processing-instruction name="jilu-indexes"/></xsl:if>
      <xsl:if test="$j:shows-citing"><xsl:call-template name="citing"/></xsl:if>
      <xsl:for-each select="text/back/div">
        <xsl:call-template name="pages">
          <xsl:with-param name="id" select="j:anchor(.)"/>
          <xsl:with-param name="left" select="$title"/>
          <xsl:with-param name="right" select="j:division-title(.)"/>
          <xsl:with-param name="flow" as="node()*">
            <xsl:apply-templates select="."/>
            <xsl:if test="position() eq last()">
              <xsl:for-each select="ancestor::TEI"><xsl:call-template name="principles"/></xsl:for-each>
            </xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
    </fo:root>
  </xsl:template>

  <xsl:function name="j:is-frame" as="xs:boolean">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="exists($tei/text/body/div[@type = 'contents'])"/>
  </xsl:function>

  <xsl:template match="titlePage | docTitle">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- As large as one line allows, up to 26 pt; a title too long for that has more than one. -->
  <xsl:template match="titlePart">
    <xsl:variable name="fitting" as="xs:decimal" select="floor($design?measure div max((string-length(normalize-space()), 1)))"/>
    <xsl:variable name="size" as="xs:decimal" select="if ($fitting lt 18) then 22 else min((26, $fitting - 1))"/>
    <fo:block role="H1" font-weight="bold" font-size="{$size}pt" line-height="{$size * 1.5}pt" text-align="center"
        hyphenate="false"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- A colophon stands in the middle of the page, as on a tablet. -->
  <xsl:template match="div[@type = 'colophon']/p" priority="2">
    <xsl:call-template name="paragraph-number"/>
    <fo:block text-align="center" space-after="{j:lines(0.5)}" keep-together.within-page="always"><xsl:sequence select="j:id(.)"/><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- A division of the front or back: its own heading, or a generated one. -->
  <xsl:function name="j:division-title" as="xs:string">
    <xsl:param name="division" as="element(div)"/>
    <xsl:sequence select="string(($division/head[1] ! normalize-space(),
        j:string(if ($division/@type = ('preface', 'colophon')) then $division/@type else 'section', j:interface($division)))[1])"/>
  </xsl:function>

  <xsl:template match="front/div | back/div" priority="1">
    <xsl:if test="empty(head)">
      <fo:block j:text="generated" id="{j:anchor(.)}" space-after="{j:lines(1.5)}" xsl:use-attribute-sets="title">
        <xsl:text>{j:division-title(.)}</xsl:text>
      </fo:block>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Contents, with leaders and page numbers. -->
  <xsl:template match="text" mode="contents">
    <fo:block j:text="generated" id="contents" space-after="{j:lines(0.5)}" xsl:use-attribute-sets="title">
      <xsl:text>{j:string('contents', j:interface(.))}</xsl:text>
    </fo:block>
    <fo:block role="TOC" j:text="generated">
      <xsl:apply-templates select="front, body" mode="contents"/>
      <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
      <xsl:sequence select="j:indexes(ancestor::TEI)[1] ! j:contents-line(., (), j:string('indexes', $lang), (), 0),
          'citing'[$j:shows-citing] ! j:contents-line(., (), j:string('page-cite', $lang), (), 0)"/>
      <xsl:apply-templates select="back" mode="contents"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="front/div | back/div" mode="contents">
    <xsl:sequence select="j:contents-line(j:anchor(.), (), j:division-title(.), (), 0)"/>
  </xsl:template>

  <xsl:template match="body" mode="contents">
    <fo:block role="TOC" space-before="{j:lines(0.5)}" space-after="{j:lines(0.5)}"><xsl:apply-templates mode="contents"/></fo:block>
    <xsl:sequence select="j:appendices(.) ! j:contents-line(j:appendix-id(.), (), string(title), (), 0)"/>
  </xsl:template>

  <xsl:template match="item" mode="contents">
    <xsl:sequence select="j:contents-line(j:item-id(.), date/@when, string(ref/title[1]), string(ref/title[2]),
        count(ancestor::item))"/>
    <xsl:apply-templates select="list" mode="contents"/>
  </xsl:template>

  <xsl:function name="j:contents-line" as="element(fo:block)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="date" as="xs:string?"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="subtitle" as="xs:string?"/>
    <xsl:param name="depth" as="xs:integer"/>
    <xsl:variable name="indent" as="xs:string" select="7 + 1.5 * $depth || 'em'"/>
    <fo:block role="TOCI" start-indent="{$indent}" space-before.minimum="0pt" space-before.optimum="{j:lines(0.2)}"
        space-before.maximum="{j:lines(0.2)}" keep-together.within-page="always">
      <fo:block text-align-last="justify" text-indent="-{$indent}" end-indent="3em" last-line-end-indent="-3em">
        <fo:basic-link internal-destination="{$id}" fox:alt-text="{$title}">
          <fo:inline-container inline-progression-dimension="{$indent}" text-indent="0pt" start-indent="0pt"
              end-indent="0pt" last-line-end-indent="0pt" text-align-last="start">
            <fo:block font-size="9.5pt" line-height="12pt" color="{$rubric}">{($date, '&#xA0;')[1]}</fo:block>
          </fo:inline-container>
          <fo:inline padding-end="0.5em">{$title}</fo:inline>
          <fo:leader leader-pattern="dots" leader-pattern-width="3pt" leader-length.minimum="2em" color="{$grey}"/>
          <fo:inline padding-start="0.25em"><fo:page-number-citation ref-id="{$id}"/></fo:inline>
        </fo:basic-link>
      </fo:block>
      <xsl:if test="$subtitle">
        <fo:block font-family="kai" font-size="{j:ems(0.87)}" line-height="{j:lines(0.7)}">{$subtitle}</fo:block>
      </xsl:if>
    </fo:block>
  </xsl:function>

  <!-- Where the pages of each document belong. -->
  <xsl:template match="item" mode="places">
    <xsl:processing-instruction name="jilu-document" select="j:item-id(.)"/>
    <xsl:apply-templates select="list" mode="places"/>
  </xsl:template>

  <!-- The TEI from which the book is made goes along with it. -->
  <xsl:template match="TEI" mode="attachments">
    <xsl:sequence select="j:attachment(@xml:id, teiHeader/fileDesc/titleStmt/title[1])"/>
    <xsl:apply-templates select="text/body" mode="attachments"/>
  </xsl:template>

  <xsl:template match="item" mode="attachments">
    <xsl:sequence select="j:attachment(j:item-id(.), ref/title[1])"/>
    <xsl:apply-templates select="list" mode="attachments"/>
  </xsl:template>

  <xsl:function name="j:attachment" as="element(pdf:embedded-file)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <pdf:embedded-file filename="{$id}.xml" src="jilu:/files/{$id}.xml" description="{normalize-space($title)}"/>
  </xsl:function>

  <xsl:function name="j:item-id" as="xs:string">
    <xsl:param name="item" as="element(item)"/>
    <xsl:sequence select="replace($item/@corresp, '\.xml$', '')"/>
  </xsl:function>

  <xsl:template match="front/div | back/div" mode="bookmarks">
    <xsl:sequence select="j:bookmark(j:anchor(.), j:division-title(.), ())"/>
  </xsl:template>

  <xsl:template match="TEI/text" mode="bookmarks">
    <xsl:apply-templates select="front, body" mode="bookmarks"/>
    <xsl:sequence select="j:indexes(ancestor::TEI) ! j:bookmark(., j:string(., j:interface(current())), ()),
        'citing'[$j:shows-citing] ! j:bookmark(., j:string('page-cite', j:interface(current())), ())"/>
    <xsl:apply-templates select="back" mode="bookmarks"/>
  </xsl:template>

  <xsl:template match="div[@type = 'contents']" mode="bookmarks">
    <xsl:sequence select="j:bookmark('contents', j:string('contents', j:interface(.)), ())"/>
    <xsl:apply-templates mode="bookmarks"/>
    <xsl:sequence select="j:appendices(.) ! j:bookmark(j:appendix-id(.), string(title), ())"/>
  </xsl:template>

  <xsl:template match="item" mode="bookmarks">
    <xsl:variable name="below" as="element(fo:bookmark)*"><xsl:apply-templates select="list" mode="bookmarks"/></xsl:variable>
    <xsl:sequence select="j:bookmark(j:item-id(.), string-join((date/@when, ref/title[1]), ' '), $below)"/>
  </xsl:template>

  <xsl:function name="j:bookmark" as="element(fo:bookmark)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="below" as="element(fo:bookmark)*"/>
    <fo:bookmark internal-destination="{$id}">
      <fo:bookmark-title>{$title}</fo:bookmark-title>
      <xsl:sequence select="$below"/>
    </fo:bookmark>
  </xsl:function>
</xsl:stylesheet>
