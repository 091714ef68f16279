<?xml version="1.0" encoding="UTF-8"?>
<!-- What an editor did to the text of a file, each with its place and its form in the source; and where the file was published. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="interventions" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="interventions" on-no-match="shallow-skip"/>

  <xsl:variable name="j:opened" static="yes" select="'^\s*[（(\[〔【［]'"/>
  <xsl:variable name="j:spaced" static="yes" select="'[㐀-鿿][ ]+[0-9]+|[0-9]+[ ]+[㐀-鿿]'"/>
  <xsl:variable name="j:half-width" static="yes" select="'\([^()]*[㐀-鿿][^()]*\)'"/>
  <xsl:variable name="j:mixed" static="yes" select="'[A-Za-z][.’'' -]*[А-я]|[А-я][.’'' -]*[A-Za-z]'"/>

  <!-- So many texts surely hold the few words beside a place: to take all of a long block for each costs its square. -->
  <xsl:variable name="j:far" as="xs:integer" static="yes" select="50"/>

  <xsl:template match="gap">
    <xsl:sequence select="j:intervention(., 'omission', j:omission(.))"/>
  </xsl:template>

  <xsl:template match="supplied">
    <xsl:sequence select="j:intervention(., 'insertion', string())"/>
  </xsl:template>

  <xsl:template match="note[@resp]">
    <xsl:sequence select="j:intervention(., 'insertion', string())"/>
  </xsl:template>

  <!-- A label in brackets was put there by somebody; so was one that is encoded as supplied. -->
  <xsl:template match="speaker[matches(., $j:opened)] | speaker[supplied]" priority="1">
    <xsl:sequence select="j:intervention(., 'speaker', string())"/>
  </xsl:template>

  <xsl:template match="hi[@resp] | emph[@resp]">
    <xsl:sequence select="j:intervention(., 'emphasis', string())"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="pb[@break = 'no'] | cb[@break = 'no']">
    <xsl:sequence select="j:intervention(., 'joined', '')"/>
  </xsl:template>

  <xsl:template match="sic | orig">
    <xsl:sequence select="j:intervention(., 'irregular', string())"/>
  </xsl:template>

  <!-- What looks irregular and was kept. -->
  <xsl:template match="text()[matches(., $j:spaced) or matches(., $j:half-width) or matches(., $j:mixed)]">
    <xsl:variable name="text" as="text()" select="."/>
    <xsl:for-each select="distinct-values(analyze-string(., $j:spaced || '|' || $j:half-width || '|' || $j:mixed)/*:match)">
      <xsl:sequence select="j:intervention($text, 'irregular', ., substring-before($text, .), substring-after($text, .))"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="j:intervention" as="element(j:intervention)">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="form" as="xs:string"/>
    <xsl:sequence select="j:intervention($node, $kind, $form, '', '')"/>
  </xsl:function>

  <!-- With the words of the node itself that stand before the form and after it. -->
  <xsl:function name="j:intervention" as="element(j:intervention)">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="form" as="xs:string"/>
    <xsl:param name="left" as="xs:string"/>
    <xsl:param name="right" as="xs:string"/>
    <xsl:variable name="element" as="element()" select="$node/ancestor-or-self::*[1]"/>
    <xsl:variable name="block" as="element()" select="($node/ancestor-or-self::*[self::p or self::ab or self::l
        or self::item or self::head or self::speaker or self::signed or self::dateline or self::addrLine or self::bibl],
        $node/ancestor::*[self::body or self::front or self::back], $element)[1]"/>
    <xsl:variable name="nearest" as="element()?" select="(
        $node/ancestor-or-self::*[@xml:id][not(self::TEI)][1][self::p or self::ab or self::l or self::item],
        ($node/preceding::p[@xml:id][1] | $node/preceding::ab[@xml:id][1] | $node/preceding::l[@xml:id][1]
            | $node/preceding::item[@xml:id][1]
            | $node/ancestor::*[@xml:id][self::p or self::ab or self::l or self::item][1])[. &gt;&gt; $block][last()],
        ($block/descendant::p[@xml:id][1] | $block/descendant::ab[@xml:id][1] | $block/descendant::l[@xml:id][1]
            | $block/descendant::item[@xml:id][1])[1])[1]"/>
    <xsl:variable name="before" as="xs:string" select="string-join((
        $node/preceding::text()[position() le $j:far][. &gt;&gt; $block], $left)) => replace('\s*\n\s*$', '') => j:unwrapped()"/>
    <xsl:variable name="after" as="xs:string" select="string-join(($right, $node/following::text()[position() le $j:far]
        [ancestor::* intersect $block])) => replace('^\s*\n\s*', '') => j:unwrapped()"/>
    <j:intervention xml:lang="{j:lang($node)}" kind="{$kind}" id="{($nearest/@xml:id, $node/ancestor-or-self::*/@xml:id)[1]}" resp="{j:ids($element/@resp)}"
        before="{substring($before, string-length($before) - 7)}" form="{normalize-space($form)}" after="{substring($after, 1, 8)}"/>
  </xsl:function>

  <!-- A citation of the source: which publication, where in it, in what words. One shared by documents stands where its words do. -->
  <xsl:function name="j:source" as="element(j:source)">
    <xsl:param name="bibl" as="element(bibl)"/>
    <j:source publication="{j:ids($bibl/@corresp)[1]}" copy="{j:ids($bibl/@copyOf)[1]}" type="{$bibl/@type}">
      <xsl:copy-of select="$bibl/biblScope" copy-namespaces="no"/>
    </j:source>
  </xsl:function>
</xsl:stylesheet>
