<?xml version="1.0" encoding="UTF-8"?>
<!-- Quotations. Their marks are part of the text, so HTML's q, which adds marks, is not used. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="q | quote | said">
    <xsl:element name="{j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., local-name()), j:speaker-id(@who)"/>
      <xsl:apply-templates/>
      <xsl:sequence select="j:source-mark(.), j:audit-mark(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- Set off from the text. -->
  <xsl:template match="quote[p or lg or floatingText or local-name(..) = ($containers, 'cit')]
      [not(ancestor::p or ancestor::head or parent::cit/ancestor::p)]" priority="2">
    <blockquote>
      <xsl:sequence select="j:attributes(., 'quote')"/>
      <xsl:apply-templates/>
      <xsl:where-populated>
        <p class="from" data-text="generated"><xsl:sequence select="j:source-mark(.), j:audit-mark(.)"/></p>
      </xsl:where-populated>
    </blockquote>
  </xsl:template>

  <xsl:template match="cit">
    <xsl:element name="{if (j:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="j:attributes(., 'cit')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- The way from a quotation to the document quoted; of a quotation in parts only the last leads there. -->
  <xsl:function name="j:source-mark" as="element(a)?" xpath-default-namespace="http://www.w3.org/1999/xhtml">
    <xsl:param name="quote" as="element()"/>
    <xsl:variable name="href" as="xs:string?" select="$quote/@source[not(../@next)] ! j:href(., $quote)[1]"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($quote)"/>
    <xsl:variable name="label" as="xs:string?" select="j:label-of($quote/@source)"/>
    <xsl:if test="exists($href) and j:may-link($quote)">
      <a class="source" href="{$href}" data-text="generated">
        <xsl:attribute name="aria-label"
            select="($label ! (j:string('see', $lang) || ' ' || .), j:string('see-source', $lang))[1]"/>
        <xsl:attribute name="title" select="($label, j:string('see-source', $lang))[1]"/>
        <span class="mark">※</span>
        <span class="label">{($label, j:string('see-source', $lang))[1]}</span>
      </a>
    </xsl:if>
  </xsl:function>

  <!-- A document of the edition, by date and title, where this page lists it. -->
  <xsl:function name="j:label-of" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="item" as="element()?" select="root($pointer)//item[@corresp = substring-before($pointer || '#', '#')][1]"/>
    <xsl:sequence select="$item ! string-join((date[1]/@when ! j:date(., j:interface($item)), ref/title[1]), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
