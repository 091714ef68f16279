<?xml version="1.0" encoding="UTF-8"?>
<!-- Performance texts, and speeches in records of talks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A speech: the speaker's label stands before the first paragraph. -->
  <xsl:template match="sp">
    <div>
      <xsl:sequence select="j:attributes(., 'sp'), j:speaker-id(@who)"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- Whose speeches to show; the script makes the choice work, and without it there is none. -->
  <xsl:template name="speakers">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="tei" as="document-node()" select="root(.)"/>
    <xsl:variable name="speakers" as="xs:string*" select="distinct-values(.//sp/@who ! j:ids(.))"/>
    <xsl:if test="count($speakers) gt 1">
      <fieldset class="tools" hidden="hidden" data-text="generated" lang="{j:interface-tag(.)}">
        <legend>{j:string('speakers', $lang)}</legend>
        <button type="button" aria-pressed="true">{j:string('all-speakers', $lang)}</button>
        <xsl:for-each select="$speakers">
          <xsl:variable name="entry" as="element()?" select="key('id', ., $tei)[1]"/>
          <button type="button" aria-pressed="false" data-who="{.}">
            <xsl:sequence select="if (exists($entry)) then j:name-in($entry, $lang) else ."/>
          </button>
        </xsl:for-each>
      </fieldset>
    </xsl:if>
  </xsl:template>

  <xsl:template match="speaker">
    <p><xsl:sequence select="j:attributes(., 'speaker')"/><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:function name="j:speaker-id" as="attribute()?">
    <xsl:param name="who" as="attribute()?"/>
    <xsl:if test="exists(j:ids($who))"><xsl:attribute name="data-who" select="j:ids($who)"/></xsl:if>
  </xsl:function>

  <xsl:template match="stage">
    <xsl:element name="{if (j:is-block(.)) then j:or-div('p', .) else 'span'}">
      <xsl:sequence select="j:attributes(., 'stage')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="castList | castGroup | castItem">
    <div>
      <xsl:sequence select="j:attributes(., local-name())"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
</xsl:stylesheet>
