<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists. One that holds more than items keeps its words by roles instead of list markup. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="list">
    <div>
      <xsl:sequence select="j:attributes(., j:class(.))"/>
      <xsl:apply-templates select="node()[not(self::item)][empty(preceding-sibling::item)]"/>
      <xsl:element name="{if (tokenize((@rend, @type)[1]) = ('ordered', 'numbered', 'number')) then 'ol' else 'ul'}">
        <xsl:apply-templates select="item"/>
      </xsl:element>
      <xsl:apply-templates select="node()[not(self::item)][exists(preceding-sibling::item)]"/>
    </div>
  </xsl:template>

  <xsl:template match="list[empty(item)]
      | list[*[not(self::item)][preceding-sibling::item][following-sibling::item]] | list[label]" priority="1">
    <div role="list">
      <xsl:sequence select="j:attributes(., j:class(.))"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="item">
    <li><xsl:sequence select="j:attributes(., 'item')"/><xsl:apply-templates/><xsl:sequence select="j:quoted(.)"/></li>
  </xsl:template>

  <xsl:template match="list[*[not(self::item)][preceding-sibling::item][following-sibling::item]]/item | list[label]/item"
      priority="1">
    <div role="listitem"><xsl:sequence select="j:attributes(., 'item')"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="list/head" priority="1">
    <xsl:element name="{j:or-div('p', .)}">
      <xsl:sequence select="j:attributes(., 'head')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="label">
    <xsl:element name="{if (local-name(..) = ($containers, 'list')) then 'div' else j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., 'label')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="listBibl">
    <ul>
      <xsl:sequence select="j:attributes(., 'listBibl')"/>
      <xsl:for-each select="*"><li><xsl:apply-templates select="."/></li></xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
