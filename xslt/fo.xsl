<?xml version="1.0" encoding="UTF-8"?>
<!-- The book: one standalone TEI file in, XSL-FO out. The edition's own file gives the frame, with an instruction
     where each document's pages belong; a document gives its page sequence. -->
<xsl:package name="urn:jilu:fo" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="fo" visibility="public" on-no-match="fail"/>
  <xsl:output method="xml" indent="no"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="common/strings.xsl"/>
  <xsl:include href="fo/styles.xsl"/>
  <xsl:include href="fo/page.xsl"/>
  <xsl:include href="fo/book.xsl"/>
  <xsl:include href="fo/header.xsl"/>
  <xsl:include href="fo/textstructure.xsl"/>
  <xsl:include href="fo/core.xsl"/>
  <xsl:include href="fo/drama.xsl"/>
  <xsl:include href="fo/namesdates.xsl"/>
  <xsl:include href="fo/transcr.xsl"/>
  <xsl:include href="fo/unhandled.xsl"/>
  <xsl:include href="fo/evidence.xsl"/>
  <xsl:include href="fo/cjk.xsl"/>

  <xsl:template match="/">
    <xsl:variable name="pages" as="element()"><xsl:apply-templates select="TEI"/></xsl:variable>
    <xsl:apply-templates select="$pages" mode="cjk"/>
  </xsl:template>

  <xsl:template match="text()" >{.}</xsl:template>
  <xsl:template match="comment() | processing-instruction()"/>
</xsl:package>
