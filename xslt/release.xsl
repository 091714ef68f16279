<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition's file in, the same with a version and a date out; nothing else is touched. -->
<xsl:package name="urn:jilu:release" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="release" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="release" visibility="public" on-no-match="shallow-copy"/>
  <xsl:output method="xml" indent="no" encoding="UTF-8"/>

  <xsl:param name="version" as="xs:string" required="yes"/>
  <xsl:param name="date" as="xs:string" required="yes"/>

  <xsl:include href="common/dates.xsl"/>

  <xsl:template match="/">
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="editionStmt/edition/@n">
    <xsl:attribute name="n" select="$version"/>
  </xsl:template>

  <xsl:template match="editionStmt/edition[not(@n)]">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="n" select="$version"/>
      <xsl:apply-templates/>
    </xsl:copy>
  </xsl:template>

  <!-- Dates of the edition and of its publication, in numbers and in the words of its language. -->
  <xsl:template match="editionStmt/edition/date | publicationStmt/date">
    <xsl:copy>
      <xsl:apply-templates select="@* except @when"/>
      <xsl:attribute name="when" select="$date"/>
      <xsl:text>{j:date($date, if (starts-with(ancestor-or-self::*[@xml:lang][1]/@xml:lang, 'zh')) then 'zh' else 'en')}</xsl:text>
    </xsl:copy>
  </xsl:template>
</xsl:package>
