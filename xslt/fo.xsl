<?xml version="1.0" encoding="UTF-8"?>
<!-- The book: one standalone TEI file in, XSL-FO out. The edition's own file gives the frame, with an instruction
     where each document's pages and the indexes belong; a document gives its page sequence; and once all pages are
     known, the edition's file gives the indexes. -->
<xsl:package name="urn:jilu:fo" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="fo" visibility="public" on-no-match="fail"/>
  <xsl:output method="xml" indent="no"/>

  <!-- How the book is printed: its page (a4, b5, 16k), marks for the binder, ink of one colour, stops and pauses that
       hang beyond the end of a line, which hardly any Chinese book has (CLREQ 3.1.7). -->
  <xsl:param name="page" as="xs:string" select="'a4'"/>
  <xsl:param name="crop-marks" as="xs:boolean" select="false()"/>
  <xsl:param name="black-and-white" as="xs:boolean" select="false()"/>
  <xsl:param name="hanging-punctuation" as="xs:boolean" select="false()"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="common/citations.xsl"/>
  <xsl:include href="common/dates.xsl"/>
  <xsl:include href="common/strings.xsl"/>
  <xsl:include href="fo/styles.xsl"/>
  <xsl:include href="fo/page.xsl"/>
  <xsl:include href="fo/book.xsl"/>
  <xsl:include href="fo/imprint.xsl"/>
  <xsl:include href="fo/citations.xsl"/>
  <xsl:include href="fo/index.xsl"/>
  <xsl:include href="fo/header.xsl"/>
  <xsl:include href="fo/textstructure.xsl"/>
  <xsl:include href="fo/core.xsl"/>
  <xsl:include href="fo/linking.xsl"/>
  <xsl:include href="fo/notes.xsl"/>
  <xsl:include href="fo/drama.xsl"/>
  <xsl:include href="fo/namesdates.xsl"/>
  <xsl:include href="fo/transcr.xsl"/>
  <xsl:include href="fo/unhandled.xsl"/>
  <xsl:include href="fo/evidence.xsl"/>
  <xsl:include href="fo/cjk.xsl"/>

  <xsl:template match="/">
    <xsl:variable name="pages" as="element()">
      <xsl:choose>
        <xsl:when test="exists($mentions)"><xsl:apply-templates select="TEI" mode="index"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="TEI"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:apply-templates select="$pages" mode="cjk"/>
  </xsl:template>

  <xsl:template match="text()" >{.}</xsl:template>
  <xsl:template match="comment() | processing-instruction()"/>
</xsl:package>
