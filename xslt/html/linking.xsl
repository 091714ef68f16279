<?xml version="1.0" encoding="UTF-8"?>
<!-- Linking: references, the addresses of pages, and the link to each paragraph. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="ref">
    <xsl:variable name="href" as="xs:string?" select="j:href(@target, .)[1]"/>
    <xsl:element name="{if (exists($href) and j:may-link(.)) then 'a' else j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., 'ref')"/>
      <xsl:if test="exists($href) and j:may-link(.)"><xsl:attribute name="href" select="$href"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ptr">
    <xsl:for-each select="j:href(@target, .)[j:may-link(current())]">
      <a class="ptr" href="{.}" data-text="generated">{.}</a>
    </xsl:for-each>
  </xsl:template>

  <!-- HTML lets no link stand in another. -->
  <xsl:function name="j:may-link" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="empty($node/ancestor::ref)"/>
  </xsl:function>

  <!-- The entry that a pointer names, where a register has a page for it. -->
  <xsl:function name="j:entry-href" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="entry" as="element()*" select="j:ids($pointer) ! key('id', ., root($pointer))[@copyOf or empty(root()/*/text)]"/>
    <xsl:sequence select="$entry[1]/j:href((@copyOf, @xml:id/j:own-pointer(.))[1], .)[1]"/>
  </xsl:function>

  <xsl:function name="j:own-pointer" as="attribute()">
    <xsl:param name="id" as="attribute()"/>
    <xsl:attribute name="target" select="'#' || $id"/>
  </xsl:function>

  <!-- Pointers as addresses seen from this page. -->
  <xsl:function name="j:href" as="xs:string*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:param name="from" as="node()"/>
    <xsl:for-each select="tokenize($pointers)">
      <xsl:sequence select="
          if (starts-with(., '#'))
          then .[exists(key('id', substring(., 2), root($from))[ancestor-or-self::text or empty(root()/*/text)])]
              ! (j:elsewhere($from) || .)
          else if (matches(., '^https?://')) then .
          else if (matches(., '^[^/:#?]+\.xml(#|$)'))
          then j:page-of(., $from) || substring-after(., '.xml')
          else if (matches(., '^[^/:#?][^:#?]*$') and not(contains(., '..'))) then j:root($from) || 'tei/' || .
          else ()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The page on which a pointer's target stands: within the edition's own file, that of the preface. -->
  <xsl:function name="j:page-of" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="node()"/>
    <xsl:variable name="page" as="xs:string" select="j:page(substring-before($pointer, '.xml'), $from)"/>
    <xsl:sequence select="if (contains($pointer, '#')) then replace($page, '^((\.\./)*)index\.html$', '$1preface.html')
        else $page"/>
  </xsl:function>

  <!-- The page of a file, by its id. -->
  <xsl:function name="j:page" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="from" as="node()"/>
    <xsl:variable name="tei" as="element()" select="root($from)/*"/>
    <xsl:sequence select="
        if ($id = ($tei/teiHeader/fileDesc/seriesStmt/idno[@type = 'edition'], $tei/@xml:id[j:is-front($from)]))
        then j:site($from) || 'index.html'
        else if (starts-with($id, 'jilu.')) then j:site($from) || tokenize($id, '\.')[2] || '.html'
        else if ($id = ($tei/@xml:id[empty($tei/text)], j:registers($tei)/ref/@target ! substring-before(., '.xml')))
        then j:site($from) || $id || '.html'
        else 'documents/'[j:site($from) eq ''] || $id || '.html'"/>
  </xsl:function>

  <xsl:function name="j:registers" as="element(relatedItem)*">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/notesStmt/relatedItem[@type = 'register']"/>
  </xsl:function>

  <!-- The way up to the front page of this language: only documents stand one folder down. -->
  <xsl:function name="j:site" as="xs:string">
    <xsl:param name="from" as="node()"/>
    <xsl:sequence select="if (exists($page) or empty(root($from)/TEI/text) or j:is-front($from)
        or j:is-evidence($from)) then '' else '../'"/>
  </xsl:function>

  <!-- The way up to what all languages share; the edition's own language stands at the top, the other in a folder. -->
  <xsl:function name="j:root" as="xs:string">
    <xsl:param name="from" as="node()"/>
    <xsl:sequence select="j:site($from) || '../'[j:interface($from) ne j:own-interface($from)]"/>
  </xsl:function>

  <!-- This page's address below the front page of its language. -->
  <xsl:function name="j:address" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="if (exists($page)) then $page || '.html' else if (j:is-front($tei)) then 'index.html'
        else if (j:is-evidence($tei)) then tokenize($tei/@xml:id, '\.')[2] || '.html'
        else 'documents/'[$tei/text] || $tei/@xml:id || '.html'"/>
  </xsl:function>

  <!-- The same page in the other language. -->
  <xsl:function name="j:other-language" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="j:root($tei) || (j:other-interface($tei) || '/')[j:interface($tei) eq j:own-interface($tei)] || j:address($tei)"/>
  </xsl:function>

  <xsl:function name="j:other-interface" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="map:keys($j:strings)[. ne j:interface($node)]" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <xsl:function name="j:is-front" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists(root($node)/TEI/text/body/div[@type = 'contents'])"/>
  </xsl:function>

  <!-- The printed book, from the site's root, and the number of the page in it on which an id stands. -->
  <xsl:param name="book" as="xs:string?" select="()"/>
  <xsl:param name="printed" as="map(xs:string, xs:string)" select="map{}"/>

  <xsl:function name="j:permalink" as="element(h:a)?" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="p" as="element()"/>
    <xsl:variable name="n" as="xs:string" select="replace($p/@xml:id, '^.*[^0-9]', '')"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($p)"/>
    <xsl:if test="$p/@xml:id and empty($p/(ancestor::ref | ancestor::note | ancestor::teiHeader))">
      <a class="permalink" href="{j:elsewhere($p)}#{$p/@xml:id}" data-text="generated"
          aria-label="{if ($n) then j:string('permalink-n', $lang, $n) else j:string('permalink', $lang)}">
        <xsl:for-each select="$printed($p/@xml:id)">
          <xsl:attribute name="title" select="j:string('printed-page', $lang, .)"/>
          <xsl:attribute name="data-printed" select="j:printed-place($p)"/>
        </xsl:for-each>
        <xsl:text>{($n[.], '¶')[1]}</xsl:text>
      </a>
    </xsl:if>
  </xsl:function>

  <!-- Where an element stands in the printed book: its addresses are those of the web. -->
  <xsl:function name="j:printed-place" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="j:root($element) || $book || '#' || $element/@xml:id"/>
  </xsl:function>
</xsl:stylesheet>
