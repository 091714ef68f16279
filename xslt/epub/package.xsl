<?xml version="1.0" encoding="UTF-8"?>
<!-- The package document: what the book is, what it holds, in what order, and how well it can be read by all. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns="http://www.idpf.org/2007/opf"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="epub" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:container" as="element()">
    <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
      <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>
  </xsl:function>

  <xsl:function name="j:package" as="element()">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="csl" as="map(*)" select="j:csl($tei, j:interface($tei))"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($tei)"/>
    <xsl:variable name="date" as="xs:string?" select="$csl?issued ! j:csl-when(.)"/>
    <package version="3.0" unique-identifier="id" xml:lang="{j:lang($tei)}">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:identifier id="id">{string-join((($csl?URL, $tei/@xml:id)[1], $csl?version), ' ')}</dc:identifier>
        <dc:title>{$csl?title}</dc:title>
        <dc:language>{replace(j:lang($tei), '^und$', 'mul')}</dc:language>
        <xsl:for-each select="$csl?editor?* ! j:csl-name-read(.)"><dc:contributor>{.}</dc:contributor></xsl:for-each>
        <xsl:for-each select="$csl?publisher"><dc:publisher>{.}</dc:publisher></xsl:for-each>
        <xsl:for-each select="$date"><dc:date>{.}</dc:date></xsl:for-each>
        <xsl:for-each
            select="$tei/teiHeader/fileDesc/publicationStmt/availability/p[1]"><dc:rights>{normalize-space()}</dc:rights></xsl:for-each>
        <meta property="dcterms:modified">{if ($date castable as xs:date) then $date else '1970-01-01'}T00:00:00Z</meta>
        <!-- What helps to find the book. That it conforms to EPUB Accessibility (dcterms:conformsTo) only one who has
             checked it by hand may say, with a name (a11y:certifiedBy). -->
        <meta property="schema:accessMode">textual</meta>
        <meta property="schema:accessModeSufficient">textual</meta>
        <xsl:for-each select="'tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability', 'ARIA',
            ('pageNavigation', 'pageBreakMarkers')[map:size($pages) gt 0]">
          <meta property="schema:accessibilityFeature">{.}</meta>
        </xsl:for-each>
        <meta property="schema:accessibilityHazard">none</meta>
        <meta property="schema:accessibilitySummary">{j:string('accessibility', $lang)}</meta>
        <xsl:if test="map:size($pages) gt 0"><meta property="pageBreakSource">{$tei/@xml:id}.pdf</meta></xsl:if>
      </metadata>
      <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
        <item id="css" href="epub.css" media-type="text/css"/>
        <xsl:for-each select="'front', $documents, 'back'">
          <item id="x-{.}" href="{.}.xhtml" media-type="application/xhtml+xml"/>
        </xsl:for-each>
      </manifest>
      <spine>
        <itemref idref="x-front"/>
        <itemref idref="nav"/>
        <xsl:for-each select="$documents, 'back'"><itemref idref="x-{.}"/></xsl:for-each>
      </spine>
    </package>
  </xsl:function>
</xsl:stylesheet>
