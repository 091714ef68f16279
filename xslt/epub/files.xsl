<?xml version="1.0" encoding="UTF-8"?>
<!-- What each standalone file gives: a document its chapter; the edition all that holds the chapters together. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="epub" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="/">
    <j:data><xsl:apply-templates select="TEI"/></j:data>
  </xsl:template>

  <xsl:template match="TEI">
    <xsl:variable name="text" as="element()*">
      <section epub:type="chapter" role="doc-chapter" id="{@xml:id}">
        <xsl:if test="empty(j:main-title(.))"><h1 class="title">{j:title(.)}</h1></xsl:if>
        <div class="source" data-text="source"><xsl:apply-templates select="text" mode="html"/></div>
        <xsl:call-template name="sources"/>
        <aside class="apparatus"><p class="citation">{j:gbt(j:csl(., j:interface(.)), 2025, (), ())}</p></aside>
      </section>
    </xsl:variable>
    <xsl:sequence select="j:chapter(., @xml:id, j:title(.), 'bodymatter', $text)"/>
  </xsl:template>

  <xsl:template match="TEI[j:is-front(.)]">
    <xsl:variable name="front" as="element()">
      <section epub:type="frontmatter">
        <xsl:if test="empty(j:main-title(.))"><h1 class="title">{j:title(.)}</h1></xsl:if>
        <div class="source" data-text="source"><xsl:apply-templates select="text/front" mode="html"/></div>
      </section>
    </xsl:variable>
    <xsl:variable name="back" as="element()">
      <section epub:type="backmatter">
        <h1>{j:string('about-book', j:interface(.))}</h1>
        <div class="source" data-text="source"><xsl:apply-templates select="text/back" mode="html"/></div>
        <section class="principles">
          <h2>{j:string('page-principles', j:interface(.))}</h2>
          <xsl:call-template name="principles"/>
        </section>
        <section class="apparatus">
          <h2>{j:string('cite', j:interface(.))}</h2>
          <p class="citation">{j:gbt(j:csl(., j:interface(.)), 2025, (), ())}</p>
          <dl><xsl:call-template name="rights"/></dl>
        </section>
      </section>
    </xsl:variable>
    <j:file path="META-INF/container.xml">{j:xml(j:container())}</j:file>
    <j:file path="EPUB/package.opf">{j:xml(j:package(.))}</j:file>
    <j:file path="EPUB/nav.xhtml">{j:xml(j:finish(j:navigation(.)))}</j:file>
    <j:file path="EPUB/cover.svg">{j:xml(j:cover(.))}</j:file>
    <xsl:sequence select="j:chapter(., 'front', j:title(.), 'frontmatter', $front)"/>
    <xsl:sequence select="j:chapter(., 'back', j:string('about-book', j:interface(.)), 'backmatter', $back)"/>
  </xsl:template>

  <xsl:function name="j:chapter" as="element(j:file)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="part" as="xs:string"/>
    <xsl:param name="body" as="element()*"/>
    <xsl:variable name="page" as="element()">
      <html xmlns:epub="http://www.idpf.org/2007/ops" lang="{j:lang($tei)}">
        <head>
          <title>{$title}</title>
          <link rel="stylesheet" type="text/css" href="epub.css"/>
        </head>
        <body epub:type="{$part}"><xsl:sequence select="$body"/></body>
      </html>
    </xsl:variable>
    <j:file path="EPUB/{$name}.xhtml">{j:xml(j:finish($page))}</j:file>
  </xsl:function>

  <xsl:function name="j:xml" as="xs:string">
    <xsl:param name="root" as="element()"/>
    <xsl:sequence select="serialize($root, map{'method': 'xml', 'indent': false(), 'omit-xml-declaration': false(),
        'encoding': 'UTF-8'})"/>
  </xsl:function>
</xsl:stylesheet>
