<?xml version="1.0" encoding="UTF-8"?>
<!-- The documents and the dated entries of the registers on one line of time, drawn and as a list. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template mode="page" match="TEI[$page = 'chronology']">
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="events" as="element()*" select="sort(
        (text/body//item[date/@when], standOff/listEvent/event[@when]), (), function($e) { j:day($e) })"/>
    <article class="chronology">
      <xsl:sequence select="j:page-head(.)"/>
      <xsl:call-template name="timeline"><xsl:with-param name="events" select="$events"/></xsl:call-template>
      <xsl:for-each-group select="$events" group-adjacent="substring(j:day(.), 1, 4)">
        <section class="year">
          <h2>{current-grouping-key()}</h2>
          <ol>
            <xsl:for-each select="current-group()">
              <li class="{if (self::item) then 'of-document' else 'of-event'}">
                <time datetime="{j:day(.)}">{j:date(j:day(.), $lang)}</time>
                <div>
                  <p class="title"><a href="{if (self::item) then j:href(@corresp, .) else j:href(@copyOf, .)}">
                    <xsl:variable name="name" as="element()" select="if (self::item) then ref/title[1] else j:in-language(label, $lang)"/>
                    <span lang="{j:lang($name)}">{$name}</span></a>
                    <span class="kind">{if (self::item) then term[@ref][1] ! j:name-of(@ref, $lang) else j:string('event', $lang)}</span></p>
                  <xsl:for-each select="label[@type = 'compiler'][parent::item]">
                    <p class="voice-line" lang="{j:lang(.)}"><xsl:apply-templates/></p>
                  </xsl:for-each>
                </div>
              </li>
            </xsl:for-each>
          </ol>
        </section>
      </xsl:for-each-group>
    </article>
  </xsl:template>

  <xsl:function name="j:day" as="xs:string">
    <xsl:param name="event" as="element()"/>
    <xsl:sequence select="string(($event/self::event/@when, $event/date[1]/@when)[1])"/>
  </xsl:function>

  <!-- The list below says the same in words, so the drawing is for the eye alone. -->
  <xsl:template name="timeline">
    <xsl:param name="events" as="element()*"/>
    <xsl:if test="count($events) gt 1">
      <xsl:variable name="first" as="xs:integer" select="xs:integer(substring(j:day($events[1]), 1, 4))"/>
      <xsl:variable name="last" as="xs:integer" select="xs:integer(substring(j:day($events[last()]), 1, 4)) + 1"/>
      <xsl:variable name="scale" as="xs:double" select="560 div ($last - $first)"/>
      <xsl:variable name="step" as="xs:integer" select="(1, 2, 5, 10, 20, 50, 100)[. * $scale ge 52][1]"/>
      <figure class="timeline" aria-hidden="true">
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 110">
          <path class="axis" d="M10 78H590"/>
          <xsl:for-each select="$first to $last">
            <xsl:variable name="x" as="xs:double" select="round(20 + (. - $first) * $scale, 1)"/>
            <path class="tick" d="M{$x} 78v{if ((. - $first) mod $step eq 0) then 9 else 4}"/>
            <xsl:if test="(. - $first) mod $step eq 0"><text x="{$x}" y="104">{.}</text></xsl:if>
          </xsl:for-each>
          <xsl:for-each-group select="$events" group-by="round(j:year(j:day(.)) * $scale div 9)">
            <xsl:for-each select="current-group()">
              <xsl:variable name="x" as="xs:double" select="round(20 + (j:year(j:day(.)) - $first) * $scale, 1)"/>
              <xsl:variable name="y" as="xs:double" select="66 - (position() - 1) * 13"/>
              <xsl:choose>
                <xsl:when test="self::item"><circle cx="{$x}" cy="{$y}" r="4.5"/></xsl:when>
                <xsl:otherwise><path class="event" d="M{$x} {$y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z"/></xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </xsl:for-each-group>
        </svg>
        <figcaption>
          <span class="of-document">● {j:string('documents', j:interface(.))}</span> <span class="of-event">◇ {j:string('events', j:interface(.))}</span>
        </figcaption>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- A day as a part of its year. -->
  <xsl:function name="j:year" as="xs:double">
    <xsl:param name="day" as="xs:string"/>
    <xsl:variable name="parts" as="xs:integer+" select="tokenize($day, '-')[. castable as xs:integer] ! xs:integer(.)"/>
    <xsl:sequence select="$parts[1] + (($parts[2], 7)[1] - 1) div 12 + (($parts[3], 15)[1] - 1) div 372"/>
  </xsl:function>
</xsl:stylesheet>
