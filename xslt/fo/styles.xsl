<?xml version="1.0" encoding="UTF-8"?>
<!-- Faces, sizes and spaces of the book, in one place. Song for text, Kai for quotations and the compiler's voice, Hei for
     headings. What stands between lines of text is a whole number of lines, so that facing pages keep register. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu" xmlns:cjk="tag:jilu,2026:cjk" exclude-result-prefixes="#all">

  <!-- One ink has no grey either: a screen of dots would blur small type. -->
  <xsl:variable name="rubric" as="xs:string" select="if ($black-and-white) then '#000000' else '#9b2d1f'"/>
  <xsl:variable name="grey" as="xs:string" select="if ($black-and-white) then '#000000' else '#5c5c5c'"/>

  <!-- So many lines of text, as a length. -->
  <xsl:function name="j:lines" as="xs:string">
    <xsl:param name="count" as="xs:decimal"/>
    <xsl:sequence select="$count * xs:decimal($design?line) || 'pt'"/>
  </xsl:function>

  <!-- So many characters of text. -->
  <xsl:function name="j:ems" as="xs:string">
    <xsl:param name="count" as="xs:decimal"/>
    <xsl:sequence select="$count * xs:decimal($design?em) || 'pt'"/>
  </xsl:function>

  <xsl:attribute-set name="book">
    <xsl:attribute name="font-family">song</xsl:attribute>
    <xsl:attribute name="font-size" select="$design?em || 'pt'"/>
    <xsl:attribute name="line-height" select="$design?line || 'pt'"/>
    <xsl:attribute name="line-height-shift-adjustment">disregard-shifts</xsl:attribute>
    <xsl:attribute name="widows">2</xsl:attribute>
    <xsl:attribute name="orphans">2</xsl:attribute>
    <xsl:attribute name="cjk:hanging-punctuation" select="$hanging-punctuation"/>
  </xsl:attribute-set>

  <!-- Characters may part a little, and hardly close up, so that both edges are flush. -->
  <xsl:attribute-set name="justified">
    <xsl:attribute name="text-align">justify</xsl:attribute>
    <xsl:attribute name="letter-spacing.minimum">-0.2pt</xsl:attribute>
    <xsl:attribute name="letter-spacing.optimum">0pt</xsl:attribute>
    <xsl:attribute name="letter-spacing.maximum">1.5pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="paragraph" use-attribute-sets="justified">
    <xsl:attribute name="text-indent">2em</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading">
    <xsl:attribute name="font-family">hei</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="title" use-attribute-sets="heading">
    <xsl:attribute name="role">H1</xsl:attribute>
    <xsl:attribute name="font-size" select="j:ems(1.5)"/>
    <xsl:attribute name="line-height" select="j:lines(1.5)"/>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="compiler">
    <xsl:attribute name="font-family">kai</xsl:attribute>
    <xsl:attribute name="font-size" select="j:ems(1.1)"/>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="color" select="$rubric"/>
  </xsl:attribute-set>

  <xsl:attribute-set name="small">
    <xsl:attribute name="font-size">9pt</xsl:attribute>
    <xsl:attribute name="line-height">14pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="label" use-attribute-sets="small">
    <xsl:attribute name="font-family">hei</xsl:attribute>
    <xsl:attribute name="color" select="$grey"/>
  </xsl:attribute-set>
</xsl:stylesheet>
