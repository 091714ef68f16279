<?xml version="1.0" encoding="UTF-8"?>
<!-- Names and dates. A name keeps whom it names, for the pages of the registers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="persName | placeName | orgName | name | rs | geogName | objectName | roleName | forename
      | surname | addName | nameLink | genName | country | region | settlement | district | bloc | offset | affiliation">
    <xsl:element name="{j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., j:class(.))"/>
      <xsl:if test="exists(j:ids(@ref))"><xsl:attribute name="data-ref" select="j:ids(@ref)"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- A name leads to its entry; of a name within a name, the inner one does. -->
  <xsl:template priority="1" match="(persName | placeName | orgName | name | rs)[not(descendant::*/@ref)][not(j:holds-block(.))]
      [exists(j:entry-href(@ref))][j:may-link(.)]">
    <a href="{j:entry-href(@ref)}" data-ref="{j:ids(@ref)}">
      <xsl:sequence select="j:attributes(., j:class(.))"/>
      <xsl:apply-templates/>
    </a>
  </xsl:template>

  <xsl:template match="date | time">
    <xsl:element name="{j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., local-name())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="date[j:is-date(@when)][not(j:holds-block(.))][empty(ancestor::date)]" priority="1">
    <time datetime="{@when}">
      <xsl:sequence select="j:attributes(., 'date')"/>
      <xsl:apply-templates/>
    </time>
  </xsl:template>
</xsl:stylesheet>
