<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements in all TEI documents: paragraphs, breaks, highlighting, editorial choices. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="p | ab">
    <xsl:element name="{j:or-div('p', .)}">
      <xsl:sequence select="j:attributes(., 'p')"/>
      <xsl:apply-templates/>
      <xsl:sequence select="j:permalink(.), j:quoted(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ruby | rt">
    <xsl:element name="{local-name()}"><xsl:sequence select="j:attributes(., local-name())"/><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <xsl:template match="rb">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="lb">
    <br/>
  </xsl:template>

  <!-- A numbered line is a line of a witness, not of this page. -->
  <xsl:template match="lb[@n]">
    <span class="lb" data-n="{@n}"/>
  </xsl:template>

  <xsl:template match="pb | cb | gb">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="label" as="xs:string" select="if (@n) then j:string('page-n', $lang, @n) else j:string('page-cut', $lang)"/>
    <span role="doc-pagebreak" title="{$label}">
      <xsl:sequence select="j:attributes(., local-name())"/>
      <xsl:if test="@n"><xsl:attribute name="data-n" select="@n"/></xsl:if>
    </span>
    <xsl:for-each select="j:facsimiles(.)">
      <a class="facsimile" href="{.}" data-text="generated" aria-label="{$label}{j:string('colon', $lang)}{j:string('facsimile', $lang)}">
        <xsl:text>{j:string('facsimile', $lang)}</xsl:text>
      </a>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="milestone | anchor | handShift | caesura">
    <span><xsl:sequence select="j:attributes(., local-name())"/></span>
  </xsl:template>

  <!-- Bold in Chinese is emphasis by dots; the style sheet sets them. -->
  <xsl:template match="hi[j:rendition(.) = 'bold'] | emph">
    <xsl:element name="{j:or-div('strong', .)}">
      <xsl:sequence select="j:attributes(., string-join((local-name(), 'by-compiler'[current()/@resp = '#compiler']), ' '))"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="hi" priority="-1">
    <xsl:variable name="as" as="map(xs:string, xs:string)" select="map{'italic': 'i', 'italics': 'i', 'i': 'i', 'underline': 'u',
        'superscript': 'sup', 'sup': 'sup', 'subscript': 'sub', 'sub': 'sub'}"/>
    <xsl:element name="{j:or-div(($as?(j:rendition(.)), 'span')[1], .)}">
      <xsl:sequence select="j:attributes(., string-join(('hi', j:rendition(.)), ' '))"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- How the source sets it, in one word per trait, from its declarations or from plain rend values. -->
  <xsl:function name="j:rendition" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="css" as="xs:string" select="string-join(($element/@style, key('id', j:ids($element/@rendition),
        root($element))/self::rendition), ';')"/>
    <xsl:variable name="rend" as="xs:string*" select="tokenize($element/@rend)"/>
    <xsl:sequence select="distinct-values((
        'bold'[matches($css, 'font-weight:\s*bold') or $rend = ('b', 'bold', 'strong')],
        'italic'[matches($css, 'font-style:\s*italic')],
        $rend[matches(., '^[a-z\-]+$')]))"/>
  </xsl:function>

  <xsl:template match="foreign | distinct | mentioned | soCalled | gloss | term | abbr | expan | num | measure | unit | seg
      | w | pc | c | g | email | idno | street | postCode | postBox | s | cl | phr | bibl | biblScope | editor | author
      | publisher | pubPlace | edition">
    <xsl:element name="{j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., j:class(.))"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="title">
    <xsl:element name="{j:or-div('cite', .)}">
      <xsl:sequence select="j:attributes(., string-join(('title', @level), ' '))"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
