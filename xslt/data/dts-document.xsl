<?xml version="1.0" encoding="UTF-8"?>
<!-- Distributed Text Services: a paragraph cut out of its document, with what the document says of itself and the
     speech in which it stands. Its pointers are those of the document, which its base names. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:dts="https://w3id.org/api/dts#"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="data" expand-text="yes" exclude-result-prefixes="xs j">

  <xsl:function name="j:dts-excerpt" as="xs:string">
    <xsl:param name="unit" as="element()"/>
    <xsl:variable name="tei" as="element(TEI)" select="root($unit)/TEI"/>
    <xsl:variable name="excerpt" as="element()">
      <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <xsl:attribute name="xml:base" select="'../' || $tei/@xml:id || '.xml'"/>
        <xsl:copy-of select="$tei/@xml:lang"/>
        <teiHeader>
          <fileDesc><xsl:copy-of select="$tei/teiHeader/fileDesc/(* except notesStmt)" copy-namespaces="no"/></fileDesc>
        </teiHeader>
        <xsl:sequence select="j:dts-within($unit/ancestor::*[ancestor-or-self::text], $unit)"/>
      </TEI>
    </xsl:variable>
    <xsl:sequence select="serialize($excerpt, map{'method': 'xml', 'omit-xml-declaration': false()}) || '&#10;'"/>
  </xsl:function>

  <!-- The unit in elements like those around it, outermost first; of their words only the label of a speech comes
       along. -->
  <xsl:function name="j:dts-within" as="element()">
    <xsl:param name="around" as="element()*"/>
    <xsl:param name="unit" as="element()"/>
    <xsl:choose>
      <xsl:when test="exists($around)">
        <xsl:element name="{local-name(head($around))}" namespace="{namespace-uri(head($around))}">
          <xsl:copy-of select="head($around)/(@*, speaker)" copy-namespaces="no"/>
          <xsl:sequence select="j:dts-within(tail($around), $unit)"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <dts:wrapper ref="//*[@xml:id = '{$unit/@xml:id}']"><xsl:copy-of select="$unit"
            copy-namespaces="no"/></dts:wrapper>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
