<?xml version="1.0" encoding="UTF-8"?>
<!-- White space: a wrapped line of the source file is no space beside a Chinese character and one space elsewhere.
     Spaces typed inside a line are text and stay. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="standalone" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Characters that are set solid: Han, kana, full-width forms. Quotation marks and dashes are shared with other scripts. -->
  <xsl:variable name="solid" static="yes"
      select="'[⺀-⿟　-ヿ㐀-䶿一-鿿豈-﫿︰-﹏＀-￯𠀀-𲎯]'"/>

  <!-- Indentation, where no text may stand. -->
  <xsl:template match="text()[not(normalize-space())][j:element-only(..)]" priority="1"/>

  <xsl:template match="text()[contains(., '&#10;')]">
    <xsl:variable name="before" as="xs:string" select="j:last-character(preceding-sibling::node()[1])"/>
    <xsl:variable name="after" as="xs:string" select="j:first-character(following-sibling::node()[1])"/>
    <xsl:for-each select="analyze-string(., '[ \t]*\n\s*')/*">
      <xsl:choose>
        <xsl:when test="self::*:non-match">{.}</xsl:when>
        <xsl:otherwise>
          <xsl:variable name="left" as="xs:string" select="if (position() eq 1) then $before
              else j:last(preceding-sibling::*[1])"/>
          <xsl:variable name="right" as="xs:string" select="if (position() eq last()) then $after
              else substring(following-sibling::*[1], 1, 1)"/>
          <xsl:if test="$left ne '' and $right ne '' and not(matches($left || $right, $solid))">
            <xsl:text> </xsl:text>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="j:last" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="substring($text, string-length($text))"/>
  </xsl:function>

  <!-- An empty element (a page break, an omission mark) counts as the text beyond it; none is the edge of a block. -->
  <xsl:function name="j:last-character" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="if (empty($node)) then '' else if (string($node) ne '') then j:last(string($node))
        else j:last-character($node/preceding-sibling::node()[1])"/>
  </xsl:function>

  <xsl:function name="j:first-character" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="if (empty($node)) then '' else if (string($node) ne '') then substring($node, 1, 1)
        else j:first-character($node/following-sibling::node()[1])"/>
  </xsl:function>
</xsl:stylesheet>
