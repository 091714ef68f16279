<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI biblStruct: the document in this edition, and in the volumes from which it comes; a TEI document of its own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="data" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:biblstruct" as="xs:string">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:variable name="tei" as="element()">
      <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <teiHeader>
          <fileDesc>
            <titleStmt><title>{$csl?title}</title></titleStmt>
            <publicationStmt><p>{j:gbt($csl, 2025, (), ())}</p></publicationStmt>
            <sourceDesc><p>{string-join(($csl?custom?sources?*?note, $csl?title[empty($csl?custom?sources)]), '; ')}</p></sourceDesc>
          </fileDesc>
        </teiHeader>
        <standOff>
          <listBibl>
            <xsl:sequence select="($csl, $csl?custom?sources?*) ! j:biblstruct-of(.)"/>
          </listBibl>
        </standOff>
      </TEI>
    </xsl:variable>
    <xsl:sequence select="serialize($tei, map{'method': 'xml', 'indent': true(), 'omit-xml-declaration': false()}) || '&#10;'"/>
  </xsl:function>

  <xsl:function name="j:biblstruct-name" as="node()">
    <xsl:param name="name" as="map(*)"/>
    <xsl:variable name="parts" as="element()*" xmlns="http://www.tei-c.org/ns/1.0">
      <xsl:for-each select="$name?given"><forename>{.}</forename></xsl:for-each>
      <xsl:for-each select="$name?family"><surname>{.}</surname></xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="exists($name?literal)"><xsl:value-of select="$name?literal"/></xsl:when>
      <xsl:otherwise>
        <persName xmlns="http://www.tei-c.org/ns/1.0">
          <xsl:sequence select="if ($name?static-ordering) then reverse($parts) else $parts"/>
        </persName>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="j:biblstruct-of" as="element()">
    <xsl:param name="item" as="map(*)"/>
    <biblStruct xmlns="http://www.tei-c.org/ns/1.0" xml:id="{$item?id}" xml:lang="{$item?language}">
      <xsl:if test="$item?container-title">
        <analytic>
          <xsl:for-each select="$item?author?*"><author><xsl:sequence select="j:biblstruct-name(.)"/></author></xsl:for-each>
          <title level="a">{$item?title}</title>
        </analytic>
      </xsl:if>
      <monogr>
        <title level="{if ($item?type eq 'article-journal') then 'j' else 'm'}">{($item?container-title, $item?title)[1]}</title>
        <xsl:for-each select="$item?URL"><idno type="URI">{.}</idno></xsl:for-each>
        <xsl:for-each select="$item?editor?*"><editor><xsl:sequence select="j:biblstruct-name(.)"/></editor></xsl:for-each>
        <xsl:if test="$item?version"><edition n="{$item?version}">{$item?edition}</edition></xsl:if>
        <imprint>
          <xsl:for-each select="$item?publisher-place"><pubPlace>{.}</pubPlace></xsl:for-each>
          <xsl:for-each select="$item?publisher"><publisher>{.}</publisher></xsl:for-each>
          <xsl:for-each select="$item?issued ! j:csl-when(.)">
            <date><xsl:if test="matches(., '^[0-9\-]+$')"><xsl:attribute name="when" select="."/></xsl:if>{.}</date>
          </xsl:for-each>
          <xsl:if test="empty(($item?publisher-place, $item?publisher, $item?issued))"><date/></xsl:if>
          <xsl:for-each select="$item?volume"><biblScope unit="volume">{.}</biblScope></xsl:for-each>
          <xsl:for-each select="$item?issue"><biblScope unit="issue">{.}</biblScope></xsl:for-each>
          <xsl:for-each select="$item?page"><biblScope unit="page">{.}</biblScope></xsl:for-each>
        </imprint>
      </monogr>
      <xsl:for-each select="$item?note"><note>{.}</note></xsl:for-each>
    </biblStruct>
  </xsl:function>
</xsl:stylesheet>
