<?xml version="1.0" encoding="UTF-8"?>
<!-- A page on how to cite: the edition in every style, then a document of it, a paragraph, and the source of both. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <!-- References in styles that are not ours to write, as data.xsl has them, and the document that is the example. -->
  <xsl:param name="references" as="map(xs:string, xs:string)" select="map{}"/>
  <xsl:param name="example" as="document-node()?" select="()"/>

  <xsl:variable name="j:shows-citing" as="xs:boolean" select="exists($example) and map:size($references) gt 0"/>

  <xsl:template name="citing">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="document" as="map(*)" select="j:csl($example/TEI, $lang)"/>
    <xsl:variable name="book" as="xs:string" select="j:csl(., 'en')?title"/>
    <xsl:variable name="source" as="xs:string?" select="j:csl($example/TEI, 'en')?custom?sources?1?container-title"/>
    <xsl:variable name="paragraph" as="element(p)?" select="($example/TEI/text//p[matches(@xml:id, '[0-9]$')])[1]"/>
    <xsl:call-template name="pages">
      <xsl:with-param name="id" select="'citing'"/>
      <xsl:with-param name="left" select="j:book-title(.)"/>
      <xsl:with-param name="right" select="j:string('page-cite', $lang)"/>
      <xsl:with-param name="flow" as="element(fo:block)+">
        <fo:block id="citing" j:text="generated" xsl:use-attribute-sets="title">
          <xsl:text>{j:string('page-cite', $lang)}</xsl:text>
        </fo:block>
        <xsl:sequence select="
            j:to-cite('cite-edition',
                j:styles-of(j:csl(., $lang), $book, $lang, ('chicago', 'chicago-note', 'mla')), $lang),
            j:to-cite('cite-document', j:styles-of($document, $book, $lang, ('chicago-note', 'mla')), $lang),
            $paragraph ! j:to-cite('cite-paragraph', j:styles-at($document, ., $book, $lang), $lang),
            $document?custom?sources?1
                ! j:to-cite('cite-source', j:styles-of(., $source, $lang, ('chicago-note', 'mla')), $lang)"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="j:to-cite" as="element(fo:block)">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:param name="references" as="element(fo:list-item)*"/>
    <xsl:param name="lang" as="xs:string"/>
    <fo:block j:text="generated" space-before="{j:lines(1)}" xsl:use-attribute-sets="small">
      <fo:block role="H2" font-family="hei" font-weight="bold" keep-with-next.within-page="always">
        <xsl:text>{j:string($heading, $lang)}</xsl:text>
      </fo:block>
      <fo:list-block provisional-distance-between-starts="{if ($lang eq 'zh') then 15 else 18}em"
          provisional-label-separation="1em"><xsl:sequence select="$references"/></fo:list-block>
    </fo:block>
  </xsl:function>

  <xsl:function name="j:styles-of" as="element(fo:list-item)+">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:param name="book" as="xs:string?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="others" as="xs:string+"/>
    <xsl:sequence select="j:style('GB/T 7714-2025', j:gbt($csl, 2025, (), ()), (), $lang),
        j:style('GB/T 7714-2015', j:gbt($csl, 2015, (), ()), (), $lang),
        (for $in in ('zh', 'en'), $style in $others return j:style(
            j:string('cite-' || $style, $lang, j:string('in-' || $in, $lang)),
            $references($style || '/' || $in || '/' || $csl?id), $book[$in eq 'en'], $in))"/>
  </xsl:function>

  <xsl:function name="j:styles-at" as="element(fo:list-item)+">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:param name="paragraph" as="element(p)"/>
    <xsl:param name="book" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="number" as="xs:string" select="replace($paragraph/@xml:id, '^.*[^0-9]', '')"/>
    <xsl:variable name="at" as="map(*)" select="j:csl-at($csl, $paragraph/@xml:id)"/>
    <xsl:sequence select="j:style('GB/T 7714-2025', j:gbt($at, 2025, j:locator($number, $lang), ()), (), $lang),
        (for $in in ('zh', 'en') return j:style(j:string('cite-chicago-note', $lang, j:string('in-' || $in, $lang)),
            $references('chicago-at/' || $in || '/' || $csl?id) ! j:numbered(., $number), $book[$in eq 'en'], $in))"/>
  </xsl:function>

  <xsl:function name="j:style" as="element(fo:list-item)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="reference" as="xs:string?"/>
    <xsl:param name="book" as="xs:string?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:if test="exists($reference)">
      <fo:list-item>
        <fo:list-item-label end-indent="label-end()">
          <fo:block font-family="hei" color="{$grey}">{$name}</fo:block>
        </fo:list-item-label>
        <fo:list-item-body start-indent="body-start()">
          <fo:block xml:lang="{if ($lang eq 'zh') then 'zh-CN' else 'en'}" text-align="start">
            <xsl:sequence select="j:slanting($book, $reference)"/>
          </fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </xsl:if>
  </xsl:function>

  <!-- A reference with the title of the book in it in italics, as Chicago and MLA ask (GB/T 7714 does not). -->
  <xsl:function name="j:slanting" as="node()+">
    <xsl:param name="book" as="xs:string?"/>
    <xsl:param name="reference" as="xs:string"/>
    <xsl:variable name="found" as="xs:string?" select="$book[contains($reference, .)]"/>
    <xsl:if test="$found">
      <xsl:text>{substring-before($reference, $found)}</xsl:text>
      <fo:inline font-style="italic">{$found}</fo:inline>
    </xsl:if>
    <xsl:text>{if ($found) then substring-after($reference, $found) else $reference}</xsl:text>
  </xsl:function>
</xsl:stylesheet>
