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
    <html>
      <xsl:attribute name="lang" select="j:interface-tag(.)"/>
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{string-join(distinct-values((j:page-title(.), j:edition-title(.))), ' · ')}</title>
        <link rel="icon" href="{j:root(.)}assets/jilu.svg" type="image/svg+xml"/>
        <link rel="stylesheet" href="{j:root(.)}assets/jilu.css"/>
        <script src="{j:root(.)}assets/jilu.js" defer="defer" data-root="{j:root(.)}" data-words="{j:script-words($lang)}"/>
        <xsl:if test="j:is-cited(.)"><xsl:call-template name="citation-links"/></xsl:if>
        <xsl:for-each select="j:neighbours(.)"><link rel="{j:rel(.)}" href="{j:href(ref/@target, .)}"/></xsl:for-each>
        <xsl:call-template name="machines"/>
      </head>
      <body class="{('said-page'[exists($speaker)], $page ! (. || '-page'), 'edition-page'[j:is-front(current())],
          'evidence-page'[j:is-evidence(current())],
          'document-page'[current()/text], 'register-page')[1]}">
        <a class="skip" href="#jilu-text">{j:string('skip', $lang)}</a>
        <xsl:call-template name="masthead"/>
        <main id="jilu-text">
          <xsl:sequence select="j:language(if (j:is-apart(.)) then j:interface-tag(.) else j:lang(.))"/>
          <xsl:call-template name="main"/>
        </main>
        <xsl:call-template name="foot"/>
      </body>
    </html>
  </xsl:template>

  <!-- A page that this edition wrote, and no source. -->
  <xsl:function name="j:is-apart" as="xs:boolean">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="not($shows-text) or empty($tei/text)"/>
  </xsl:function>

  <!-- Whether the page shows words of its file; those of the edition stand on two pages, the title on the front page. -->
  <xsl:variable name="shows-text" as="xs:boolean" select="empty($page) or $page eq 'preface'"/>

  <!-- The text, then where it comes from and how to name it. -->
  <xsl:template name="main">
    <xsl:choose>
      <xsl:when test="exists($page)"><xsl:apply-templates select="." mode="page"/></xsl:when>
      <xsl:when test="empty(text)"><xsl:apply-templates select="." mode="register"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="text"/></xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="apparatus"/>
  </xsl:template>

  <xsl:template name="text">
    <xsl:if test="j:is-evidence(.)"><xsl:call-template name="evidence-ways"/></xsl:if>
    <article>
      <xsl:if test="empty(j:main-title(.))"><header class="heads"><h1 class="title">{j:title(.)}</h1></header></xsl:if>
      <xsl:if test="empty(text/(body/head | front/titlePage)) and not(j:is-front(.))"><xsl:call-template name="about"/></xsl:if>
      <div class="source" data-text="{if (j:is-evidence(.)) then 'generated' else 'source'}">
        <xsl:apply-templates select="if (j:is-front(.)) then text/(front/titlePage | body) else text"/>
      </div>
      <xsl:call-template name="sources"/>
      <xsl:if test="not(j:is-front(.))"><xsl:call-template name="names"/></xsl:if>
    </article>
    <xsl:if test="j:is-front(.)"><xsl:call-template name="evidence-pages"/></xsl:if>
  </xsl:template>

  <!-- Pages of the site itself, each in its module; a page that no module knows stops the build. -->
  <xsl:mode name="page" on-no-match="fail"/>

  <xsl:function name="j:page-title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($tei)"/>
    <xsl:sequence select="if (exists($speaker)) then j:string('page-said', $lang, j:speaker-name($tei))
        else if (exists($page)) then j:string('page-' || $page, $lang)
        else if (empty($tei/text)) then string(j:in-language($tei/teiHeader/fileDesc/titleStmt/title, $lang))
        else j:title($tei)"/>
  </xsl:function>

  <xsl:function name="j:edition-title" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element()" select="$tei/teiHeader/fileDesc"/>
    <xsl:sequence select="j:in-language(($file/seriesStmt, $file[j:is-front($tei)]/titleStmt)[1]/title, j:interface($tei))"/>
  </xsl:function>

  <!-- What names a file in a title bar or a citation. -->
  <xsl:function name="j:title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="normalize-space(($tei/teiHeader/fileDesc/titleStmt/title[not(@type = 'sub')],
        $tei/@xml:id)[1])"/>
  </xsl:function>
</xsl:stylesheet>
