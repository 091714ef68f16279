<?xml version="1.0" encoding="UTF-8"?>
<!-- Quotations beside the words they give; and on the other pages, the ways there and back. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="div[@type = 'comparison']" priority="2">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <article>
      <xsl:sequence select="j:attributes(., 'comparison ' || @subtype)"/>
      <header class="verdict"><a class="n" href="#{@xml:id}">{@n}</a><h2>{head}</h2></header>
      <div class="sides">
        <xsl:for-each select="quote">
          <div class="side {@type}">
            <p class="whose">
              <span class="name">{j:string(@type, $lang)}</span>
              <xsl:for-each select="preceding-sibling::p[1]/ref"><a href="{j:href(@target, .)[1]}">{.}</a></xsl:for-each>
            </p>
            <blockquote>
              <xsl:if test="@type = 'evidence'"><xsl:attribute name="cite" select="j:href(@source, .)[1]"/></xsl:if>
              <p><xsl:apply-templates/></p>
            </blockquote>
          </div>
        </xsl:for-each>
        <xsl:if test="empty(quote[@type = 'evidence'])">
          <div class="side evidence"><p class="whose"><span class="name">{j:string('evidence', $lang)}</span></p><p class="none">{p[last()]}</p></div>
        </xsl:if>
      </div>
      <xsl:apply-templates select="list"/>
    </article>
  </xsl:template>

  <xsl:template match="list[@type = 'findings']" priority="2">
    <ul class="findings"><xsl:apply-templates select="item"/></ul>
  </xsl:template>

  <!-- How many of each, and the way to the first. -->
  <xsl:template match="list[@type = 'summary']" priority="2">
    <ul class="summary">
      <xsl:for-each select="item">
        <li class="{ref/@subtype}"><span class="count">{@n}</span> <xsl:apply-templates/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="div[@type = 'comparison']//quote/add" priority="2">
    <ins data-label="{j:string('mark-inserted', j:interface(.))}"><xsl:apply-templates/></ins>
  </xsl:template>

  <xsl:template match="div[@type = 'comparison']//quote/del" priority="2">
    <del data-label="{j:string('mark-dropped', j:interface(.))}"><xsl:apply-templates/></del>
  </xsl:template>

  <xsl:template match="div[@type = 'comparison']//quote/supplied" priority="2">
    <span class="restored" data-label="{j:string('mark-omitted', j:interface(.))}"><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="seg[@type = 'omission']" priority="2">
    <span class="caret" role="img" aria-label="{j:string('mark-here', j:interface(.))}" title="{j:string('mark-here', j:interface(.))}"/>
  </xsl:template>

  <!-- At a quotation: what came of comparing it. -->
  <xsl:function name="j:audit-mark" as="element()?">
    <xsl:param name="quote" as="element()"/>
    <xsl:variable name="item" as="element()?"
        select="$quote/@xml:id ! key('j:quoting', '#' || ., root($quote))[1]"/>
    <xsl:for-each select="$item[j:may-link($quote)]">
      <xsl:variable name="outcome" as="xs:string" select="j:string('outcome-' || ref/@subtype, j:interface(.))"/>
      <a class="audit {ref/@subtype}" href="{j:site(.)}audit.html#audit.{@n}" data-text="generated" title="{$outcome}">
        <span class="mark"/><span class="label">{$outcome}</span>
      </a>
    </xsl:for-each>
  </xsl:function>

  <!-- At a paragraph: who quotes it, and how. -->
  <xsl:function name="j:quoted" as="element()?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="items" as="element()*" select="$block/@xml:id ! key('j:quoted', '#' || ., root($block))"/>
    <xsl:if test="exists($items) and empty($block/ancestor::ref)">
      <span class="quoted" data-text="generated" lang="{j:interface-tag($block)}">
        <span class="name">{j:string('quoted-in', j:interface($block))}</span>
        <xsl:for-each select="$items">
          <span class="by {ref[@type = 'claim']/@subtype}">
            <a href="{j:href(ref[@type = 'claim']/@target, .)[1]}">{ref[@type = 'claim']}</a>
            <xsl:text> </xsl:text>
            <xsl:variable name="outcome" as="xs:string" select="j:string('outcome-' || ref[@type = 'claim']/@subtype, j:interface(.))"/>
            <a class="check" href="{j:site(.)}audit.html#audit.{@n}" aria-label="{$outcome}{j:string('comma', j:interface(.))}{
              j:string('see-audit', j:interface(.))} {@n}">{$outcome}</a>
          </span>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:function>

  <!-- In a paragraph: the very words that are quoted. -->
  <xsl:template match="text()[ancestor::*[@xml:id][key('j:words', @xml:id)]]" priority="1">
    <xsl:variable name="text" as="xs:string" select="."/>
    <xsl:variable name="ranges" as="map(*)*" select="j:ranges(.)"/>
    <xsl:variable name="bounds" as="xs:integer+"
        select="sort(distinct-values((0, string-length(), ($ranges?from, $ranges?to)[. gt 0][. lt string-length($text)])))"/>
    <xsl:for-each select="2 to count($bounds)">
      <xsl:variable name="from" as="xs:integer" select="$bounds[current() - 1]"/>
      <xsl:variable name="piece" as="xs:string" select="substring($text, $from + 1, $bounds[current()] - $from)"/>
      <xsl:choose>
        <xsl:when test="exists($ranges[?from le $from][?to gt $from])"><mark class="words">{$piece}</mark></xsl:when>
        <xsl:otherwise>{$piece}</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- The ranges that reach into a text node, counted from its start. -->
  <xsl:function name="j:ranges" as="map(*)*">
    <xsl:param name="node" as="text()"/>
    <xsl:for-each select="$node/ancestor::*[@xml:id][key('j:words', @xml:id)]">
      <xsl:variable name="start" as="xs:integer" select="sum(.//text()[. &lt;&lt; $node] ! string-length())"/>
      <xsl:for-each select="key('j:words', @xml:id)">
        <xsl:variable name="range" as="xs:integer+" select="tokenize(replace(@target, '^.*,([0-9]+),([0-9]+)\)$', '$1 $2')) ! xs:integer(.)"/>
        <xsl:sequence select="map{'from': $range[1] - $start, 'to': $range[1] + $range[2] - $start}
            [?to gt 0][?from lt string-length($node)]"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <xsl:key name="j:words" match="standOff/list[@type = 'quoted']/item/ref[@type = 'words']"
      use="replace(@target, '^#string-range\((.+),[0-9]+,[0-9]+\)$', '$1')"/>
  <xsl:key name="j:quoting" match="standOff/list[@type = 'quoting']/item" use="tokenize(@corresp)"/>
  <xsl:key name="j:quoted" match="standOff/list[@type = 'quoted']/item" use="tokenize(@corresp)"/>
</xsl:stylesheet>
