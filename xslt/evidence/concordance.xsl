<?xml version="1.0" encoding="UTF-8"?>
<!-- The concordance of sources: from publication, volume and page to the document, and back. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="j:sources" as="element(j:source)*" select="$catalog/*/j:record/j:source"/>

  <xsl:template name="concordance">
    <div type="concordance">
      <p>{j:string('concordance-lead', $j:lang)}</p>
      <div type="section" xml:id="concordance.publications">
        <head>{j:string('by-publication', $j:lang)}</head>
        <xsl:for-each-group select="$j:sources" group-by="j:cited(.)/@publication">
          <xsl:sort select="j:publication-name(current-grouping-key())" lang="{$j:lang}"/>
          <table>
            <head>{j:publication-name(current-grouping-key())}</head>
            <row role="label">
              <xsl:for-each select="'volume', 'page', 'document', 'use'"><cell>{j:string('column-' || ., $j:lang)}</cell></xsl:for-each>
            </row>
            <xsl:for-each select="current-group()">
              <xsl:sort select="number((j:cited(.)/biblScope[@unit = ('volume', 'issue')]/(@n, @from))[1])"/>
              <xsl:sort select="number(j:cited(.)/biblScope[@unit = 'page']/@from)"/>
              <row>
                <cell>{j:cited(.)/biblScope[@unit = ('volume', 'issue')]}</cell>
                <cell>{j:cited(.)/biblScope[@unit = 'page']}</cell>
                <cell><ref target="{../@id}.xml">{j:text-name(../@id, '')}</ref></cell>
                <cell>{j:use(.)}</cell>
              </row>
            </xsl:for-each>
          </table>
        </xsl:for-each-group>
      </div>
      <div type="section" xml:id="concordance.documents">
        <head>{j:string('by-document', $j:lang)}</head>
        <table>
          <row role="label">
            <xsl:for-each select="'document', 'publication', 'volume', 'page', 'use'"><cell>{j:string('column-' || ., $j:lang)}</cell></xsl:for-each>
          </row>
          <xsl:for-each select="$j:sources">
            <xsl:variable name="first" as="xs:boolean" select="empty(preceding-sibling::j:source)"/>
            <row>
              <xsl:if test="$first">
                <cell rows="{1 + count(following-sibling::j:source)}"><ref target="{../@id}.xml">{j:text-name(../@id, '')}</ref></cell>
              </xsl:if>
              <cell>{j:publication-name(j:cited(.)/@publication)}</cell>
              <cell>{j:cited(.)/biblScope[@unit = ('volume', 'issue')]}</cell>
              <cell>{j:cited(.)/biblScope[@unit = 'page']}</cell>
              <cell>{j:use(.)}</cell>
            </row>
          </xsl:for-each>
        </table>
      </div>
    </div>
  </xsl:template>

  <!-- Where the words of a citation stand: here, or with the document that shares it. -->
  <xsl:function name="j:cited" as="element(j:source)">
    <xsl:param name="source" as="element(j:source)"/>
    <xsl:variable name="entry" as="element()?" select="key('j:entry', $source/@copy, $catalog)[1]"/>
    <xsl:choose>
      <xsl:when test="$source/@copy ne '' and exists($entry/bibl)">
        <j:source publication="{j:ids($entry/bibl/@corresp)[1]}" type="{$source/@type}"><xsl:copy-of select="$entry/bibl/biblScope"/></j:source>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$source"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="j:publication-name" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="titles" as="element()*" select="key('j:entry', $id, $catalog)/bibl/title"/>
    <xsl:sequence select="string(($titles[tokenize(j:lang(.), '-')[1] = $j:lang], $titles, $id)[1])"/>
  </xsl:function>

  <xsl:function name="j:use" as="xs:string">
    <xsl:param name="source" as="element(j:source)"/>
    <xsl:sequence select="if ($source/@type = ('base', 'parallel')) then j:string('source-' || $source/@type, $j:lang) else ''"/>
  </xsl:function>
</xsl:stylesheet>
