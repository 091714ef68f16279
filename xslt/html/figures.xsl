<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables and figures. Pictures are named, not fetched: no request leaves the page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="table">
    <div class="scroll">
      <table>
        <xsl:sequence select="j:attributes(., 'table')"/>
        <xsl:where-populated><caption><xsl:apply-templates select="head/node()"/></caption></xsl:where-populated>
        <tbody><xsl:apply-templates select="* except head"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="row">
    <tr><xsl:sequence select="j:attributes(., j:class(.))"/><xsl:apply-templates select="*"/></tr>
  </xsl:template>

  <!-- What is neither row nor cell keeps its place in one. -->
  <xsl:template match="table/*[not(self::row or self::head)]" priority="3">
    <tr><td colspan="{max((1, ../row/count(cell)))}"><xsl:next-match/></td></tr>
  </xsl:template>

  <xsl:template match="row/*[not(self::cell)]" priority="3">
    <td><xsl:next-match/></td>
  </xsl:template>

  <xsl:template match="cell">
    <xsl:element name="{if ((@role, ../@role) = 'label') then 'th' else 'td'}">
      <xsl:sequence select="j:attributes(., 'cell')"/>
      <xsl:if test="@cols castable as xs:positiveInteger"><xsl:attribute name="colspan" select="@cols"/></xsl:if>
      <xsl:if test="@rows castable as xs:positiveInteger"><xsl:attribute name="rowspan" select="@rows"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="figure">
    <xsl:element name="{if (j:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="j:attributes(., 'figure')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="graphic | media">
    <span>
      <xsl:sequence select="j:attributes(., 'graphic')"/>
      <xsl:sequence select="j:opening(., 'image')"/>
      <span data-text="generated">{@url}</span>
      <xsl:apply-templates/>
      <xsl:sequence select="j:closing(.)"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
