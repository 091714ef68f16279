<?xml version="1.0" encoding="UTF-8"?>
<!-- The page to search from. The script does the work; without it, the page says where else to look. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template mode="page" match="TEI[$page = 'search']">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <article class="search" data-language="{$lang}">
      <xsl:sequence select="j:page-head(.)"/>
      <form role="search" id="jilu-search" hidden="hidden">
        <p class="query">
          <label for="jilu-query">{j:string('search-label', $lang)}</label>
          <input type="search" id="jilu-query" autocomplete="off" spellcheck="false" enterkeyhint="search" lang="{j:lang(.)}"
              aria-describedby="jilu-hint"/>
          <button type="submit">{j:string('page-search', $lang)}</button>
        </p>
        <p class="hint" id="jilu-hint">{j:string('search-hint', $lang)}</p>
        <div class="facets" id="jilu-facets">
          <xsl:for-each select="'facet-speaker', 'facet-year', 'facet-kind', 'facet-source'">
            <label>{j:string(., $lang)}<select id="jilu-{.}"><option value="">{j:string('any', $lang)}</option></select></label>
          </xsl:for-each>
        </div>
      </form>
      <p class="without" id="jilu-without">{j:string('search-without', $lang)}
        <a href="index.html">{j:string('documents', $lang)}</a></p>
      <p class="status" id="jilu-status" role="status"/>
      <div id="jilu-results"/>
    </article>
  </xsl:template>
</xsl:stylesheet>
