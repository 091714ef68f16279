<?xml version="1.0" encoding="UTF-8"?>
<!-- The page around the text: where one is, the way on, and at its foot what a citation needs. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="/">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="TEI">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="edition" as="element()?" select="j:in-language(teiHeader/fileDesc/seriesStmt/title, $lang)"/>
    <html>
      <xsl:sequence select="j:language(j:interface-tag(.))"/>
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{string-join((j:title(.), $edition), ' · ')}</title>
        <link rel="stylesheet" href="{j:site(.)}assets/jilu.css"/>
        <xsl:if test="@xml:id">
          <link rel="alternate" type="application/tei+xml" href="{j:site(.)}tei/{@xml:id}.xml"/>
          <xsl:call-template name="citation-links"/>
        </xsl:if>
        <xsl:for-each select="teiHeader/fileDesc/notesStmt/relatedItem[@type = ('preceding', 'following')]">
          <link rel="{if (@type = 'preceding') then 'prev' else 'next'}" href="{j:href(ref/@target, .)}"/>
        </xsl:for-each>
      </head>
      <body class="{if (j:is-front(.)) then 'edition-page' else 'document-page'}">
        <a class="skip" href="#jilu-text">{j:string('skip', $lang)}</a>
        <xsl:if test="exists($edition)">
          <header class="masthead">
            <nav aria-label="{j:string('where', $lang)}"><a href="../index.html">{$edition}</a></nav>
          </header>
        </xsl:if>
        <main id="jilu-text">
          <xsl:sequence select="j:language(j:lang(.))"/>
          <xsl:call-template name="main"/>
        </main>
        <xsl:call-template name="foot"/>
      </body>
    </html>
  </xsl:template>

  <!-- The text, then where it comes from and how to name it. -->
  <xsl:template name="main">
    <article>
      <xsl:if test="empty(j:main-title(.))"><header class="heads"><h1 class="title">{j:title(.)}</h1></header></xsl:if>
      <xsl:if test="empty(text/body/head) and not(j:is-front(.))"><xsl:call-template name="about"/></xsl:if>
      <div class="source" data-text="source"><xsl:apply-templates select="(text, standOff[empty(../text)])[1]"/></div>
      <xsl:call-template name="sources"/>
    </article>
    <xsl:if test="j:is-front(.)"><xsl:call-template name="principles"/></xsl:if>
    <xsl:call-template name="apparatus"/>
  </xsl:template>

  <!-- What names a file in a title bar or a citation. -->
  <xsl:function name="j:title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="normalize-space(($tei/teiHeader/fileDesc/titleStmt/title[not(@type = 'sub')],
        $tei/@xml:id)[1])"/>
  </xsl:function>
</xsl:stylesheet>
