<?xml version="1.0" encoding="UTF-8"?>
<!-- What every page carries of the site: where one is, where one can go; and the pages that speak of the site itself. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns="http://www.w3.org/1999/xhtml"
        xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The title leads home; the entry of the page one is on is marked. -->
  <xsl:template name="masthead">
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="here" as="xs:string" select="j:address(.)"/>
    <header class="masthead">
      <p class="home">
        <a href="{j:site(.)}index.html">
          <xsl:if test="$here eq 'index.html'"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
          <xsl:text>{j:edition-title(.)}</xsl:text>
        </a>
      </p>
      <nav aria-label="{j:string('site', $lang)}">
        <ul>
          <xsl:if test="teiHeader/fileDesc/notesStmt/relatedItem/@type = 'preface'">
            <xsl:sequence select="j:entry(., 'preface.html', j:string('preface', $lang), ())"/>
          </xsl:if>
          <xsl:sequence select="j:entry(., 'index.html#jilu-documents', j:string('documents', $lang),
              'true'[not(j:is-apart($tei) or j:is-front($tei) or j:is-evidence($tei))])"/>
          <xsl:sequence select="j:entry(., 'chronology.html', j:string('page-chronology', $lang), ())"/>
          <xsl:for-each-group select="(self::TEI[empty(text)]!j:own-register(.), j:registers(.))" group-by="string(ref/@target)">
            <xsl:sequence select="j:entry($tei, replace(current-grouping-key(), '\.xml$', '.html'),
                j:in-language(current-group()/ref, $lang),
                'true'[exists($speaker) and current-grouping-key() eq $tei/@xml:id || '.xml'])"/>
          </xsl:for-each-group>
          <xsl:sequence select="j:entry(., 'audit.html', j:string('evidence-pages', $lang), 'true'[j:is-evidence($tei)])"/>
          <xsl:sequence select="j:entry(., 'search.html', j:string('page-search', $lang), ())"/>
        </ul>
      </nav>
      <xsl:call-template name="trail"/>
    </header>
  </xsl:template>

  <!-- On pages that have no entry above: to what they belong; on a document's, the way to its neighbours by date. -->
  <xsl:template name="trail">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="profile" as="element()?" select="teiHeader/profileDesc"/>
    <xsl:choose>
      <xsl:when test="$page = $about-pages">
        <p class="trail"><span class="here">{j:string('about-site', $lang)} › {j:page-title(.)}</span></p>
      </xsl:when>
      <xsl:when test="exists($speaker)">
        <p class="trail"><span class="here">
          <a href="{@xml:id}.html#{$speaker}">{j:in-language(teiHeader/fileDesc/titleStmt/title, $lang)}</a> › {j:speaker-name(.)}</span></p>
      </xsl:when>
      <xsl:when test="exists(text) and not(j:is-apart(.) or j:is-front(.) or j:is-evidence(.))">
        <nav class="trail" aria-label="{j:string('where', $lang)}">
          <span class="here"><a href="{j:site(.)}index.html#jilu-documents">{j:string('documents', $lang)}</a> › {
            ($profile/creation/date[@when][1]/@when ! j:date(., $lang), @xml:id)[1]}</span>
          <xsl:for-each select="j:neighbours(.)">
            <xsl:variable name="rel" as="xs:string" select="j:rel(.)"/>
            <xsl:text> </xsl:text>
            <a class="{$rel}" href="{j:href(ref/@target, .)}" title="{normalize-space(ref)}">
              <span class="way">{j:string(if ($rel eq 'prev') then 'previous' else 'next', $lang)}</span>
              <xsl:text> </xsl:text>
              <xsl:for-each select="ref/date"><time datetime="{@when}">{j:date(@when, $lang)}</time></xsl:for-each>
            </a>
          </xsl:for-each>
        </nav>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="about-pages" as="xs:string+"
      select="'principles', 'manual', 'cite', 'downloads', 'data', 'errata', 'contribute'"/>

  <!-- A register that stands alone still has its own entry. -->
  <xsl:function name="j:own-register" as="element(relatedItem)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:if test="not($tei/@xml:id || '.xml' = j:registers($tei)/ref/@target) and not(j:is-front($tei))">
      <xsl:for-each select="$tei/teiHeader/fileDesc/titleStmt/title">
        <relatedItem xmlns="http://www.tei-c.org/ns/1.0">
          <ref target="{$tei/@xml:id}.xml" xml:lang="{j:lang(.)}">{.}</ref>
        </relatedItem>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <xsl:function name="j:entry" as="element(h:li)" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="current" as="xs:string?"/>
    <li>
      <a href="{j:site($tei)}{$address}">
        <xsl:for-each select="('page'[$address eq j:address($tei)], $current)[1]">
          <xsl:attribute name="aria-current" select="."/>
        </xsl:for-each>
        <xsl:text>{$label}</xsl:text>
      </a>
    </li>
  </xsl:function>

  <!-- The head of a page of the site. -->
  <xsl:function name="j:page-head" as="element(h:header)" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="tei" as="element(TEI)"/>
    <header class="heads"><h1>{j:page-title($tei)}</h1></header>
  </xsl:function>

  <xsl:template mode="page" match="TEI[$page = 'cite']">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <article class="prose">
      <xsl:sequence select="j:page-head(.)"/>
      <p class="lede">{j:string('cite-lede', $lang)}</p>
      <h2>{j:string('cite-edition', $lang)}</h2>
      <xsl:sequence select="j:to-cite(j:csl(., $lang), $lang)"/>
      <h2>{j:string('cite-document', $lang)}</h2>
      <p>{j:string('cite-document-how', $lang)}</p>
      <xsl:for-each select="$speaking/TEI"><xsl:sequence select="j:to-cite(j:csl(., $lang), $lang)"/></xsl:for-each>
      <h2>{j:string('cite-paragraph', $lang)}</h2>
      <p>{j:string('cite-paragraph-how', $lang)}</p>
      <xsl:for-each select="($speaking/TEI/text//p[matches(@xml:id, '[0-9]$')])[1]">
        <xsl:sequence select="j:to-cite-at(j:csl(ancestor::TEI, $lang), ., $lang)"/>
      </xsl:for-each>
      <h2>{j:string('cite-source', $lang)}</h2>
      <p>{j:string('cite-source-how', $lang)}</p>
      <xsl:for-each select="$speaking/TEI">
        <xsl:sequence select="j:csl(., $lang)?custom?sources?1 ! j:to-cite(., $lang)"/>
      </xsl:for-each>
      <h2>{j:string('cite-software', $lang)}</h2>
      <p>{j:string('cite-software-how', $lang)}</p>
    </article>
  </xsl:template>

  <!-- An example in every style, the Chinese standard first. -->
  <xsl:function name="j:to-cite" as="element()+">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:param name="lang" as="xs:string"/>
    <p class="style">GB/T 7714-2025</p>
    <p class="example"><xsl:sequence select="j:foreign-run(j:gbt($csl, 2025, (), ()))"/></p>
    <xsl:sequence select="j:other-styles($csl, $lang, false())"/>
  </xsl:function>

  <!-- The same of a paragraph, which notes and references in the text name. -->
  <xsl:function name="j:to-cite-at" as="element()+">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:param name="paragraph" as="element(p)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="number" as="xs:string" select="replace($paragraph/@xml:id, '^.*[^0-9]', '')"/>
    <xsl:variable name="at" as="map(*)" select="j:csl-at($csl, $paragraph/@xml:id)"/>
    <p class="style">GB/T 7714-2025</p>
    <p class="example"><xsl:sequence select="j:foreign-run(j:gbt($at, 2025, j:locator($number, $lang), ()))"/></p>
    <details class="cite-styles">
      <summary>{j:string('cite-styles', $lang)}</summary>
      <dl>
        <xsl:sequence select="j:style('GB/T 7714-2015', j:gbt($at, 2015, j:locator($number, $lang), ()), $lang, ())"/>
        <xsl:for-each select="'zh', 'en'">
          <xsl:variable name="in" as="xs:string" select="."/>
          <xsl:for-each select="'chicago-note', 'mla'">
            <xsl:variable name="of" as="xs:string" select="tokenize(., '-')[1] || '-at/' || $in || '/' || $csl?id"/>
            <xsl:sequence select="j:style(j:string('cite-' || ., $lang, j:string('in-' || $in, $lang)),
                $references($of) ! j:numbered(., $number), $in, ())"/>
          </xsl:for-each>
        </xsl:for-each>
      </dl>
    </details>
  </xsl:function>

  <xsl:template mode="page" match="TEI[$page = '404']">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <article class="prose">
      <xsl:sequence select="j:page-head(.)"/>
      <p class="lede">{j:string('404-lede', $lang)}</p>
      <ul class="ways">
        <li><a href="{j:at-home(.)}index.html">{j:edition-title(.)}</a></li>
        <li><a href="{j:at-home(.)}search.html">{j:string('page-search', $lang)}</a></li>
      </ul>
    </article>
  </xsl:template>

  <!-- A server shows this page at any address: where the site's own is known, the way home starts there. -->
  <xsl:function name="j:at-home" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="(j:base($tei), '')[1]"/>
  </xsl:function>

  <!-- Runs in another script say which language they are in. -->
  <xsl:function name="j:foreign-run" as="node()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:analyze-string select="$text" regex="[Ѐ-ӿ][Ѐ-ӿ .]*">
      <xsl:matching-substring><span lang="ru">{.}</span></xsl:matching-substring>
      <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- The words that the script needs, as JSON. -->
  <xsl:function name="j:script-words" as="xs:string">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="keys" as="xs:string+"
        select="'copy-link', 'link-copied', 'copy-quotation', 'copy-citation', 'cite-copy', 'copied', 'close', 'paragraph-n',
        'to-entry', 'speeches-shown', 'speeches-all', 'search-none', 'search-found', 'search-said', 'search-busy',
            'search-more',
        'search-failed', 'clear-marks', 'open-quote',
        'close-quote'"/>
    <xsl:sequence select="serialize(map:merge($keys ! map{.: $j:strings($lang)(.)}), map{'method': 'json'})"/>
  </xsl:function>
</xsl:stylesheet>
