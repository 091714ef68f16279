<?xml version="1.0" encoding="UTF-8"?>
<!-- Title pages and what stands on them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="titlePage">
    <div>
      <xsl:sequence select="j:attributes(., 'titlePage')"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- Where no head stands over the text, the title page does. -->
  <xsl:template match="TEI/text[empty(body/head)]/front/titlePage[1][not(j:is-front(.))]">
    <xsl:next-match/>
    <xsl:for-each select="ancestor::text[1]"><xsl:call-template name="about"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="docTitle | titlePage/titlePart[empty(../docTitle)][empty(preceding-sibling::titlePart)]">
    <xsl:element name="{if (. is j:main-title(.)) then 'h1' else 'div'}">
      <xsl:sequence select="j:attributes(., local-name())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="docTitle/titlePart">
    <span>
      <xsl:sequence select="j:attributes(., j:class(.))"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="titlePart | docAuthor | docDate | docEdition | docImprint | imprimatur" priority="-1">
    <xsl:element name="{if (local-name(..) = $containers) then j:or-div('p', .) else j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., j:class(.))"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- The words of the text that name it, if it has any. -->
  <xsl:function name="j:main-title" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="text" as="element(text)?" select="root($node)/TEI/text"/>
    <xsl:sequence select="($text/body/head[@type = 'title'], $text/front//docTitle[not(j:holds-p(.))],
        $text/front/titlePage/titlePart)[1]"/>
  </xsl:function>

  <xsl:function name="j:holds-p" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/titlePart/*[j:is-block(.)])"/>
  </xsl:function>
</xsl:stylesheet>
