<?xml version="1.0" encoding="UTF-8"?>
<!-- The book for e-readers, EPUB 3.3: standalone TEI in, files of the container out, as text. The words are rendered by the
     modules
     of the web; epub/finish.xsl makes of their pages what an e-reader wants. -->
<xsl:package name="urn:jilu:epub" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="epub" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="epub" visibility="public" on-no-match="fail"/>
  <xsl:mode name="html" on-no-match="fail"/>

  <!-- The documents in reading order, by id. -->
  <xsl:param name="documents" as="xs:string*" select="()"/>
  <!-- The page of the printed book on which an id stands. -->
  <xsl:param name="pages" as="map(xs:string, xs:string)" select="map{}"/>
  <xsl:include href="html/modules.xsl"/>

  <xsl:include href="epub/files.xsl"/>
  <xsl:include href="epub/package.xsl"/>
  <xsl:include href="epub/navigation.xsl"/>
  <xsl:include href="epub/cover.xsl"/>
  <xsl:include href="epub/finish.xsl"/>
</xsl:package>
