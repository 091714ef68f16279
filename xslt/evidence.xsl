<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of evidence, as TEI: what the audit found, what editors did, where everything was published. They are made of
     the catalog and the audit alone, and rendered like any other text. -->
<xsl:package name="urn:jilu:evidence" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:output method="xml" indent="no" encoding="UTF-8"/>

  <xsl:param name="catalog" as="document-node(element(j:catalog))" required="yes"/>
  <xsl:param name="audit" as="map(*)*" required="yes"/>

  <!-- Which page: audit, interventions or concordance. -->
  <xsl:param name="page" as="xs:string" required="yes"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="common/dates.xsl"/>
  <xsl:include href="common/strings.xsl"/>
  <xsl:include href="evidence/names.xsl"/>
  <xsl:include href="evidence/audit.xsl"/>
  <xsl:include href="evidence/interventions.xsl"/>
  <xsl:include href="evidence/concordance.xsl"/>

  <xsl:template name="xsl:initial-template" visibility="public">
    <TEI xml:id="jilu.{$page}{'.'[$j:lang ne $j:own-lang]}{$j:lang[. ne $j:own-lang]}" xml:lang="{$j:tag}">
      <teiHeader>
        <fileDesc>
          <titleStmt>
            <title type="main">{j:string($page, $j:lang)}</title>
            <xsl:copy-of select="$j:edition/j:header/respStmt" copy-namespaces="no"/>
          </titleStmt>
          <xsl:copy-of select="$j:edition/j:header/(editionStmt | publicationStmt)" copy-namespaces="no"/>
          <xsl:if test="empty($j:edition/j:header/publicationStmt)">
            <publicationStmt><p>{j:string('made-by-program', $j:lang)}</p></publicationStmt>
          </xsl:if>
          <seriesStmt>
            <xsl:for-each select="$j:edition/j:title"><title xml:lang="{(@xml:lang, $j:edition/@xml:lang)[1]}">{.}</title></xsl:for-each>
            <idno type="edition">{$j:edition/@id}</idno>
          </seriesStmt>
          <xsl:where-populated><notesStmt><xsl:sequence select="$register-items"/></notesStmt></xsl:where-populated>
          <sourceDesc><p>{j:string('made-by-program', $j:lang)}</p></sourceDesc>
        </fileDesc>
      </teiHeader>
      <text>
        <body>
          <head type="title">{j:string($page, $j:lang)}</head>
          <xsl:choose>
            <xsl:when test="$page eq 'audit'"><xsl:call-template name="audit"/></xsl:when>
            <xsl:when test="$page eq 'interventions'"><xsl:call-template name="interventions"/></xsl:when>
            <xsl:otherwise><xsl:call-template name="concordance"/></xsl:otherwise>
          </xsl:choose>
        </body>
      </text>
    </TEI>
  </xsl:template>
</xsl:package>
