<?xml version="1.0" encoding="UTF-8"?>
<!-- The header: what a document is, whose it is, how to cite it, what may be done with it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Kind, date and parties, beside the heads; and what of the text to show. -->
  <xsl:template name="about">
    <xsl:variable name="header" as="element(teiHeader)" select="ancestor-or-self::TEI/teiHeader"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="kind" as="element()*" select="$header/profileDesc/textClass/catRef"/>
    <xsl:variable name="rows" as="element()*">
      <xsl:for-each select="$kind">
        <div class="kind"><dt>{j:string('kind', $lang)}</dt><dd>{j:name-of(@target, $lang)}</dd></div>
      </xsl:for-each>
      <xsl:for-each select="$header/profileDesc/creation/date[@when][1]">
        <div class="date">
          <dt>{j:string('date', $lang)}</dt>
          <dd><time datetime="{@when}">{j:date(@when, $lang)}</time></dd>
        </div>
      </xsl:for-each>
      <xsl:if test="$header/profileDesc/particDesc/listPerson/*/@sameAs">
        <div>
          <dt>{j:label('parties', $kind, $lang)}</dt>
          <xsl:for-each select="$header/profileDesc/particDesc/listPerson/*[@sameAs]">
            <dd><xsl:sequence select="j:linked-name(@sameAs, j:name-of(@sameAs, $lang))"/></dd>
          </xsl:for-each>
        </div>
      </xsl:if>
      <xsl:for-each select="$header/profileDesc/correspDesc/correspAction[@type = ('sent', 'received')]">
        <div>
          <dt>{j:label(@type, $kind, $lang)}</dt>
          <xsl:for-each select="persName | orgName | name">
            <dd><xsl:sequence select="j:language(j:lang(.)), j:linked-name(@ref, .)"/></dd>
          </xsl:for-each>
        </div>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="choices" as="element()*">
      <xsl:call-template name="speakers"/>
      <xsl:call-template name="switches"/>
    </xsl:variable>
    <xsl:if test="exists(($rows, $choices))">
      <aside class="about" aria-label="{j:string('about', $lang)}" data-text="generated" lang="{j:interface-tag(.)}">
        <xsl:where-populated><dl><xsl:sequence select="$rows"/></dl></xsl:where-populated>
        <xsl:if test="exists($choices)">
          <details class="choices">
            <summary>{j:string('choices', $lang)}<span class="status" role="status"/></summary>
            <div class="panel"><xsl:sequence select="$choices"/></div>
          </details>
        </xsl:if>
      </aside>
    </xsl:if>
  </xsl:template>

  <!-- The parties of a telegram, of talks and of a treaty are not called the same. -->
  <xsl:function name="j:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="kind" as="element(catRef)*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="special" as="xs:string?" select="$kind[1]/@target ! ($key || replace(., '^#kind', ''))"/>
    <xsl:sequence select="j:string(($special[map:contains($j:strings($lang), .)], $key)[1], $lang)"/>
  </xsl:function>
</xsl:stylesheet>
