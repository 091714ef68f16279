<?xml version="1.0" encoding="UTF-8"?>
<!-- The book for e-readers, EPUB 3.3: standalone TEI in, files of the container out, as text. The words are rendered by the modules
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
  <xsl:param name="references" as="map(xs:string, xs:string)" select="map{}"/>

  <xsl:param name="page" as="xs:string?" select="()"/>
  <xsl:param name="manual" as="document-node()?" select="()"/>
  <xsl:variable name="rules" as="map(xs:string, xs:string)*" select="()"/>

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

  <xsl:include href="epub/files.xsl"/>
  <xsl:include href="epub/package.xsl"/>
  <xsl:include href="epub/navigation.xsl"/>
  <xsl:include href="epub/cover.xsl"/>
  <xsl:include href="epub/finish.xsl"/>
</xsl:package>
