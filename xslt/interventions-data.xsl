<?xml version="1.0" encoding="UTF-8"?>
<!-- The register of interventions as data: JSON, or CSV with a row of names. -->
<xsl:package name="urn:jilu:interventions-data" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:fn="http://www.w3.org/2005/xpath-functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="catalog" as="document-node(element(j:catalog))" required="yes"/>
  <xsl:param name="format" as="xs:string" required="yes"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="common/dates.xsl"/>
  <xsl:include href="common/strings.xsl"/>
  <xsl:include href="evidence/names.xsl"/>
  <xsl:include href="data/csv.xsl"/>

  <xsl:variable name="columns" as="xs:string+"
      select="'kind', 'document', 'id', 'place', 'before', 'form', 'after', 'resp', 'by'"/>

  <xsl:template name="xsl:initial-template" visibility="public">
    <xsl:variable name="rows" as="element(fn:map)*" select="$catalog/*/j:record/j:intervention ! j:row(.)"/>
    <xsl:choose>
      <xsl:when test="$format eq 'json'">
        <xsl:variable name="all" as="element(fn:array)"><fn:array><xsl:sequence select="$rows"/></fn:array></xsl:variable>
        <xsl:text>{xml-to-json($all, map{'indent': true()})}&#10;</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>{j:csv-table((j:csv-row($columns), $rows ! j:csv-row(fn:string ! string())))}</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="j:row" as="element(fn:map)">
    <xsl:param name="intervention" as="element(j:intervention)"/>
    <xsl:variable name="document" as="xs:string" select="$intervention/../@id"/>
    <fn:map>
      <xsl:for-each select="$columns">
        <fn:string key="{.}">
          <xsl:choose>
            <xsl:when test=". eq 'document'">{$document}</xsl:when>
            <xsl:when test=". eq 'place'">{j:place($document, $intervention/@id)}</xsl:when>
            <xsl:when test=". eq 'by'">{j:responsible($intervention/@resp)}</xsl:when>
            <xsl:otherwise>{for $name in . return $intervention/@*[name() eq $name]}</xsl:otherwise>
          </xsl:choose>
        </fn:string>
      </xsl:for-each>
    </fn:map>
  </xsl:function>
</xsl:package>
