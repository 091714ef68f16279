<?xml version="1.0" encoding="UTF-8"?>
<!-- Catalog records in any order in, one catalog out: the edition, its documents in reading order, its registers. -->
<xsl:package name="urn:jilu:merge" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    exclude-result-prefixes="#all">

  <xsl:param name="records" as="document-node(element(j:record))*" required="yes"/>

  <xsl:template name="xsl:initial-template" visibility="public">
    <xsl:variable name="all" as="element(j:record)*" select="sort($records/*, (), function($r) { string($r/@file) })"/>
    <xsl:variable name="order" as="xs:string*" select="$all[@role = 'edition']/j:include/@href ! string()"/>
    <j:catalog>
      <xsl:copy-of select="$all[@role = 'edition']"/>
      <xsl:copy-of select="for $file in $order return $all[@role = 'document'][@file = $file]"/>
      <xsl:copy-of select="$all[@role = 'document'][not(@file = $order)]"/>
      <xsl:copy-of select="$all[@role = 'register']"/>
    </j:catalog>
  </xsl:template>
</xsl:package>
