<?xml version="1.0" encoding="UTF-8"?>
<!-- From a page of the site to a file of the container: links stay in the book, notes become pop-ups, the language is said twice,
     and the pages of the printed book are marked. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns="http://www.w3.org/1999/xhtml"
        xmlns:epub="http://www.idpf.org/2007/ops"
    xpath-default-namespace="http://www.w3.org/1999/xhtml"
    default-mode="finish" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="finish" on-no-match="shallow-copy"/>
  <xsl:mode name="note" on-no-match="shallow-copy"/>

  <xsl:function name="j:finish" as="element()">
    <xsl:param name="page" as="element()"/>
    <xsl:apply-templates select="$page"/>
  </xsl:function>

  <xsl:template match="@lang">
    <xsl:copy/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>

  <!-- The site's furniture stays behind: links that leave the book, marks that link to themselves, what needs a script. -->
  <xsl:template match="a[contains-token(@class, 'permalink')] | form | fieldset | button | input | select | script
      | details[contains-token(@class, 'choices')] | aside[contains-token(@class, 'about')][empty(dl)]"/>

  <xsl:template match="a[@href][not(matches(@href, '^https?://'))]" priority="-0.1">
    <xsl:variable name="href" as="xs:string?" select="j:in-book(@href)"/>
    <xsl:element name="{if (exists($href)) then 'a' else 'span'}">
      <xsl:apply-templates select="@* except (@href, @rel, @type)"/>
      <xsl:if test="exists($href)"><xsl:attribute name="href" select="$href"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="j:in-book" as="xs:string?">
    <xsl:param name="href" as="xs:string"/>
    <xsl:variable name="file" as="xs:string" select="replace(replace(replace($href, '#.*$', ''), '\.x?html$', ''), '^.*/', '')"/>
    <xsl:variable name="fragment" as="xs:string" select="substring-after($href, '#') ! (if (.) then '#' || . else '')"/>
    <xsl:sequence select="if (starts-with($href, '#')) then $href
        else if ($file = ($documents, 'nav', 'front', 'back')) then $file || '.xhtml' || $fragment
        else if ($file = ('index', 'preface'))
        then (if (starts-with($fragment, '#colophon')) then 'back' else 'front') || '.xhtml' || $fragment
        else ()"/>
  </xsl:function>

  <!-- A note: its mark in the line, its words at the end of the file. -->
  <xsl:template match="body">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()"/>
      <xsl:variable name="notes" as="element()*" select=".//*[@role = 'note']"/>
      <xsl:if test="exists($notes)">
        <section class="notes" epub:type="footnotes" role="doc-endnotes" data-text="notes"><xsl:apply-templates
            select="$notes" mode="note"/></section>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="*[@role = 'note']">
    <xsl:variable name="n" as="xs:integer" select="j:note-number(.)"/>
    <a class="noteref" epub:type="noteref" role="doc-noteref" href="#jilu-note-{$n}" id="jilu-noteref-{$n}"
        data-text="generated">{$n}</a>
  </xsl:template>

  <xsl:template match="*[@role = 'note']" mode="note">
    <xsl:variable name="n" as="xs:integer" select="j:note-number(.)"/>
    <aside epub:type="footnote" role="doc-footnote" id="jilu-note-{$n}">
      <xsl:apply-templates select="@lang" mode="finish"/>
      <div>
        <xsl:apply-templates select="@id" mode="finish"/>
        <a href="#jilu-noteref-{$n}" role="doc-backlink" data-text="generated">{$n}</a>
        <xsl:text> </xsl:text>
        <span data-text="source"><xsl:apply-templates
            select="node() except *[contains-token(@class, 'mark')]" mode="finish"/></span>
      </div>
    </aside>
  </xsl:template>

  <xsl:function name="j:note-number" as="xs:integer">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="count($note/preceding::*[@role = 'note']) + 1"/>
  </xsl:function>

  <!-- Where a page of the printed book begins: where its chapter does, otherwise before the first paragraph that
       begins on it. The formatter tells on which page an element begins, not at which of its characters a page does.
       -->
  <xsl:template match="*[@id][map:contains($pages, @id)][j:begins-page(.)]" priority="2">
    <xsl:variable name="self" as="element()" select="."/>
    <xsl:variable name="content" as="element()"><xsl:next-match/></xsl:variable>
    <xsl:for-each select="$content">
      <xsl:copy>
        <xsl:sequence select="@*"/>
        <span epub:type="pagebreak" role="doc-pagebreak" id="page-{$pages($self/@id)}" aria-label="{$pages($self/@id)}"/>
        <xsl:sequence select="node()"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:template>

  <!-- Only elements that may hold text begin a page, so that its mark may stand in them. -->
  <xsl:function name="j:begins-page" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="element()?"
        select="($element/(ancestor::* | preceding::*)[@id][j:holds-text(.)][map:contains($pages, @id)])[last()]"/>
    <xsl:sequence select="j:holds-text($element) and not(($before/@id ! $pages(.)) = $pages($element/@id))"/>
  </xsl:function>

  <xsl:function name="j:holds-text" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@role = 'doc-chapter'
        or local-name($element) = ('p', 'h1', 'h2', 'h3', 'li', 'div') and contains-token($element/@class, 'p')"/>
  </xsl:function>

  <!-- Attributes of the site's own scripts, and breaks of the transcript's pages, mean nothing here. -->
  <xsl:template match="@data-who | @data-ref | @data-n"/>
  <xsl:template match="*[@role = 'doc-pagebreak']"/>
  <xsl:template match="time[not(@datetime)]"><span><xsl:apply-templates select="@*, node()"/></span></xsl:template>
</xsl:stylesheet>
