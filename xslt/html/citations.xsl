<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite this page and what it comes from, and the same for reference managers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="cite-formats" as="element()+">
    <format xmlns="" name="biblatex" end="bib" type="application/x-bibtex"/>
    <format xmlns="" name="RIS" end="ris" type="application/x-research-info-systems"/>
    <format xmlns="" name="CSL-JSON" end="csl.json" type="application/vnd.citationstyles.csl+json"/>
    <format xmlns="" name="TEI" end="xml" type="application/tei+xml"/>
  </xsl:variable>

  <xsl:template name="citation-links" xpath-default-namespace="">
    <xsl:variable name="files" as="xs:string" select="j:root(.) || 'cite/' || j:csl-here(.)?id"/>
    <xsl:for-each select="$cite-formats">
      <link rel="alternate" type="{@type}" href="{$files}.{@end}" title="{@name}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Documents and the edition are cited; of other pages the address is enough. -->
  <xsl:function name="j:is-cited" as="xs:boolean">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="exists($tei/text) and exists($tei/@xml:id) and $shows-text and not(j:is-evidence($tei))"/>
  </xsl:function>

  <!-- What this page is cited as: the preface is a part of its edition. -->
  <xsl:function name="j:csl-here" as="map(*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($tei)"/>
    <xsl:sequence select="(j:csl-matter($tei, $lang)[$page = 'preface'], j:csl($tei, $lang))[1]"/>
  </xsl:function>

  <xsl:template name="citations">
    <xsl:choose>
      <xsl:when test="j:is-cited(.)"><xsl:call-template name="references"/></xsl:when>
      <xsl:otherwise><p class="citation">{j:citation(.)}</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="references">
    <xsl:variable name="tei" as="element()" select="."/>
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="csl" as="map(*)" select="j:csl-here(.)"/>
    <div class="cite-this">
      <p class="style">GB/T 7714-2025</p>
      <p class="citation" id="jilu-citation" data-located="{j:gbt(j:csl-at($csl, '%2'), 2025, j:locator('%1', $lang), ())}">
        <xsl:text>{j:gbt($csl, 2025, (), ())}</xsl:text>
      </p>
      <xsl:sequence select="j:other-styles($csl, $lang, true())"/>
    </div>
    <xsl:if test="exists($csl?custom?sources)">
      <div class="cite-sources">
        <h3>{j:string('cite-sources', $lang)}</h3>
        <ul>
          <xsl:for-each select="$csl?custom?sources?*">
            <li><p class="of-source">{j:gbt(., 2025, (), ())}</p><xsl:sequence select="j:other-styles(., $lang, false())"/></li>
          </xsl:for-each>
        </ul>
      </div>
    </xsl:if>
    <xsl:for-each select="$printed(@xml:id)">
      <p class="cite-printed"><a href="{j:printed-place($tei)}">{j:string('printed-page', $lang, .)}</a></p>
    </xsl:for-each>
    <xsl:if test="@xml:id">
      <p class="cite-files" xsl:xpath-default-namespace="">
        <xsl:text>{j:string('cite-files', $lang)}{j:string('colon', $lang)}</xsl:text>
        <xsl:for-each select="$cite-formats">
          <xsl:if test="position() gt 1">{j:string('separator', $lang)}</xsl:if>
          <a href="{j:root($tei)}cite/{$csl?id}.{@end}" type="{@type}">{@name}</a>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- The styles beside the one shown first. -->
  <xsl:function name="j:other-styles" as="element()">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="has-paragraphs" as="xs:boolean"/>
    <details class="cite-styles">
      <summary>{j:string('cite-styles', $lang)}</summary>
      <dl>
        <xsl:sequence select="j:style('GB/T 7714-2015', j:gbt($csl, 2015, (), ()), $lang,
            j:gbt(j:csl-at($csl, '%2'), 2015, j:locator('%1', $lang), ())[$has-paragraphs])"/>
        <xsl:for-each select="'zh', 'en'">
          <xsl:variable name="of" as="xs:string" select=". || '/' || $csl?id"/>
          <xsl:variable name="at" as="function(xs:string) as xs:string?"
              select="function($style) { $references($style || '-at/' || $of)[$has-paragraphs] ! j:numbered(., '%1') }"/>
          <xsl:sequence select="
              j:style(j:string('cite-chicago', $lang, j:string('in-' || ., $lang)), $references('chicago/' || $of), ., ()),
              j:style(j:string('cite-chicago-note', $lang, j:string('in-' || ., $lang)),
                  $references('chicago-note/' || $of), ., $at('chicago')),
              j:style(j:string('cite-mla', $lang, j:string('in-' || ., $lang)), $references('mla/' || $of), ., $at('mla'))"/>
        </xsl:for-each>
      </dl>
    </details>
  </xsl:function>

  <!-- located: the reference to a paragraph, for the script, %1 its number and %2 its id. -->
  <xsl:function name="j:style" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="reference" as="xs:string?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="located" as="xs:string?"/>
    <xsl:if test="exists($reference)">
      <dt>{$name}</dt>
      <dd lang="{$lang}">
        <xsl:for-each select="$located"><xsl:attribute name="data-located" select="."/></xsl:for-each>
        <xsl:text>{$reference}</xsl:text>
      </dd>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
