<?xml version="1.0" encoding="UTF-8"?>
<!-- The front page: the title, what this is, the documents in the order of their dates; and the page of the preface. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The title page says what the edition is, whose, and which. -->
  <xsl:template match="TEI[j:is-front(.)]/text/front/titlePage" priority="1">
    <xsl:variable name="header" as="element()" select="ancestor::TEI/teiHeader/fileDesc"/>
    <header class="titlePage">
      <xsl:sequence select="j:attributes(., 'titlePage leaf')"/>
      <xsl:apply-templates/>
      <div class="imprint" data-text="generated">
        <xsl:for-each select="$header/titleStmt/title[@xml:lang][j:lang(.) ne j:lang(../..)]">
          <p class="parallel"><xsl:sequence select="j:language(@xml:lang)"/>{.}</p>
        </xsl:for-each>
        <xsl:for-each select="$header/titleStmt/respStmt">
          <p class="resp"><span class="name">{(orgName, persName, name)[1]}</span> <span class="what">{resp}</span></p>
        </xsl:for-each>
        <xsl:for-each select="$header/editionStmt/edition">
          <p class="edition"><span>{text()}</span> <span>{j:upright-date(date)}</span></p>
        </xsl:for-each>
      </div>
    </header>
  </xsl:template>

  <!-- The leaf is read from top to bottom, where figures would stand one below the other. -->
  <xsl:function name="j:upright-date" as="xs:string">
    <xsl:param name="date" as="xs:string?"/>
    <xsl:sequence select="string-join(analyze-string(string($date), '[0-9]+')/* ! (if (self::fn:non-match) then string()
        else if (string-length() eq 2) then j:tens(xs:integer(.)) else translate(., '0123456789', '〇一二三四五六七八九')))"
        xmlns:fn="http://www.w3.org/2005/xpath-functions"/>
  </xsl:function>

  <!-- A number below a hundred in Chinese: 十一, 二十二. -->
  <xsl:function name="j:tens" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="tens" as="xs:integer" select="$number idiv 10"/>
    <xsl:sequence select="substring('二三四五六七八九', $tens - 1, if ($tens gt 1) then 1 else 0)
        || (if ($tens gt 0) then '十' else '') || substring('一二三四五六七八九', $number mod 10, 1)"/>
  </xsl:function>

  <xsl:template match="TEI[j:is-front(.)]/text/(front | back)/div[empty(head)][@type = ('preface', 'colophon')]" priority="1">
    <section>
      <xsl:sequence select="j:attributes(., 'div ' || @type)"/>
      <h2 class="head" data-text="generated" lang="{j:interface-tag(.)}">{
        j:string(if (@type = 'preface') then 'page-preface' else 'colophon', j:interface(.))}</h2>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- The compiler's own words, before the documents and after them; a preface without a head has that of the page. -->
  <xsl:template mode="page" match="TEI[$page = 'preface']">
    <article>
      <xsl:sequence select="j:page-head(.)"/>
      <div class="source" data-text="source">
        <xsl:sequence select="j:language(j:lang(.))"/>
        <xsl:where-populated>
          <div class="front"><xsl:apply-templates select="text/front/(* except titlePage)"/></div>
        </xsl:where-populated>
        <xsl:where-populated><div class="back"><xsl:apply-templates select="text/back/*"/></div></xsl:where-populated>
      </div>
      <xsl:call-template name="names"/>
    </article>
  </xsl:template>

  <xsl:template match="text/front/div[$page = 'preface'][empty(head)][@type = 'preface'][empty(preceding-sibling::div)]"
      priority="2">
    <section>
      <xsl:sequence select="j:attributes(., 'div preface')"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- What this is, in the edition's own words; then the documents, year by year. -->
  <xsl:template match="TEI/text/body/div[@type = 'contents']" priority="2">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <div class="lead" data-text="generated" lang="{j:lang(.)}">
      <xsl:apply-templates select="ancestor::TEI/teiHeader/encodingDesc/projectDesc/p"/>
      <ul class="ways" lang="{j:interface-tag(.)}">
        <xsl:variable name="has-preface" as="xs:boolean" select="ancestor::TEI//relatedItem/@type = 'preface'"/>
        <xsl:for-each select="'preface'[$has-preface], 'search', 'downloads', 'cite'">
          <li><a href="{.}.html">{j:string('page-' || ., $lang)}</a></li>
        </xsl:for-each>
      </ul>
    </div>
    <section class="contents" data-text="generated" aria-labelledby="jilu-documents">
      <h2 id="jilu-documents" lang="{j:interface-tag(.)}">{j:string('documents', j:interface(.))}</h2>
      <xsl:for-each-group select="list/item" group-adjacent="substring(string(date[1]/@when), 1, 4)">
        <section class="year">
          <h3>{current-grouping-key()}</h3>
          <ol><xsl:apply-templates select="current-group()"/></ol>
        </section>
      </xsl:for-each-group>
    </section>
  </xsl:template>

  <xsl:template match="div[@type = 'contents']//item" priority="2">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <li class="entry">
      <p class="when">
        <xsl:for-each select="label[@type = 'label'][not(date)]"><span class="label"><xsl:apply-templates/></span></xsl:for-each>
        <xsl:for-each select="date[@when]"><time datetime="{@when}" lang="{j:interface-tag(.)}">{j:date(@when, $lang)}</time></xsl:for-each>
        <xsl:text> </xsl:text>
        <xsl:for-each select="term[@ref]"><span class="kind" lang="{j:interface-tag(.)}">{j:name-of(@ref, $lang)}</span></xsl:for-each>
      </p>
      <p class="title"><a href="{j:href(@corresp, .)}">{ref/title[not(@type = 'sub')][1]}</a></p>
      <xsl:for-each select="ref/title[@type = 'sub']"><p class="sub">{.}</p></xsl:for-each>
      <xsl:for-each select="label[@type = 'compiler']">
        <div class="voice compiler">
          <p class="name" lang="{j:interface-tag(.)}">{j:string('compiler-headline', $lang)}</p>
          <p class="head"><xsl:apply-templates/></p>
        </div>
      </xsl:for-each>
      <xsl:if test="list/item"><ol class="together"><xsl:apply-templates select="list/item"/></ol></xsl:if>
    </li>
  </xsl:template>
</xsl:stylesheet>
