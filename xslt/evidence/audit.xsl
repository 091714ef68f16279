<?xml version="1.0" encoding="UTF-8"?>
<!-- Each quotation beside the words it gives: <add> is in the quotation only, <del> in the evidence only, <supplied> was left
     out at an ellipsis. The words that say so stand below. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template name="audit">
    <div type="audit">
      <p>{j:string('audit-lead', $j:lang)}</p>
      <xsl:if test="exists($audit)">
        <list type="summary">
          <xsl:for-each select="$j:outcomes[. = $audit ! .('outcome')]">
            <xsl:variable name="these" as="xs:integer*" select="index-of($audit ! .('outcome'), .)"/>
            <item n="{count($these)}">
              <ref type="claim" subtype="{.}" target="#audit.{$these[1]}">{j:string('outcome-' || ., $j:lang)}</ref>
            </item>
          </xsl:for-each>
        </list>
      </xsl:if>
      <xsl:for-each select="$audit">
        <xsl:variable name="n" as="xs:integer" select="position()"/>
        <xsl:if test="j:is-compared(.)"><xsl:sequence select="j:comparison(., $n)"/></xsl:if>
      </xsl:for-each>
      <xsl:if test="exists($audit[not(j:is-compared(.))])">
        <div type="section" xml:id="audit.rest">
          <head>{j:string('audit-rest', $j:lang)}</head>
          <list type="simple">
            <xsl:for-each select="$audit">
              <xsl:variable name="n" as="xs:integer" select="position()"/>
              <xsl:if test="not(j:is-compared(.))">
                <item xml:id="audit.{$n}" n="{$n}">
                  <quote type="claim">{.('before')}{.('text')}{.('after')}</quote>
                  <xsl:text> </xsl:text>
                  <ref target="{j:pointer(.('document'), .('id'))}">{j:place(.('document'), .('id'))}</ref>
                </item>
              </xsl:if>
            </xsl:for-each>
          </list>
        </div>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- What names no source and was not found has nothing to stand beside. -->
  <xsl:function name="j:is-compared" as="xs:boolean">
    <xsl:param name="audited" as="map(*)"/>
    <xsl:sequence select="$audited('sourced') or exists($audited('at'))"/>
  </xsl:function>

  <xsl:function name="j:comparison" as="element(div)">
    <xsl:param name="audited" as="map(*)"/>
    <xsl:param name="n" as="xs:integer"/>
    <xsl:variable name="at" as="map(*)?" select="$audited('at')"/>
    <xsl:variable name="claim" as="xs:string" select="j:pointer($audited('document'), $audited('id'))"/>
    <div type="comparison" subtype="{$audited('outcome')}" xml:id="audit.{$n}" n="{$n}">
      <head>{j:string('outcome-' || $audited('outcome'), $j:lang)}</head>
      <p><ref type="claim" target="{$claim}">{j:place($audited('document'), $audited('id'))}</ref></p>
      <quote type="claim" source="{$claim}">
        <xsl:text>{$audited('before')}</xsl:text>
        <xsl:sequence select="if (exists($at)) then $at?stretches ! j:claimed(.) else j:text($audited('text'))"/>
        <xsl:text>{$audited('after')}</xsl:text>
      </quote>
      <xsl:choose>
        <xsl:when test="exists($at)">
          <xsl:variable name="source" as="xs:string" select="j:pointer($at?document, $at?from)"/>
          <p><ref type="evidence" target="{$source}">{j:place($at?document, $at?from)}</ref></p>
          <quote type="evidence" source="{$source}">
            <xsl:if test="$at?before ne ''"><seg type="context"><xsl:sequence select="j:text($at?before)"/></seg></xsl:if>
            <xsl:sequence select="$at?stretches ! j:shown(.)"/>
            <xsl:if test="$at?after ne ''"><seg type="context"><xsl:sequence select="j:text($at?after)"/></seg></xsl:if>
          </quote>
        </xsl:when>
        <xsl:otherwise><p>{j:string('evidence-none', $j:lang)}</p></xsl:otherwise>
      </xsl:choose>
      <xsl:where-populated><list type="findings"><xsl:sequence select="j:findings($audited)"/></list></xsl:where-populated>
    </div>
  </xsl:function>

  <!-- The quotation's own side of a stretch. -->
  <xsl:function name="j:claimed" as="node()*">
    <xsl:param name="stretch" as="map(*)"/>
    <xsl:variable name="words" as="node()*" select="j:text($stretch('claim'))"/>
    <xsl:choose>
      <xsl:when test="$stretch('kind') = ('inserted', 'replaced')"><add><xsl:sequence select="$words"/></add></xsl:when>
      <xsl:when test="$stretch('kind') eq 'dropped'"><seg type="omission"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The side of the evidence. -->
  <xsl:function name="j:shown" as="node()*">
    <xsl:param name="stretch" as="map(*)"/>
    <xsl:variable name="words" as="node()*" select="j:text($stretch('evidence'))"/>
    <xsl:choose>
      <xsl:when test="$stretch('kind') eq 'omitted'"><supplied reason="omitted"><xsl:sequence select="$words"/></supplied></xsl:when>
      <xsl:when test="$stretch('kind') = ('dropped', 'replaced')"><del><xsl:sequence select="$words"/></del></xsl:when>
      <xsl:otherwise><xsl:sequence select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A paragraph's end inside compared words is a line's end. -->
  <xsl:function name="j:text" as="node()*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:for-each select="tokenize($words, '&#x2029;')">
      <xsl:if test="position() gt 1"><lb/></xsl:if>
      <xsl:text>{.}</xsl:text>
    </xsl:for-each>
  </xsl:function>

  <!-- What a reader is told, in words. -->
  <xsl:function name="j:findings" as="element(item)*">
    <xsl:param name="audited" as="map(*)"/>
    <xsl:variable name="at" as="map(*)?" select="$audited('at')"/>
    <xsl:for-each select="$at?stretches">
      <xsl:variable name="claim" as="xs:string" select="translate(.('claim'), '&#x2029;', '')"/>
      <xsl:variable name="evidence" as="xs:string" select="translate(.('evidence'), '&#x2029;', '')"/>
      <xsl:choose>
        <xsl:when test=".('kind') eq 'omitted'"><item>{j:string('finding-omitted', $j:lang, $evidence)}</item></xsl:when>
        <xsl:when test=".('kind') eq 'dropped'"><item>{j:string('finding-dropped', $j:lang, $evidence)}</item></xsl:when>
        <xsl:when test=".('kind') eq 'inserted'"><item>{j:string('finding-inserted', $j:lang, $claim)}</item></xsl:when>
        <xsl:when test=".('kind') eq 'replaced'">
          <item>{j:string('finding-evidence', $j:lang, $evidence)}{j:string('finding-claim', $j:lang, $claim)}</item>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
    <xsl:if test="exists($at?foldings)">
      <item>{j:string('finding-foldings', $j:lang,
          string-join($at?foldings ! j:string('folding-' || ., $j:lang), j:string('separator', $j:lang)))}</item>
    </xsl:if>
    <xsl:if test="$audited('outcome') eq 'elsewhere'">
      <item>{j:string('finding-named', $j:lang, string-join($audited('sources') ! j:named(.), j:string('separator', $j:lang)))}</item>
    </xsl:if>
    <xsl:if test="$audited('outcome') eq 'no-evidence'"><item>{j:string('finding-no-evidence', $j:lang)}</item></xsl:if>
    <xsl:if test="$audited('reported')"><item>{j:string('finding-reported', $j:lang)}</item></xsl:if>
    <xsl:for-each select="$audited('echo')">
      <item>
        <xsl:text>{j:string('finding-echo', $j:lang)}</xsl:text>
        <ref target="{j:pointer(.('document'), .('from'))}">{j:place(.('document'), .('from'))}</ref>
        <xsl:text>{j:string('stop', $j:lang)}</xsl:text>
      </item>
    </xsl:for-each>
    <xsl:if test="exists($at) and not($audited('sourced'))"><item>{j:string('finding-searched', $j:lang)}</item></xsl:if>
  </xsl:function>

  <xsl:function name="j:named" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="home" as="xs:string?" select="key('j:definition', $id, $catalog)[1]/../@id"/>
    <xsl:sequence select="if (exists($home)) then j:place($home, $id) else $id"/>
  </xsl:function>
</xsl:stylesheet>
