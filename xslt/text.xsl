<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI in, its reading text out: runs of characters in reading order, each with the nearest id, and instructions where other
     files belong. What a reader sees in the source is in here, and nothing else. -->
<xsl:package name="urn:jilu:text" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="text" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="text" visibility="public" on-no-match="shallow-skip"/>
  <xsl:include href="common/functions.xsl"/>

  <xsl:template match="/">
    <j:text>
      <xsl:apply-templates select="*/text, */teiHeader[not(../text/group)]/fileDesc/sourceDesc//bibl[not(@copyOf)]"/>
    </j:text>
  </xsl:template>

  <xsl:template match="text()[normalize-space() or not(j:element-only(..))]">
    <j:run id="{ancestor::*[@xml:id][1]/@xml:id}">{.}</j:run>
  </xsl:template>

  <xsl:template match="gap">
    <j:run id="{ancestor::*[@xml:id][1]/@xml:id}">{j:mark(.)}</j:run>
  </xsl:template>

  <xsl:template match="gap[j:stands-alone(.)]" priority="1">
    <j:run id="{ancestor::*[@xml:id][1]/@xml:id}">{'&#x2029;'}</j:run>
    <xsl:next-match/>
  </xsl:template>

  <!-- A block begins: what stands before it has ended (U+2029). -->
  <xsl:template match="p | ab | head | item | speaker | salute | signed | dateline | addrLine | titlePart | bibl | l | lb | note[@place]">
    <j:run id="{@xml:id}">{'&#x2029;'}</j:run>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="xi:include">
    <j:file href="{@href}"/>
  </xsl:template>
</xsl:package>
