<?xml version="1.0" encoding="UTF-8"?>
<!-- The header: what a document is, whose it is, how to cite it, what may be done with it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Kind, date and parties, beside the heads. -->
  <xsl:template name="about">
    <xsl:variable name="header" as="element(teiHeader)" select="ancestor-or-self::TEI/teiHeader"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="kind" as="element()*" select="$header/profileDesc/textClass/catRef"/>
    <xsl:variable name="rows" as="element()*">
      <xsl:for-each select="$kind">
        <div><dt>{j:string('kind', $lang)}</dt><dd>{j:name-of(@target, $lang)}</dd></div>
      </xsl:for-each>
      <xsl:for-each select="$header/profileDesc/creation/date[@when][1]">
        <div><dt>{j:string('date', $lang)}</dt><dd><time datetime="{@when}">{j:date(@when, $lang)}</time></dd></div>
      </xsl:for-each>
      <xsl:if test="$header/profileDesc/particDesc/listPerson/*/@sameAs">
        <div>
          <dt>{j:string('parties', $lang)}</dt>
          <xsl:for-each select="$header/profileDesc/particDesc/listPerson/*[@sameAs]"><dd>{j:name-of(@sameAs, $lang)}</dd></xsl:for-each>
        </div>
      </xsl:if>
      <xsl:for-each select="$header/profileDesc/correspDesc/correspAction[@type = ('sent', 'received')]">
        <xsl:variable name="key" as="xs:string" select="@type || '-telegram'[$kind/@target = '#kind-telegram']"/>
        <div>
          <dt>{j:string($key, $lang)}</dt>
          <xsl:for-each select="persName | orgName | name"><dd data-ref="{j:ids(@ref)}">{.}</dd></xsl:for-each>
        </div>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="exists($rows)">
      <aside class="about" aria-label="{j:string('about', $lang)}" data-text="generated"><dl><xsl:sequence select="$rows"/></dl></aside>
    </xsl:if>
  </xsl:template>

  <!-- Edition, rights and principles, told on the front page once for all documents. -->
  <xsl:template name="principles">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="encoding" as="element()?" select="teiHeader/encodingDesc"/>
    <section class="principles" id="jilu-principles" data-text="generated">
      <h2>{j:string('principles', $lang)}</h2>
      <dl>
        <xsl:for-each select="$encoding/projectDesc">
          <dt>{j:string('project', $lang)}</dt><dd><xsl:apply-templates/></dd>
        </xsl:for-each>
        <dt>{j:string('voices', $lang)}</dt>
        <dd class="voices">
          <xsl:for-each select="'ink', 'rubric', 'grey'"><p class="{.}">{j:string('voices-' || ., $lang)}</p></xsl:for-each>
        </dd>
        <xsl:for-each select="$encoding/editorialDecl/*[not(self::p)]">
          <dt>{j:string(local-name(), $lang)}</dt><dd><xsl:apply-templates/></dd>
        </xsl:for-each>
        <xsl:for-each select="teiHeader/fileDesc/sourceDesc/bibl">
          <dt>{j:string('transcript', $lang)}</dt><dd><p><xsl:apply-templates/></p></dd>
        </xsl:for-each>
      </dl>
      <xsl:apply-templates select="$encoding/editorialDecl/p"/>
    </section>
  </xsl:template>

  <xsl:template name="rights">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="availability" as="element()?" select="teiHeader/fileDesc/publicationStmt/availability"/>
    <xsl:if test="exists($availability)">
      <dt>{j:string('rights', $lang)}</dt>
      <dd>
        <xsl:if test="$availability/@status = ('unknown', 'free', 'restricted')">
          <p class="status">{j:string('rights-' || $availability/@status, $lang)}</p>
        </xsl:if>
        <xsl:apply-templates select="$availability/node()"/>
      </dd>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
