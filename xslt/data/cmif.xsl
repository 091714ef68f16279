<?xml version="1.0" encoding="UTF-8"?>
<!-- Correspondence Metadata Interchange Format: who wrote to whom, when; for correspSearch, which wants both. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    expand-text="yes" exclude-result-prefixes="#all">

  <!-- The edition for all who gather letters: its UUID, which an address has for good, behind the letter that an id
       begins with. -->
  <xsl:variable name="j:letters-source" as="xs:string"
      select="($edition?base ! ('uuid-' || j:uuid(.)), $edition?id)[1]"/>

  <xsl:function name="j:cmif" as="xs:string">
    <xsl:variable name="tei" as="element()">
      <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <teiHeader>
          <fileDesc>
            <titleStmt>
              <title>{$edition?title}</title>
              <editor>{($edition?compiler?1, $edition?publisher)[1]}<xsl:for-each
                  select="$edition?email"><email>{.}</email></xsl:for-each></editor>
            </titleStmt>
            <publicationStmt>
              <publisher>
                <xsl:choose>
                  <xsl:when test="$edition?base"><ref target="{$edition?base}">{$edition?publisher}</ref></xsl:when>
                  <xsl:otherwise>{$edition?publisher}</xsl:otherwise>
                </xsl:choose>
              </publisher>
              <idno type="url">{($edition?base ! (. || 'data/'), '')[1]}cmif.xml</idno>
              <xsl:for-each select="$edition?issued"><date when="{.}"/></xsl:for-each>
              <availability status="{($edition?status, 'unknown')[1]}"><p>{$edition?rights}</p></availability>
            </publicationStmt>
            <sourceDesc>
              <bibl type="online" xml:id="{$j:letters-source}">{$edition?citation}</bibl>
            </sourceDesc>
          </fileDesc>
          <profileDesc>
            <xsl:for-each select="$documents[exists(?sent) and exists(?received)]">
              <xsl:variable name="document" as="map(*)" select="."/>
              <correspDesc key="{?id}" source="#{$j:letters-source}">
                <xsl:for-each select="$edition?base"><xsl:attribute name="ref" select=". || $document?files?html"/></xsl:for-each>
                <correspAction type="sent">
                  <xsl:sequence select="?sent?* ! j:cmif-agent(.)"/>
                  <xsl:for-each select="?date"><date when="{.}"/></xsl:for-each>
                </correspAction>
                <correspAction type="received"><xsl:sequence select="?received?* ! j:cmif-agent(.)"/></correspAction>
              </correspDesc>
            </xsl:for-each>
          </profileDesc>
        </teiHeader>
        <text><body><p/></body></text>
      </TEI>
    </xsl:variable>
    <xsl:sequence select="serialize($tei, map{'method': 'xml', 'indent': true(), 'omit-xml-declaration': false()}) || '&#10;'"/>
  </xsl:function>

  <!-- Only an authority's address names a person to others. -->
  <xsl:function name="j:cmif-agent" as="element()">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:element name="{if ($agent?type eq 'organization') then 'orgName' else 'persName'}"
        namespace="http://www.tei-c.org/ns/1.0">
      <xsl:for-each select="$agent?sameAs?1"><xsl:attribute name="ref" select="."/></xsl:for-each>
      <xsl:text>{$agent?name}</xsl:text>
    </xsl:element>
  </xsl:function>
</xsl:stylesheet>
