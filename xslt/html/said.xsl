<?xml version="1.0" encoding="UTF-8"?>
<!-- All that one person says, whole, document by document: a page beside the register in which the person stands. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The person, by id, and the standalone documents in which that person speaks; the preface is the edition's. -->
  <xsl:param name="speaker" as="xs:string?" select="()"/>
  <xsl:param name="speaking" as="document-node(element(TEI))*" select="()"/>

  <xsl:template mode="page" match="TEI[exists($speaker)]">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <article class="all-said">
      <xsl:sequence select="j:page-head(.)"/>
      <p class="ways">
        <a href="{@xml:id}.html#{$speaker}">{j:string('to-entry', $lang)}</a>
        <a class="narrow" href="search.html" data-speaker="{$speaker}">{j:string('said-narrow', $lang)}</a>
      </p>
      <xsl:for-each select="$speaking/TEI">
        <xsl:sort select="string(teiHeader/profileDesc/creation/date[@when][1]/@when)"/>
        <section class="said-in" lang="{j:lang(.)}">
          <h2>
            <xsl:for-each select="teiHeader/profileDesc/creation/date[@when][1]">
              <time datetime="{@when}" lang="{j:interface-tag(.)}">{j:date(@when, $lang)}</time>
            </xsl:for-each>
            <a href="{j:elsewhere(.)}">{if (j:is-front(.)) then j:string('page-preface', $lang) else j:title(.)}</a>
          </h2>
          <xsl:for-each select="j:speeches(.)">
            <div class="speech" data-text="source">
              <xsl:apply-templates select="."/>
              <xsl:sequence select=".[not(self::sp)]/ancestor::*[@xml:id][1] ! j:permalink(.)"/>
            </div>
          </xsl:for-each>
        </section>
      </xsl:for-each>
    </article>
  </xsl:template>

  <!-- What the person says in a document; what one quotes of oneself stands within the speech. -->
  <xsl:function name="j:speeches" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="all" as="element()*" select="$tei/text//(sp | q | said)[j:ids(@who) = $speaker]"/>
    <xsl:sequence select="$all[empty(ancestor::* intersect $all)]"/>
  </xsl:function>

  <xsl:function name="j:speaker-name" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="key('id', $speaker, root($tei))[1] ! string(j:name-in(., j:interface($tei)))"/>
  </xsl:function>

  <!-- Words of a document on a page that is not the document's own: what leads to a place in it leads to its page. -->
  <xsl:function name="j:elsewhere" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="tei" as="element()" select="root($node)/*"/>
    <xsl:sequence select="if (exists($speaker) and exists($tei/self::TEI/text))
        then j:page-of($tei/@xml:id || '.xml#', $node) else ''"/>
  </xsl:function>
</xsl:stylesheet>
