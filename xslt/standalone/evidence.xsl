<?xml version="1.0" encoding="UTF-8"?>
<!-- What the audit found of a file, copied into it: what it quotes, where it is quoted; and to the edition, its pages of evidence. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="standalone" expand-text="yes" exclude-result-prefixes="#all">

  <!-- What came of every quotation of the edition, in reading order. -->
  <xsl:param name="audit" as="map(*)*" select="()"/>

  <xsl:include href="../common/dates.xsl"/>
  <xsl:include href="../common/strings.xsl"/>
  <xsl:include href="../evidence/names.xsl"/>

  <!-- The pages made of all files, with what they count; the edition's own file leads to them. -->
  <xsl:function name="j:evidence-pages" as="element(relatedItem)*">
    <xsl:sequence select="j:evidence-page('audit', j:counts($audit ! string(.('outcome')), 'outcome', $j:outcomes)),
        j:evidence-page('interventions', j:counts($catalog/*/j:record/j:intervention/string(@kind), 'kind', $j:kinds)),
        j:evidence-page('concordance', ())"/>
  </xsl:function>

  <xsl:function name="j:evidence-page" as="element(relatedItem)">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="counts" as="element(seg)*"/>
    <relatedItem type="{$page}">
      <ref target="jilu.{$page}.xml"><title>{j:string($page, $j:lang)}</title><xsl:sequence select="$counts"/></ref>
    </relatedItem>
  </xsl:function>

  <xsl:function name="j:counts" as="element(seg)*">
    <xsl:param name="values" as="xs:string*"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="order" as="xs:string*"/>
    <xsl:for-each select="$order[. = $values]">
      <seg type="{$of}" n="{.}">{count($values[. = current()])}</seg>
    </xsl:for-each>
  </xsl:function>

  <!-- The words quoted, as many as name them. -->
  <xsl:function name="j:short" as="xs:string">
    <xsl:param name="audited" as="map(*)"/>
    <xsl:variable name="words" as="xs:string" select="translate($audited('text'), '&#x2029;', '')"/>
    <xsl:sequence select="'“' || (if (string-length($words) gt 24) then substring($words, 1, 22) || '…' else $words) || '”'"/>
  </xsl:function>

  <!-- The quotations in a file, and those of it in others. -->
  <xsl:function name="j:quotations" as="element(list)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="text" as="element(text)?"/>
    <xsl:variable name="id" as="xs:string" select="$tei/@xml:id"/>
    <xsl:variable name="of" as="map(*)*" select="for $n in 1 to count($audit) return map:put($audit[$n], 'n', $n)"/>
    <xsl:where-populated>
      <list type="quoting">
        <xsl:for-each select="$of[.('encoded')][.('document') eq $id]">
          <item corresp="#{.('id')}" n="{.('n')}">
            <ref type="evidence" subtype="{.('outcome')}" target="{(.('at') ! j:pointer(.('document'), .('from')), 'jilu.audit.xml#audit.' || .('n'))[1]}"
              >{j:string('outcome-' || .('outcome'), $j:lang)}</ref>
          </item>
        </xsl:for-each>
      </list>
    </xsl:where-populated>
    <xsl:where-populated>
      <list type="quoted">
        <xsl:for-each select="$of[?at?document = $id][not(.('outcome') = 'no-evidence')]">
          <item corresp="#{.('at')('from')}" n="{.('n')}">
            <ref type="claim" subtype="{.('outcome')}" target="{j:pointer(.('document'), .('id'))}"
              >{j:text-name(.('document'), .('id'))}{j:string('colon', $j:lang)}{j:short(.)}</ref>
            <xsl:text> {j:string('outcome-' || .('outcome'), $j:lang)}</xsl:text>
            <xsl:sequence select=".('at')('spans') ! j:words-quoted(., $text)"/>
          </item>
        </xsl:for-each>
      </list>
    </xsl:where-populated>
  </xsl:function>

  <!-- The very words quoted, where their paragraph has an id of its own; a range begins before its first character, counted from 0
       (TEI P5 Guidelines, string-range()). -->
  <xsl:function name="j:words-quoted" as="element(ref)?">
    <xsl:param name="span" as="map(*)"/>
    <xsl:param name="text" as="element(text)?"/>
    <xsl:if test="$span('named')">
      <xsl:variable name="offsets" as="xs:integer*" select="j:offsets($text/descendant::*[@xml:id = $span('passage')])"/>
      <xsl:variable name="from" as="xs:integer?" select="$offsets[$span('from') + 1]"/>
      <xsl:variable name="to" as="xs:integer?" select="$offsets[xs:integer($span('to'))]"/>
      <xsl:if test="exists($from) and exists($to)">
        <ref type="words" target="#string-range({$span('passage')},{$from},{$to + 1 - $from})"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- Where in an element each character stands that is compared, white space aside. -->
  <xsl:function name="j:offsets" as="xs:integer*" cache="yes">
    <xsl:param name="element" as="element()?"/>
    <xsl:iterate select="$element//text()">
      <xsl:param name="start" as="xs:integer" select="0"/>
      <xsl:variable name="characters" as="xs:integer*" select="string-to-codepoints(.)"/>
      <xsl:if test="empty(ancestor::*[j:is-aside(.)][. &gt;&gt; $element])">
        <xsl:sequence select="index-of($characters ! (. = (9, 10, 13, 32)), false()) ! (. - 1 + $start)"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="start" select="$start + count($characters)"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>
</xsl:stylesheet>
