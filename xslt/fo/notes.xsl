<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes at the foot of the page: where a document was published, and what editors say of its words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The sources, in the words in which they are cited, and how to cite the document, hang from the title. In the TEI
       the sources stand apart from the text, and so the proof reads them after it. -->
  <xsl:template name="source-note" as="element(fo:footnote)?">
    <xsl:variable name="sources" as="element(bibl)*" select="ancestor::TEI/teiHeader/fileDesc/sourceDesc//bibl[not(ancestor::bibl)]"/>
    <xsl:if test="exists($sources)">
      <xsl:call-template name="footnote">
        <xsl:with-param name="number" select="1"/>
        <xsl:with-param name="body" as="element(fo:inline)+">
          <xsl:for-each select="$sources">
            <fo:inline>
              <fo:inline j:text="generated">{j:source-role(.)}</fo:inline>
              <fo:inline j:at="end"><xsl:if test="@copyOf"><xsl:attribute name="j:text" select="'generated'"/></xsl:if><xsl:apply-templates/></fo:inline>
              <fo:inline j:text="generated">{j:string(if (position() eq last()) then 'stop' else 'semicolon', j:interface(.))}</fo:inline>
            </fo:inline>
          </xsl:for-each>
        </xsl:with-param>
        <xsl:with-param name="more" as="element(fo:block)?" select="j:cite-this(ancestor::TEI)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:function name="j:source-role" as="xs:string">
    <xsl:param name="source" as="element(bibl)"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($source)"/>
    <xsl:sequence select="string-join($source/@type[. = ('base', 'parallel')]
        ! (j:string('source-' || ., $lang), ' '[$lang ne 'zh']))"/>
  </xsl:function>

  <!-- A text without a title has nothing for the note to hang from. -->
  <xsl:function name="j:has-source-note" as="xs:boolean">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="exists($tei/text/body/head[@type = 'title']) and exists($tei/teiHeader/fileDesc/sourceDesc//bibl)"/>
  </xsl:function>

  <xsl:template match="text//note[ancestor::p | ancestor::ab | ancestor::head | ancestor::item | ancestor::l | ancestor::cell]
      [not(ancestor::note)]" priority="1">
    <xsl:call-template name="footnote">
      <xsl:with-param name="number" as="xs:integer">
        <xsl:variable name="own" as="xs:integer"><xsl:number level="any" from="text" count="note[not(ancestor::note)]"/></xsl:variable>
        <xsl:sequence select="$own + (if (j:has-source-note(ancestor::TEI)) then 1 else 0)"/>
      </xsl:with-param>
      <xsl:with-param name="body" as="element(fo:inline)"><fo:inline><xsl:apply-templates/></fo:inline></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="note/p">
    <fo:inline><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <!-- Marks begin anew in each document. -->
  <xsl:template name="footnote" as="element(fo:footnote)">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="body" as="element(fo:inline)+"/>
    <xsl:param name="more" as="element(fo:block)?"/>
    <fo:footnote>
      <fo:inline j:text="generated" font-family="song" font-weight="normal" font-size="8pt" color="{$grey}" baseline-shift="5pt"
          line-height="1pt">{j:note-mark($number)}</fo:inline>
      <fo:footnote-body>
        <fo:block font-family="song" font-weight="normal" font-size="9pt" line-height="14pt" color="#000000" start-indent="1.5em"
            end-indent="0pt" text-indent="-1.5em" xsl:use-attribute-sets="justified">
          <fo:inline j:text="generated" padding-end="0.5em">{j:note-mark($number)}</fo:inline>
          <xsl:sequence select="$body"/>
        </fo:block>
        <xsl:if test="$more">
          <fo:block font-weight="normal" text-align="start" start-indent="1.5em" end-indent="0pt" xsl:use-attribute-sets="small">
            <xsl:sequence select="$more"/>
          </fo:block>
        </xsl:if>
      </fo:footnote-body>
    </fo:footnote>
  </xsl:template>

  <!-- A number in a circle, as far as there are any. -->
  <xsl:function name="j:note-mark" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="if ($number le 20) then codepoints-to-string(9311 + $number) else '〔' || $number || '〕'"/>
  </xsl:function>
</xsl:stylesheet>
