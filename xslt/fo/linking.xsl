<?xml version="1.0" encoding="UTF-8"?>
<!-- Linking: the ids that links and citations reach, the same as on the web, and the numbers that show them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu" xmlns:cjk="tag:jilu,2026:cjk"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The id by which links reach an element, where it has one, and whom and what its words name. -->
  <xsl:function name="j:id" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:id">
      <xsl:attribute name="id" select="$element/@xml:id"/>
      <xsl:attribute name="j:mentions" select="j:mentions($element)"/>
    </xsl:if>
  </xsl:function>

  <!-- What stands nearer to another id is that one's; a speech names its speaker. -->
  <xsl:function name="j:mentions" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="names" as="element()*" select="if ($element/self::TEI) then $element/text//*[@ref] else $element//*[@ref]"/>
    <xsl:sequence select="distinct-values(($names[ancestor-or-self::*[@xml:id][1] is $element]/@ref, $element/@who,
        $element/parent::sp[not(@xml:id)]/@who) ! j:ids(.))"/>
  </xsl:function>

  <xsl:function name="j:anchor" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string(($element/@xml:id, generate-id($element))[1])"/>
  </xsl:function>

  <!-- The number of a paragraph in the outer margin: what follows the document's id in the address of its permalink. -->
  <xsl:template name="paragraph-number" as="element(fo:wrapper)?">
    <xsl:variable name="number" as="xs:string" select="replace(@xml:id, '^.*[^0-9]', '')"/>
    <xsl:if test="$number and empty(ancestor::note)">
      <fo:wrapper role="artifact">
        <!-- A line of its own, taken back by the space after it, so that both stand on one baseline. -->
        <fo:block cjk:margin="outer" start-indent="-24pt" end-indent="0pt" text-indent="0pt" text-align="start" font-family="song" color="{$grey}"
            space-after="-{$design?line}pt" keep-with-next.within-column="always">
          <fo:inline font-size="7pt">{$number}</fo:inline>
        </fo:block>
      </fo:wrapper>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
