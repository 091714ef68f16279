<?xml version="1.0" encoding="UTF-8"?>
<!-- What every element of the page has of its TEI: name as class, id, language; and whether it stands as a block. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="class" as="xs:string"/>
    <xsl:attribute name="class" select="$class"/>
    <xsl:if test="$element/@xml:id"><xsl:attribute name="id" select="$element/@xml:id"/></xsl:if>
    <xsl:if test="$element/@xml:lang"><xsl:sequence select="j:language($element/@xml:lang)"/></xsl:if>
  </xsl:function>

  <xsl:function name="j:language" as="attribute()*">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:attribute name="lang" select="if ($lang eq 'und') then '' else $lang"/>
    <xsl:if test="matches($lang, '^(ar|fa|he|ps|syr|ug|ur|yi)(-|$)', 'i') and not(contains($lang, 'Latn'))">
      <xsl:attribute name="dir" select="'rtl'"/>
    </xsl:if>
  </xsl:function>

  <!-- An element's name and its kind, as the style sheet can take hold of them: "head compiler", "div article". -->
  <xsl:function name="j:class" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join(distinct-values((local-name($element), tokenize($element/@type))), ' ')"/>
  </xsl:function>

  <xsl:variable name="blocks" as="xs:string+" select="tokenize('ab address argument body byline camera caption
      castGroup castItem castList closer div div1 div2 div3 div4 div5 div6 div7 docAuthor docDate docEdition docImprint
      docTitle entry epigraph epilogue figure floatingText front back group head imprimatur item l lg list listApp listBibl
      listEvent listOrg listPerson listPlace listRelation listWit opener p performance postscript prologue row set salute signed
      sp spGrp standOff table text titlePage titlePart trailer')"/>

  <!-- Containers of blocks: whatever stands in them is a block too. -->
  <xsl:variable name="containers" as="xs:string+" select="tokenize('text front body back group div div1 div2 div3 div4 div5
      div6 div7 floatingText titlePage sp castList castGroup set standOff listPerson listPlace listOrg listEvent listBibl
      figure epigraph argument postscript')"/>

  <!-- HTML lets no block stand in a paragraph or a run of text, TEI does: then the outer element has to be a block as well. -->
  <xsl:function name="j:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element) = $blocks or local-name($element/..) = $containers or j:holds-block($element)"/>
  </xsl:function>

  <xsl:function name="j:holds-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $child in $element/* satisfies local-name($child) = $blocks or j:holds-block($child)"/>
  </xsl:function>

  <!-- The HTML element to use: the one asked for, or div where a block stands in it. -->
  <xsl:function name="j:or-div" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (j:holds-block($element)) then 'div' else $name"/>
  </xsl:function>
</xsl:stylesheet>
