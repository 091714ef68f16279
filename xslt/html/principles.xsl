<?xml version="1.0" encoding="UTF-8"?>
<!-- What the front page tells once for all documents: how the texts are edited, and who may do what with them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template mode="page" match="TEI[$page = 'principles']">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <article class="principles">
      <xsl:sequence select="j:page-head(.)"/>
      <p class="lede">{j:string('principles-lede', $lang)}</p>
      <xsl:call-template name="principles"/>
    </article>
  </xsl:template>

  <xsl:template name="principles">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="encoding" as="element()?" select="teiHeader/encodingDesc"/>
    <dl>
      <xsl:for-each select="$encoding/projectDesc">
        <dt>{j:string('project', $lang)}</dt><dd><xsl:sequence select="j:language(j:lang(.))"/><xsl:apply-templates/></dd>
      </xsl:for-each>
      <dt>{j:string('voices', $lang)}</dt>
      <dd class="voices">
        <xsl:for-each select="'ink', 'rubric', 'grey'"><p class="{.}">{j:string('voices-' || ., $lang)}</p></xsl:for-each>
      </dd>
      <xsl:for-each select="$encoding/editorialDecl/*[not(self::p)]">
        <dt>{j:string(local-name(), $lang)}</dt><dd><xsl:sequence select="j:language(j:lang(.))"/><xsl:apply-templates/></dd>
      </xsl:for-each>
      <xsl:for-each select="teiHeader/fileDesc/sourceDesc/bibl">
        <dt>{j:string('transcript', $lang)}</dt><dd><xsl:sequence select="j:language(j:lang(.))"/><p><xsl:apply-templates/></p></dd>
      </xsl:for-each>
    </dl>
    <xsl:apply-templates select="$encoding/editorialDecl/p"/>
  </xsl:template>

  <xsl:template name="rights">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="availability" as="element()?" select="teiHeader/fileDesc/publicationStmt/availability"/>
    <xsl:if test="exists($availability)">
      <dt>{j:string('rights', $lang)}</dt>
      <dd>
        <xsl:if test="$availability/@status = ('unknown', 'free', 'restricted')">
          <p class="status">{j:string('rights-' || $availability/@status, $lang)}</p>
        </xsl:if>
        <xsl:apply-templates select="j:in-interface($availability/p), $availability/(node() except p)"/>
      </dd>
    </xsl:if>
  </xsl:template>

  <!-- Of paragraphs in several languages, those in the language of the page; where there are none, all. -->
  <xsl:function name="j:in-interface" as="element()*">
    <xsl:param name="paragraphs" as="element()*"/>
    <xsl:variable name="own" as="element()*"
        select="$paragraphs[tokenize(j:lang(.), '-')[1] eq j:interface(.)]"/>
    <xsl:sequence select="if (exists($own)) then $own else $paragraphs"/>
  </xsl:function>

  <xsl:template match="licence">
    <xsl:variable name="href" as="xs:string?" select="j:href(@target, .)[1]"/>
    <xsl:element name="{j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., 'licence')"/>
      <xsl:apply-templates/>
      <xsl:for-each select="$href"><a rel="license" href="{.}" data-text="generated"> {.}</a></xsl:for-each>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
