<?xml version="1.0" encoding="UTF-8"?>
<!-- The leaves before the text: half-title, title page and, behind it, the imprint: what this edition is and how to cite it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="title-page" on-no-match="shallow-skip"/>
  <xsl:mode name="imprint" on-no-match="shallow-skip"/>

  <xsl:template name="title-leaves" as="element(fo:page-sequence)+">
    <xsl:call-template name="plain-pages">
      <xsl:with-param name="id" select="'half-title'"/>
      <xsl:with-param name="first" select="'1'"/>
      <xsl:with-param name="count" select="'even'"/>
      <xsl:with-param name="flow" as="element()">
        <fo:block role="P" j:text="generated" id="half-title" space-before="{j:body-height() * 0.25}pt"
            space-before.conditionality="retain" font-size="{j:ems(1.5)}" line-height="{j:lines(1.5)}" text-align="center"
            hyphenate="false">{j:book-title(.)}</fo:block>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="plain-pages">
      <xsl:with-param name="id" select="'title-page'"/>
      <xsl:with-param name="flow" as="element()+">
        <!-- Title and makers in the upper half, the publisher at the foot. -->
        <fo:block-container height="{j:body-height() - 6 * $design?line}pt">
          <fo:block id="title-page" space-before="{j:body-height() * 0.18}pt" space-before.conditionality="retain">
            <xsl:apply-templates select="text/front/titlePage"/>
          </fo:block>
          <xsl:apply-templates select="teiHeader/fileDesc/titleStmt" mode="title-page"/>
        </fo:block-container>
        <fo:block-container height="{6 * $design?line}pt" display-align="after">
          <xsl:apply-templates select="teiHeader/fileDesc" mode="title-page"/>
        </fo:block-container>
        <fo:block-container break-before="page" height="{j:body-height()}pt" display-align="after">
          <fo:block id="imprint"><xsl:apply-templates select="teiHeader" mode="imprint"/></fo:block>
        </fo:block-container>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Of the page that holds the fewest lines, whole lines. -->
  <xsl:function name="j:body-height" as="xs:decimal">
    <xsl:variable name="height" as="xs:decimal" select="xs:decimal(substring-before($design?height, 'mm')) div 25.4 * 72"/>
    <xsl:sequence select="floor(($height - $design?top - $design?bottom) div $design?line) * $design?line"/>
  </xsl:function>

  <xsl:function name="j:book-title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="normalize-space($tei/teiHeader/fileDesc/titleStmt/title[1])"/>
  </xsl:function>

  <xsl:template match="titleStmt" mode="title-page">
    <fo:block j:text="generated" text-align="center">
      <xsl:for-each select="title[position() gt 1]">
        <fo:block space-before="{j:lines(1)}" start-indent="4em" end-indent="4em" font-size="{j:ems(1.1)}"
            xml:lang="{j:lang(.)}">{normalize-space()}</fo:block>
      </xsl:for-each>
      <fo:block role="artifact" space-before="{j:lines(2)}"><fo:leader leader-pattern="rule" leader-length="3em"
          rule-thickness="0.6pt" color="{$rubric}"/></fo:block>
      <xsl:for-each select="respStmt">
        <fo:block space-before="{j:lines(1)}" font-family="kai" font-size="{j:ems(1.3)}">{j:responsibility(.)}</fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="fileDesc" mode="title-page">
    <fo:block j:text="generated" text-align="center">
      <fo:block font-size="{j:ems(1.2)}" line-height="{j:lines(1.5)}">{publicationStmt/publisher}</fo:block>
      <xsl:for-each select="editionStmt/edition">
        <fo:block>{string-join((j:edition-name(.), date), '　')}</fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:function name="j:responsibility" as="xs:string">
    <xsl:param name="statement" as="element(respStmt)"/>
    <xsl:sequence select="normalize-space(($statement/(persName | orgName | name))[1]) || '　' || $statement/resp[1]"/>
  </xsl:function>

  <xsl:function name="j:edition-name" as="xs:string">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="normalize-space(string-join($edition/(node() except date)))"/>
  </xsl:function>

  <xsl:template match="teiHeader" mode="imprint">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="file" as="element(fileDesc)" select="fileDesc"/>
    <fo:block j:text="generated" border-before-style="solid" border-before-width="0.4pt" border-before-color="{$grey}"
        padding-before="12pt" xsl:use-attribute-sets="small">
      <fo:block font-family="hei" font-size="11pt" line-height="20pt">{j:book-title(..)}</fo:block>
      <xsl:for-each select="$file/titleStmt/title[position() gt 1]">
        <fo:block xml:lang="{j:lang(.)}">{normalize-space()}</fo:block>
      </xsl:for-each>
      <fo:list-block space-before="8pt" provisional-distance-between-starts="6em" provisional-label-separation="1em">
        <xsl:sequence select="
            j:imprint-line('responsible', $file/titleStmt/respStmt ! j:responsibility(.) => string-join('；'), $lang),
            j:imprint-line('edition', $file/editionStmt/edition ! (j:edition-name(.) || @n ! ('（' || . || '）')), $lang),
            j:imprint-line('date', ($file/editionStmt/edition/date, $file/publicationStmt/date)[1] ! normalize-space(), $lang),
            j:imprint-line('publisher', $file/publicationStmt/publisher ! normalize-space(), $lang),
            j:imprint-line('id', (($file/publicationStmt/idno, /TEI/@xml:id)[1]) ! string(), $lang),
            j:imprint-line('format', string-join((upper-case($page), $design?width || ' × ' || $design?height), '，'), $lang),
            j:imprint-line('cite-book', j:citation(..), $lang),
            j:imprint-line('cite-paragraphs', j:string('how-to-cite-paragraph', $lang), $lang)"/>
      </fo:list-block>
      <xsl:apply-templates select="$file/publicationStmt/availability" mode="imprint"/>
    </fo:block>
  </xsl:template>

  <xsl:function name="j:imprint-line" as="element(fo:list-item)?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="text" as="xs:string?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:if test="$text">
      <fo:list-item space-before="2pt">
        <fo:list-item-label end-indent="label-end()">
          <fo:block font-family="hei" color="{$grey}">{j:string($label, $lang)}</fo:block>
        </fo:list-item-label>
        <fo:list-item-body start-indent="body-start()">
          <fo:block xsl:use-attribute-sets="justified">{$text}</fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </xsl:if>
  </xsl:function>

  <!-- How to cite the book or a document of it, in the words of the web. -->
  <xsl:function name="j:citation" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="j:gbt(j:csl($tei, j:interface($tei)), 2025, (), ())"/>
  </xsl:function>

  <xsl:function name="j:cite-this" as="element(fo:block)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($tei)"/>
    <xsl:if test="$tei/teiHeader/fileDesc/seriesStmt and not(starts-with($tei/@xml:id, 'jilu.'))">
      <fo:block j:text="generated" font-family="hei" color="{$grey}">{
        j:string('cite-this', $lang)}{j:string('colon', $lang)}{j:citation($tei)}</fo:block>
    </xsl:if>
  </xsl:function>

  <!-- At the end of a document that has no note in which it could stand. -->
  <xsl:template name="citation" as="element(fo:block)?">
    <xsl:if test="not(j:has-source-note(.))">
      <fo:block space-before="{j:lines(1)}" keep-together.within-page="always" keep-with-previous.within-page="always"
          xsl:use-attribute-sets="small"><xsl:sequence select="j:cite-this(.)"/></fo:block>
    </xsl:if>
  </xsl:template>

  <!-- The last words of the book: how the edition was made. -->
  <xsl:template name="principles">
    <xsl:where-populated>
      <fo:block j:text="generated" space-before="30pt" border-before-style="solid" border-before-width="0.4pt"
          border-before-color="{$grey}" padding-before="12pt" xsl:use-attribute-sets="small">
        <xsl:apply-templates select="teiHeader/encodingDesc/editorialDecl" mode="imprint"/>
      </fo:block>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="editorialDecl | availability" mode="imprint">
    <fo:block role="P" font-family="hei" keep-with-next.within-page="always" space-before="8pt">
      <xsl:text>{j:string(if (self::availability) then 'rights' else 'principles', j:interface(.))}</xsl:text>
    </fo:block>
    <xsl:apply-templates mode="imprint"/>
  </xsl:template>

  <xsl:template match="p" mode="imprint">
    <fo:block xml:lang="{j:lang(.)}" text-indent="{if (starts-with(j:lang(.), 'zh')) then '2em' else '0pt'}"
        xsl:use-attribute-sets="justified">{normalize-space()}</fo:block>
  </xsl:template>

  <!-- A licence by its own words and the address where it stands in full. -->
  <xsl:template match="licence" mode="imprint">
    <fo:block space-before="2pt" xml:lang="{j:lang(.)}" xsl:use-attribute-sets="justified">
      <xsl:text>{string-join((normalize-space()[.], @target), ' ')}</xsl:text>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
