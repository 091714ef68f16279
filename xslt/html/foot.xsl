<?xml version="1.0" encoding="UTF-8"?>
<!-- The foot of a page leads on: to the neighbours, to what explains the edition, to the other language. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template name="foot">
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="related" as="element()*" select="j:neighbours(.)"/>
    <footer class="foot">
      <xsl:if test="exists($related)">
        <nav class="neighbours" aria-label="{j:string('neighbours', $lang)}">
          <xsl:for-each select="$related">
            <xsl:variable name="rel" as="xs:string" select="j:rel(.)"/>
            <a class="{$rel}" rel="{$rel}" href="{j:href(ref/@target, .)}">
              <span class="way">{j:string(if ($rel eq 'prev') then 'previous' else 'next', $lang)}
                <xsl:for-each select="ref/date"><time datetime="{@when}">{j:date(@when, $lang)}</time></xsl:for-each></span>
              <span class="title" lang="{j:lang(.)}">{ref}</span>
            </a>
          </xsl:for-each>
        </nav>
      </xsl:if>
      <nav class="about-site" aria-label="{j:string('about-site', $lang)}">
        <ul>
          <xsl:for-each select="$about-pages">
            <xsl:sequence select="j:entry($tei, . || '.html', j:string('page-' || ., $lang), ())"/>
          </xsl:for-each>
          <li class="language">
            <a href="{j:other-language(.)}" lang="{j:string('tag', j:other-interface(.))}"
                hreflang="{j:string('tag', j:other-interface(.))}">{j:string('own-name', j:other-interface(.))}</a>
          </li>
        </ul>
      </nav>
    </footer>
  </xsl:template>

  <!-- A document's neighbours by date; where dates are not known, in reading order. -->
  <xsl:function name="j:neighbours" as="element(relatedItem)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="items" as="element(relatedItem)*" select="$tei/teiHeader/fileDesc/notesStmt/relatedItem"/>
    <xsl:variable name="by-date" as="element(relatedItem)*" select="$items[@type = ('earlier', 'later')]"/>
    <xsl:sequence select="if (exists($by-date)) then $by-date else $items[@type = ('preceding', 'following')]"/>
  </xsl:function>

  <!-- The neighbour's relation in the words of HTML. -->
  <xsl:function name="j:rel" as="xs:string">
    <xsl:param name="neighbour" as="element(relatedItem)"/>
    <xsl:sequence select="if ($neighbour/@type = ('earlier', 'preceding')) then 'prev' else 'next'"/>
  </xsl:function>
</xsl:stylesheet>
