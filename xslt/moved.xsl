<?xml version="1.0" encoding="UTF-8"?>
<!-- Where something stood that went elsewhere: a page that leads on, or says why there is nothing to lead to. -->
<xsl:package name="urn:jilu:moved" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns="http://www.w3.org/1999/xhtml" expand-text="yes"
        exclude-result-prefixes="#all">

  <xsl:param name="catalog" as="document-node(element(j:catalog))" required="yes"/>
  <!-- Where each vanished id went: another id, or a reason in words. -->
  <xsl:param name="tombstones" as="map(xs:string, xs:string)" required="yes"/>
  <!-- The vanished ids that were documents. -->
  <xsl:param name="documents" as="xs:string*" select="()"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="common/strings.xsl"/>

  <xsl:variable name="edition" as="element()?" select="$catalog/*/j:record[@role = 'edition']"/>
  <xsl:variable name="own" as="xs:string" select="if (starts-with($edition/@xml:lang, 'zh')) then 'zh' else 'en'"/>

  <!-- A page each in both languages: the addresses of both were released. -->
  <xsl:template name="xsl:initial-template" visibility="public">
    <j:data>
      <xsl:for-each select="sort(map:keys($tombstones))">
        <xsl:variable name="id" as="xs:string" select="."/>
        <xsl:sequence select="('zh', 'en') ! j:moved($id, .)"/>
      </xsl:for-each>
    </j:data>
  </xsl:template>

  <xsl:function name="j:moved" as="element(j:file)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="target" as="xs:string" select="$tombstones($id)"/>
    <xsl:variable name="home" as="element(j:record)?" select="$catalog/*/j:record[j:id/@name = $target][1]"/>
    <xsl:variable name="href" as="xs:string?" select="$home ! ('../' || (@matter, @page, 'index.html')[1]
        || ('#' || $target)[not($catalog/*/j:record/@id = $target)])"/>
    <xsl:variable name="page" as="element()">
      <html lang="{if ($lang eq $own) then $edition/@xml:lang else if ($lang eq 'zh') then 'zh-Hans' else 'en'}">
        <head>
          <meta charset="utf-8"/>
          <meta name="viewport" content="width=device-width, initial-scale=1"/>
          <xsl:if test="$href">
            <meta http-equiv="refresh" content="0; url={$href}"/>
            <link rel="canonical" href="{$href}"/>
          </xsl:if>
          <title>{$id}</title>
          <link rel="stylesheet" href="{if ($lang eq $own) then '' else '../'}../assets/jilu.css"/>
        </head>
        <body>
          <main>
            <article class="prose">
              <header class="heads"><h1>{$id}</h1></header>
              <p>
                <xsl:choose>
                  <xsl:when test="$href">{j:string('moved', $lang)}<a href="{$href}">{$target}</a></xsl:when>
                  <xsl:otherwise>{j:string('gone', $lang)}{$target}</xsl:otherwise>
                </xsl:choose>
              </p>
              <p><a href="../index.html">{j:string('contents', $lang)}</a> · <a
                  href="../errata.html">{j:string('page-errata', $lang)}</a></p>
            </article>
          </main>
        </body>
      </html>
    </xsl:variable>
    <j:file path="html/{if ($lang eq $own) then '' else $lang || '/'}{if ($id = $documents) then 'documents' else 'moved'}/{$id}.html">
      <xsl:value-of select="serialize($page, map{'method': 'xhtml', 'html-version': 5, 'indent': false(),
          'omit-xml-declaration': true(), 'include-content-type': false()})"/>
    </j:file>
  </xsl:function>
</xsl:package>
