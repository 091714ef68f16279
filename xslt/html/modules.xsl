<?xml version="1.0" encoding="UTF-8"?>
<!-- How TEI looks as HTML, a module per chapter of the Guidelines: the same for the site and the book for e-readers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <!-- References in styles that are not ours to write: "chicago/zh/ID" and so on. -->
  <xsl:param name="references" as="map(xs:string, xs:string)" select="map{}"/>
  <!-- Which of the pages that one file gives: none is the file's own. -->
  <xsl:param name="page" as="xs:string?" select="()"/>
  <!-- The encoding manual, for the pages that are made of it. -->
  <xsl:param name="manual" as="document-node()?" select="()"/>
  <!-- What is checked, each rule in the language of the page. -->
  <xsl:param name="rules" as="map(xs:string, xs:string)*" select="()"/>
  <!-- Bytes of each file of the site that is no page, by its path. -->
  <xsl:param name="sizes" as="map(xs:string, xs:integer)" select="map{}"/>
  <!-- What releases changed: rows of cells parted by tabs, the first of them names. -->
  <xsl:param name="errata" as="xs:string*" select="()"/>

  <xsl:include href="../common/functions.xsl"/>
  <xsl:include href="../common/citations.xsl"/>
  <xsl:include href="../common/dates.xsl"/>
  <xsl:include href="../common/strings.xsl"/>

  <xsl:include href="page.xsl"/>
  <xsl:include href="site.xsl"/>
  <xsl:include href="machines.xsl"/>
  <xsl:include href="contents.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="principles.xsl"/>
  <xsl:include href="sources.xsl"/>
  <xsl:include href="citations.xsl"/>
  <xsl:include href="foot.xsl"/>
  <xsl:include href="registers.xsl"/>
  <xsl:include href="mentions.xsl"/>
  <xsl:include href="said.xsl"/>
  <xsl:include href="map.xsl"/>
  <xsl:include href="chronology.xsl"/>
  <xsl:include href="search.xsl"/>
  <xsl:include href="manual.xsl"/>
  <xsl:include href="files.xsl"/>
  <xsl:include href="errata.xsl"/>
  <xsl:include href="attributes.xsl"/>

  <xsl:include href="textstructure.xsl"/>
  <xsl:include href="frontmatter.xsl"/>
  <xsl:include href="core.xsl"/>
  <xsl:include href="quotation.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="namesdates.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="facsimile.xsl"/>
  <xsl:include href="transcr.xsl"/>
  <xsl:include href="textcrit.xsl"/>
  <xsl:include href="linking.xsl"/>
  <xsl:include href="unhandled.xsl"/>

  <xsl:include href="evidence.xsl"/>
  <xsl:include href="audit.xsl"/>
  <xsl:include href="interventions.xsl"/>
</xsl:stylesheet>
