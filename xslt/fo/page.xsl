<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages: their size and margins, running heads and page numbers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A4. A line holds 37 characters of 11 pt; the inner margin leaves room for the binding. -->
  <xsl:variable name="page-width" as="xs:string" select="'210mm'"/>
  <xsl:variable name="page-height" as="xs:string" select="'297mm'"/>
  <xsl:variable name="measure" as="xs:string" select="'407pt'"/>
  <xsl:variable name="inner" as="xs:string" select="'98pt'"/>
  <xsl:variable name="outer" as="xs:string" select="'90.27pt'"/>

  <xsl:template name="page-masters" as="element(fo:layout-master-set)">
    <fo:layout-master-set>
      <fo:simple-page-master master-name="plain" page-width="{$page-width}" page-height="{$page-height}"
          margin="0pt {$outer} 0pt {$inner}">
        <fo:region-body margin="90pt 0pt 80pt 0pt"/>
      </fo:simple-page-master>
      <xsl:for-each select="'recto', 'verso'">
        <fo:simple-page-master master-name="{.}" page-width="{$page-width}" page-height="{$page-height}"
            margin="{if (. = 'recto') then '0pt ' || $outer || ' 0pt ' || $inner
                else '0pt ' || $inner || ' 0pt ' || $outer}">
          <fo:region-body margin="90pt 0pt 85pt 0pt"/>
          <fo:region-before extent="70pt" region-name="head-{.}" display-align="after"/>
          <fo:region-after extent="62pt" region-name="foot-{.}" display-align="before"/>
        </fo:simple-page-master>
      </xsl:for-each>
      <fo:page-sequence-master master-name="pages">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference master-reference="recto" odd-or-even="odd"/>
          <fo:conditional-page-master-reference master-reference="verso" odd-or-even="even"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
    </fo:layout-master-set>
  </xsl:template>

  <!-- One sequence of pages, with its running heads: the edition's title on the left page, the part's on the right.
       They are literal, for a retrieved marker untags what follows (FOP 2.11). -->
  <xsl:template name="pages" as="element(fo:page-sequence)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="left" as="xs:string"/>
    <xsl:param name="right" as="xs:string"/>
    <xsl:param name="format" as="xs:string" select="'1'"/>
    <xsl:param name="first" as="xs:string" select="'auto'"/>
    <xsl:param name="flow" as="node()*"/>
    <fo:page-sequence master-reference="pages" id="{$id}-pages" format="{$format}" initial-page-number="{$first}"
        xml:lang="{j:lang(.)}" xsl:use-attribute-sets="book">
      <xsl:sequence select="j:running-head('head-verso', 'start', $left), j:running-head('head-recto', 'end', $right),
          j:folio('foot-verso', 'start'), j:folio('foot-recto', 'end')"/>
      <fo:flow flow-name="xsl-region-body"><xsl:sequence select="$flow"/></fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:function name="j:running-head" as="element(fo:static-content)">
    <xsl:param name="region" as="xs:string"/>
    <xsl:param name="align" as="xs:string"/>
    <xsl:param name="text" as="xs:string"/>
    <fo:static-content flow-name="{$region}" role="artifact">
      <fo:block role="artifact" font-family="hei" font-size="8.5pt" line-height="12pt" color="{$grey}"
          text-align="{$align}" border-after-style="solid" border-after-width="0.4pt" border-after-color="{$grey}"
          padding-after="4pt">{$text}</fo:block>
    </fo:static-content>
  </xsl:function>

  <xsl:function name="j:folio" as="element(fo:static-content)">
    <xsl:param name="region" as="xs:string"/>
    <xsl:param name="align" as="xs:string"/>
    <fo:static-content flow-name="{$region}" role="artifact">
      <fo:block role="artifact" font-size="9.5pt" line-height="14pt" padding-before="12pt" text-align="{$align}">
        <fo:page-number/>
      </fo:block>
    </fo:static-content>
  </xsl:function>
</xsl:stylesheet>
