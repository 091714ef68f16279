<?xml version="1.0" encoding="UTF-8"?>
<!-- The navigation document: contents as the edition orders them, landmarks, and the pages of the printed book. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="epub" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="nav" on-no-match="fail"/>

  <xsl:function name="j:navigation" as="element()">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($tei)"/>
    <html xmlns:epub="http://www.idpf.org/2007/ops" lang="{j:lang($tei)}">
      <head>
        <title>{j:string('contents', $lang)}</title>
        <link rel="stylesheet" type="text/css" href="epub.css"/>
      </head>
      <body epub:type="frontmatter">
        <nav epub:type="toc" id="toc" role="doc-toc">
          <h1>{j:string('contents', $lang)}</h1>
          <ol>
            <li>
              <a href="front.xhtml">{j:title($tei)}</a>
              <xsl:where-populated>
                <ol>
                  <xsl:for-each select="$tei/text/front/div[@type = 'preface'][@xml:id]">
                    <li><a href="front.xhtml#{@xml:id}">{j:string('page-preface', $lang)}</a></li>
                  </xsl:for-each>
                </ol>
              </xsl:where-populated>
            </li>
            <xsl:apply-templates select="$tei/text/body/div/list/item" mode="nav"/>
            <li><a href="back.xhtml">{j:string('about-book', $lang)}</a></li>
          </ol>
        </nav>
        <nav epub:type="landmarks" id="landmarks" hidden="hidden">
          <h2>{j:string('landmarks', $lang)}</h2>
          <ol>
            <li><a epub:type="titlepage" href="front.xhtml">{j:title($tei)}</a></li>
            <li><a epub:type="toc" href="nav.xhtml#toc">{j:string('contents', $lang)}</a></li>
            <xsl:for-each select="$documents[1]">
              <li><a epub:type="bodymatter" href="{.}.xhtml">{j:string('documents', $lang)}</a></li>
            </xsl:for-each>
            <li><a epub:type="backmatter" href="back.xhtml">{j:string('about-book', $lang)}</a></li>
          </ol>
        </nav>
        <xsl:variable name="marks" as="element()*" select="j:page-marks($tei)"/>
        <xsl:if test="exists($marks)">
          <nav epub:type="page-list" id="page-list" role="doc-pagelist" hidden="hidden">
            <h2>{j:string('pages', $lang)}</h2>
            <ol><xsl:sequence select="$marks"/></ol>
          </nav>
        </xsl:if>
      </body>
    </html>
  </xsl:function>

  <xsl:template match="item" mode="nav">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <li>
      <a href="{substring-before(@corresp, '.xml')}.xhtml">{string-join((date[1]/@when ! j:date(., $lang), ref/title[not(@type = 'sub')][1]), ' ')}</a>
      <xsl:if test="list/item"><ol><xsl:apply-templates select="list/item" mode="nav"/></ol></xsl:if>
    </li>
  </xsl:template>

  <!-- The pages that begin in the book, each where its chapter or the first paragraph on it does. -->
  <xsl:function name="j:page-marks" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="parts" as="map(xs:string, xs:string)" select="map:merge((('front', 'back') ! (for $part in . return
        $tei/text/*[local-name() = $part]//p/@xml:id ! map:entry(string(.), $part))))"/>
    <xsl:variable name="file-of" as="function(xs:string) as xs:string?" select="
        function($id) { ($parts($id), $documents[. = $id or starts-with($id, . || '.p')])[1] }"/>
    <xsl:variable name="files" as="xs:string+" select="'front', $documents, 'back'"/>
    <xsl:variable name="ids" as="xs:string*" select="sort(map:keys($pages)[exists($file-of(.))], (), function($id) {
        index-of($files, $file-of($id)), if ($id = $documents) then 0 else number(replace($id, '^.*[^0-9]', '')) })"/>
    <xsl:for-each-group select="$ids" group-by="$pages(.)">
      <li><a href="{$file-of(.)}.xhtml#page-{current-grouping-key()}">{current-grouping-key()}</a></li>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
