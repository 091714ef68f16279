<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI file in, one small catalog record out: what the pages of other files need of it. -->
<xsl:package name="urn:jilu:catalog" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="catalog" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="catalog" visibility="public" on-no-match="shallow-skip"/>
  <xsl:output method="xml" indent="no"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="catalog/entry.xsl"/>
  <xsl:include href="catalog/evidence.xsl"/>
  <xsl:include href="catalog/mentions.xsl"/>

  <!-- The file's path inside the edition's tei folder, with forward slashes. -->
  <xsl:param name="file" as="xs:string" required="yes"/>

  <xsl:template match="/">
    <xsl:variable name="role" as="xs:string" select="j:role(*)"/>
    <j:record file="{$file}" id="{*/@xml:id}" role="{$role}" xml:lang="{(*/@xml:lang, 'und')[1]}">
      <xsl:for-each select="j:page(*, $role)"><xsl:attribute name="page" select="."/></xsl:for-each>
      <xsl:for-each select="j:matter(*, $role)"><xsl:attribute name="matter" select="."/></xsl:for-each>
      <xsl:apply-templates select="*/teiHeader"/>
      <xsl:if test="$role eq 'edition'"><j:header><xsl:copy-of copy-namespaces="no" select="*/teiHeader/(fileDesc/(
          titleStmt/respStmt | editionStmt | publicationStmt) | encodingDesc)"/></j:header></xsl:if>
      <j:head><xsl:copy-of select="*/text/body/head" copy-namespaces="no"/></j:head>
      <xsl:for-each select="//xi:include"><j:include href="{j:inside($file, @href)}"/></xsl:for-each>
      <xsl:for-each select="//*[@xml:id]"><j:id name="{@xml:id}"/></xsl:for-each>
      <xsl:for-each select="distinct-values(//(@ref | @who) ! tokenize(.)[starts-with(., '#')])">
        <j:named ref="{substring(., 2)}"/>
      </xsl:for-each>
      <xsl:sequence select="j:mentions(*/text)"/>
      <xsl:sequence select="//(standOff//(person | personGrp | place | org | event | bibl) | respStmt | category
          | rendition | sourceDesc//bibl)[@xml:id] ! j:entry(.)"/>
      <xsl:apply-templates select="*/text, */teiHeader/fileDesc/sourceDesc//note" mode="interventions"/>
      <xsl:sequence select="*/teiHeader[not(../text/group)]/fileDesc/sourceDesc//bibl[@corresp or @copyOf] ! j:source(.)"/>
    </j:record>
  </xsl:template>

  <xsl:template match="fileDesc/titleStmt/title">
    <j:title type="{(@type, 'main')[1]}">
      <xsl:copy-of select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
      <xsl:text>{normalize-space()}</xsl:text>
    </j:title>
  </xsl:template>

  <xsl:template match="creation/date[@when]">
    <j:date when="{@when}"/>
  </xsl:template>

  <xsl:template match="editionStmt/edition/date[@when castable as xs:date]">
    <j:date when="{@when}"/>
  </xsl:template>

  <!-- The text from which the edition was made, against which it can be proven. -->
  <xsl:template match="sourceDesc//bibl[@type = 'transcript']">
    <xsl:for-each select=".//ref[@target][not(contains(@target, ':') or starts-with(@target, '#'))][1]">
      <j:transcript href="{j:inside($file, @target)}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="textClass/catRef">
    <j:kind target="{@target}"/>
  </xsl:template>

  <!-- What other documents may have to copy, whole. -->
  <xsl:function name="j:entry" as="element(j:entry)">
    <xsl:param name="element" as="element()"/>
    <j:entry name="{$element/@xml:id}"><xsl:copy-of select="$element" copy-namespaces="no"/></j:entry>
  </xsl:function>
</xsl:package>
