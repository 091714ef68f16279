<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading edition: one standalone document in, one page out.
     Words of the source stand in data-text="source"; what the page adds among them stands in data-text="generated". -->
<xsl:package name="urn:jilu:html" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="html" visibility="public" on-no-match="fail"/>
  <xsl:output method="xhtml" html-version="5" indent="no" encoding="UTF-8" omit-xml-declaration="yes"
      include-content-type="no"/>

  <!-- References in styles that are not ours to write: "chicago/zh/ID" and so on. -->
  <xsl:param name="references" as="map(xs:string, xs:string)" select="map{}"/>
  <!-- Which of the pages that one file gives: none is the file's own. -->
  <xsl:param name="page" as="xs:string?" select="()"/>
  <!-- The encoding manual, for the pages that are made of it. -->
  <xsl:param name="manual" as="document-node()?" select="()"/>

  <!-- What is checked, each rule in the language of the page. -->
  <xsl:param name="rules" as="map(xs:string, xs:string)*" select="()"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="common/citations.xsl"/>
  <xsl:include href="common/dates.xsl"/>
  <xsl:include href="common/strings.xsl"/>

  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/site.xsl"/>
  <xsl:include href="html/machines.xsl"/>
  <xsl:include href="html/contents.xsl"/>
  <xsl:include href="html/header.xsl"/>
  <xsl:include href="html/principles.xsl"/>
  <xsl:include href="html/sources.xsl"/>
  <xsl:include href="html/citations.xsl"/>
  <xsl:include href="html/foot.xsl"/>
  <xsl:include href="html/registers.xsl"/>
  <xsl:include href="html/mentions.xsl"/>
  <xsl:include href="html/map.xsl"/>
  <xsl:include href="html/chronology.xsl"/>
  <xsl:include href="html/search.xsl"/>
  <xsl:include href="html/manual.xsl"/>
  <xsl:include href="html/attributes.xsl"/>

  <xsl:include href="html/textstructure.xsl"/>
  <xsl:include href="html/frontmatter.xsl"/>
  <xsl:include href="html/core.xsl"/>
  <xsl:include href="html/quotation.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/verse.xsl"/>
  <xsl:include href="html/drama.xsl"/>
  <xsl:include href="html/namesdates.xsl"/>
  <xsl:include href="html/figures.xsl"/>
  <xsl:include href="html/transcr.xsl"/>
  <xsl:include href="html/textcrit.xsl"/>
  <xsl:include href="html/linking.xsl"/>
  <xsl:include href="html/unhandled.xsl"/>

  <xsl:include href="html/evidence.xsl"/>
  <xsl:include href="html/audit.xsl"/>
  <xsl:include href="html/interventions.xsl"/>
</xsl:package>
