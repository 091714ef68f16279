<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages: their design, margins, marks for the binder, running heads and page numbers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:j="urn:jilu" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Lengths in points but for the paper. A line holds a whole number of characters and a page a whole number of lines;
       the inner margin leaves room for the binding. -->
  <xsl:variable name="designs" as="map(xs:string, map(xs:string, item()))" select="map{
      'a4':  map{'width': '210mm', 'height': '297mm', 'em': 11,   'line': 18, 'measure': 407, 'inner': 98, 'outer': 90.27, 'top': 90, 'bottom': 85.5},
      'b5':  map{'width': '176mm', 'height': '250mm', 'em': 10.5, 'line': 17, 'measure': 357, 'inner': 75, 'outer': 66.9,  'top': 78, 'bottom': 69},
      '16k': map{'width': '184mm', 'height': '260mm', 'em': 10.5, 'line': 17, 'measure': 378, 'inner': 76, 'outer': 67.57, 'top': 82, 'bottom': 76}}"/>

  <xsl:variable name="design" as="map(xs:string, item())" select="($designs($page),
      error(QName('urn:jilu', 'j:page'), 'There is no page design ' || $page))[1]"/>

  <!-- Outside the trimmed page: ink may bleed 3 mm, and marks stand 4 mm off. -->
  <xsl:attribute-set name="paper">
    <xsl:attribute name="page-width" select="$design?width"/>
    <xsl:attribute name="page-height" select="$design?height"/>
    <xsl:attribute name="fox:bleed" select="if ($crop-marks) then '3mm' else '0mm'"/>
    <xsl:attribute name="fox:crop-offset" select="if ($crop-marks) then '12mm' else '0mm'"/>
    <xsl:attribute name="fox:crop-box">media-box</xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="page-masters" as="element(fo:layout-master-set)">
    <fo:layout-master-set>
      <xsl:for-each select="'recto', 'verso'">
        <xsl:variable name="margin" as="xs:string" select="string-join(if (. = 'recto')
            then (0, $design?outer, 0, $design?inner) else (0, $design?inner, 0, $design?outer), 'pt ') || 'pt'"/>
        <xsl:variable name="body-margin" as="xs:string" select="$design?top || 'pt 0pt ' || $design?bottom || 'pt 0pt'"/>
        <fo:simple-page-master master-name="plain-{.}" margin="{$margin}" xsl:use-attribute-sets="paper">
          <fo:region-body margin="{$body-margin}"/>
          <fo:region-before extent="1pt" region-name="marks"/>
        </fo:simple-page-master>
        <fo:simple-page-master master-name="text-{.}" margin="{$margin}" xsl:use-attribute-sets="paper">
          <fo:region-body margin="{$body-margin}"/>
          <fo:region-before extent="{$design?top - 20}pt" region-name="head-{.}" display-align="after"/>
          <fo:region-after extent="{$design?bottom - 24}pt" region-name="foot-{.}" display-align="before"/>
        </fo:simple-page-master>
        <fo:simple-page-master master-name="index-{.}" margin="{$margin}" xsl:use-attribute-sets="paper">
          <fo:region-body margin="{$body-margin}" column-count="2" column-gap="2em"/>
          <fo:region-before extent="{$design?top - 20}pt" region-name="head-{.}" display-align="after"/>
          <fo:region-after extent="{$design?bottom - 24}pt" region-name="foot-{.}" display-align="before"/>
        </fo:simple-page-master>
      </xsl:for-each>
      <!-- A page that only fills up the sheet is empty but for the marks. -->
      <fo:simple-page-master master-name="blank" xsl:use-attribute-sets="paper">
        <fo:region-body/>
        <fo:region-before extent="1pt" region-name="marks"/>
      </fo:simple-page-master>
      <xsl:for-each select="'plain', 'text', 'index'">
        <fo:page-sequence-master master-name="{.}">
          <fo:repeatable-page-master-alternatives>
            <fo:conditional-page-master-reference master-reference="blank" blank-or-not-blank="blank"/>
            <fo:conditional-page-master-reference master-reference="{.}-recto" odd-or-even="odd"/>
            <fo:conditional-page-master-reference master-reference="{.}-verso" odd-or-even="even"/>
          </fo:repeatable-page-master-alternatives>
        </fo:page-sequence-master>
      </xsl:for-each>
    </fo:layout-master-set>
  </xsl:template>

  <!-- One sequence of pages, with its running heads: the edition's title on the left page, the part's on the right.
       They are literal, for a retrieved marker untags what follows (FOP 2.11). -->
  <xsl:template name="pages" as="element(fo:page-sequence)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="left" as="xs:string"/>
    <xsl:param name="right" as="xs:string"/>
    <xsl:param name="master" as="xs:string" select="'text'"/>
    <xsl:param name="format" as="xs:string" select="'1'"/>
    <xsl:param name="first" as="xs:string" select="'auto'"/>
    <xsl:param name="cited" as="xs:string" select="''"/>
    <xsl:param name="flow" as="node()*"/>
    <fo:page-sequence master-reference="{$master}" id="{$id}-pages" format="{$format}" initial-page-number="{$first}"
        xml:lang="{j:lang(.)}" xsl:use-attribute-sets="book">
      <xsl:sequence select="j:running-head('head-verso', 'start', $left), j:running-head('head-recto', 'end', $right),
          j:folio('foot-verso', $cited, 'start'), j:folio('foot-recto', $cited, 'end'), j:marks('marks', false()),
          j:note-separator()"/>
      <fo:flow flow-name="xsl-region-body"><xsl:sequence select="$flow"/></fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <!-- Pages without running heads and numbers: the title leaves. -->
  <xsl:template name="plain-pages" as="element(fo:page-sequence)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="first" as="xs:string" select="'auto'"/>
    <xsl:param name="count" as="xs:string" select="'auto'"/>
    <xsl:param name="flow" as="node()*"/>
    <fo:page-sequence master-reference="plain" id="{$id}-pages" format="i" initial-page-number="{$first}"
        force-page-count="{$count}" xml:lang="{j:lang(.)}" xsl:use-attribute-sets="book">
      <xsl:sequence select="j:marks('marks', false())"/>
      <fo:flow flow-name="xsl-region-body"><xsl:sequence select="$flow"/></fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:function name="j:running-head" as="element(fo:static-content)">
    <xsl:param name="region" as="xs:string"/>
    <xsl:param name="align" as="xs:string"/>
    <xsl:param name="text" as="xs:string"/>
    <fo:static-content flow-name="{$region}" role="artifact">
      <xsl:sequence select="j:marks($region, true())"/>
      <fo:block role="artifact" font-family="hei" font-size="8.5pt" line-height="12pt" color="{$grey}"
          text-align="{$align}" border-after-style="solid" border-after-width="0.4pt" border-after-color="{$grey}"
          padding-after="4pt">{$text}</fo:block>
    </fo:static-content>
  </xsl:function>

  <!-- The page number at the outer edge, and at the inner one what cites the document. -->
  <xsl:function name="j:folio" as="element(fo:static-content)">
    <xsl:param name="region" as="xs:string"/>
    <xsl:param name="cited" as="xs:string"/>
    <xsl:param name="align" as="xs:string"/>
    <xsl:variable name="number" as="element(fo:page-number)"><fo:page-number/></xsl:variable>
    <xsl:variable name="leader" as="element(fo:leader)"><fo:leader leader-pattern="space"/></xsl:variable>
    <fo:static-content flow-name="{$region}" role="artifact">
      <fo:block role="artifact" font-size="9.5pt" line-height="14pt" padding-before="12pt" text-align="{$align}"
          text-align-last="{if ($cited) then 'justify' else $align}">
        <xsl:variable name="citation" as="element(fo:inline)"><fo:inline font-size="8pt" color="{$grey}">{$cited}</fo:inline></xsl:variable>
        <xsl:variable name="parts" as="element()+" select="if ($cited) then ($citation, $leader, $number) else $number"/>
        <xsl:sequence select="if ($align = 'end') then $parts else reverse($parts)"/>
      </fo:block>
    </fo:static-content>
  </xsl:function>

  <xsl:function name="j:note-separator" as="element(fo:static-content)">
    <fo:static-content flow-name="xsl-footnote-separator" role="artifact">
      <fo:block role="artifact" line-height="9pt" space-before="6pt"><fo:leader leader-pattern="rule" leader-length="6em" rule-thickness="0.4pt" color="{$grey}"/></fo:block>
    </fo:static-content>
  </xsl:function>

  <!-- Where the binder cuts: two hair lines at each corner, off the page. -->
  <xsl:function name="j:marks" as="element()*">
    <xsl:param name="region" as="xs:string"/>
    <xsl:param name="inside" as="xs:boolean"/>
    <xsl:variable name="lines" as="element(fo:block-container)*">
      <xsl:for-each select="('top', 'bottom')[$crop-marks]">
        <xsl:variable name="vertical" as="xs:string" select="."/>
        <xsl:for-each select="'left', 'right'">
          <xsl:variable name="y" as="xs:string" select="if ($vertical = 'top') then '0mm' else $design?height"/>
          <xsl:variable name="x" as="xs:string" select="if (. = 'left') then '0mm' else $design?width"/>
          <fo:block-container absolute-position="fixed" width="8mm" height="1pt" top="{$y}"
              left="{if (. = 'left') then '-12mm' else '4mm + ' || $x}" border-before-style="solid" border-before-width="0.25pt">
            <fo:block role="artifact"/>
          </fo:block-container>
          <fo:block-container absolute-position="fixed" width="1pt" height="8mm" left="{$x}"
              top="{if ($vertical = 'top') then '-12mm' else '4mm + ' || $y}" border-start-style="solid" border-start-width="0.25pt">
            <fo:block role="artifact"/>
          </fo:block-container>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$inside"><xsl:sequence select="$lines"/></xsl:when>
      <xsl:when test="exists($lines)">
        <fo:static-content flow-name="{$region}" role="artifact"><xsl:sequence select="$lines"/></fo:static-content>
      </xsl:when>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
