<?xml version="1.0" encoding="UTF-8"?>
<!-- Default text structure: the text, its divisions and headings, what opens and closes them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="text">
    <div>
      <xsl:sequence select="j:attributes(., 'text')"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="body | front | back | group">
    <div>
      <xsl:sequence select="j:attributes(., local-name())"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- The document's heads and first date line stand together, what this edition knows about it beside them. -->
  <xsl:template match="TEI/text/body[head]">
    <xsl:variable name="top" as="element()+" select="*[empty(preceding-sibling::*[not(self::head or self::dateline)])]
        [self::head or self::dateline]"/>
    <div>
      <xsl:sequence select="j:attributes(., 'body')"/>
      <header class="heads"><xsl:apply-templates select="$top"/></header>
      <xsl:call-template name="about"/>
      <div class="matter"><xsl:apply-templates select="node() except $top"/></div>
    </div>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7">
    <div>
      <xsl:sequence select="j:attributes(., string-join(('div', @type), ' '))"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- The head that names the page. -->
  <xsl:template match="TEI/text/body/head[@type = 'title'][empty(preceding-sibling::head[@type = 'title'])]" priority="2">
    <h1><xsl:sequence select="j:attributes(., 'head title')"/><xsl:apply-templates/></h1>
  </xsl:template>

  <xsl:template match="head[@type = 'compiler']" priority="2">
    <div class="voice compiler">
      <p class="name" data-text="generated" lang="{j:interface-tag(.)}">{j:string('compiler-headline', j:interface(.))}</p>
      <p><xsl:sequence select="j:attributes(., 'head')"/><xsl:apply-templates/></p>
    </div>
  </xsl:template>

  <!-- A division's first head; headings nest without gaps, so a division without one counts for nothing. -->
  <xsl:template match="head[empty(preceding-sibling::head)][not(@type)][ancestor::*[1][self::div or self::body or self::front
      or self::back or self::group or self::div1 or self::div2 or self::div3 or self::div4 or self::div5 or self::div6
      or self::div7]][not(ancestor::floatingText)]">
    <xsl:variable name="level" as="xs:integer" select="min((6, 1 + count(ancestor::*[head[not(@type)]])))"/>
    <xsl:element name="{if (j:holds-block(.)) then 'div' else 'h' || $level}">
      <xsl:sequence select="j:attributes(., 'head')"/>
      <xsl:if test="j:holds-block(.)">
        <xsl:attribute name="role" select="'heading'"/>
        <xsl:attribute name="aria-level" select="$level"/>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="head | trailer | salute | signed | dateline | byline" priority="-1">
    <xsl:element name="{j:or-div('p', .)}">
      <xsl:sequence select="j:attributes(., j:class(.))"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="opener | closer | postscript | argument | epigraph | address | addrLine | floatingText"
      priority="-1">
    <div>
      <xsl:sequence select="j:attributes(., j:class(.))"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- Within a line these are part of it. -->
  <xsl:template match="(p | l | ab | item | head | note | q | cell | opener[text()[normalize-space()]]
      | closer[text()[normalize-space()]])/(signed | dateline | byline | salute | address | addrLine)">
    <xsl:element name="{j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., j:class(.))"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
