<?xml version="1.0" encoding="UTF-8"?>
<!-- The cover: the title page as a picture, in lines of at most ten characters of Chinese or about twice as many of others. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/2000/svg" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="epub" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:cover" as="element()">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element()" select="$tei/teiHeader/fileDesc"/>
    <xsl:variable name="lines" as="xs:string*" select="j:cover-lines(j:title($tei))"/>
    <svg version="1.1" viewBox="0 0 1200 1600" width="1200" height="1600" role="img" aria-labelledby="title"
        xml:lang="{j:lang($tei)}">
      <title id="title">{j:title($tei)}</title>
      <rect width="1200" height="1600" fill="#fcf9f2"/>
      <rect x="60" y="60" width="1080" height="1480" fill="none" stroke="#a5301c" stroke-width="6"/>
      <g font-family="'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'Songti SC', SimSun, serif"
          text-anchor="middle">
        <xsl:for-each select="$lines">
          <text x="600" y="{420 + 130 * position()}" font-size="96" fill="#1f1b16">{.}</text>
        </xsl:for-each>
        <xsl:for-each select="$file/titleStmt/respStmt[1]/(orgName, persName, name)[1]">
          <text x="600" y="1240" font-size="48" fill="#1f1b16">{normalize-space()}</text>
        </xsl:for-each>
        <xsl:for-each select="$file/editionStmt/edition[1]">
          <text x="600" y="1330" font-size="40" fill="#a5301c">{normalize-space(string-join(text()))}</text>
        </xsl:for-each>
      </g>
    </svg>
  </xsl:function>

  <xsl:function name="j:cover-lines" as="xs:string*">
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="if (matches($title, '[㐀-鿿]'))
        then fold-left(analyze-string($title, '[^的之：，、；》」]+[的之：，、；》」]?|[的之：，、；》」]')/* ! string(), (), j:cover-line#2)
        else analyze-string($title, '.{1,18}(\s|$)')/*[normalize-space()] ! normalize-space()"/>
  </xsl:function>

  <!-- Chinese has no blanks: a line ends after 的, 之 or a mark of punctuation, and within a word only where it must. -->
  <xsl:function name="j:cover-line" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="part" as="xs:string"/>
    <xsl:variable name="last" as="xs:string?" select="$lines[last()]"/>
    <xsl:variable name="count" as="xs:integer" select="xs:integer(ceiling(string-length($part) div 10))"/>
    <xsl:variable name="length" as="xs:integer" select="xs:integer(ceiling(string-length($part) div max(($count, 1))))"/>
    <xsl:sequence select="if (exists($last) and string-length($last || $part) le 10)
        then ($lines[position() lt last()], $last || $part)
        else ($lines, (1 to $count) ! substring($part, (. - 1) * $length + 1, $length))"/>
  </xsl:function>
</xsl:stylesheet>
