<?xml version="1.0" encoding="UTF-8"?>
<!-- Linking: references, the addresses of pages, and the link to each paragraph. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="ref">
    <xsl:variable name="href" as="xs:string?" select="j:href(@target, .)[1]"/>
    <xsl:element name="{if (exists($href) and j:may-link(.)) then 'a' else j:or-div('span', .)}">
      <xsl:sequence select="j:attributes(., 'ref')"/>
      <xsl:if test="exists($href) and j:may-link(.)"><xsl:attribute name="href" select="$href"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ptr">
    <xsl:for-each select="j:href(@target, .)[j:may-link(current())]">
      <a class="ptr" href="{.}" data-text="generated">{.}</a>
    </xsl:for-each>
  </xsl:template>

  <!-- HTML lets no link stand in another. -->
  <xsl:function name="j:may-link" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="empty($node/ancestor::ref)"/>
  </xsl:function>

  <!-- Pointers as addresses seen from this page. One into a register leads nowhere yet. -->
  <xsl:function name="j:href" as="xs:string*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:param name="from" as="node()"/>
    <xsl:for-each select="tokenize($pointers)">
      <xsl:sequence select="
          if (starts-with(., '#')) then .[exists(key('id', substring(., 2), root($from))/ancestor-or-self::text)]
          else if (matches(., '^https?://')) then .
          else if (matches(., '^[^/:#?]+\.xml(#|$)'))
          then j:page(substring-before(., '.xml'), $from) || substring-after(., '.xml')
          else if (matches(., '^[^/:#?][^:#?]*$') and not(contains(., '..'))) then j:site($from) || 'tei/' || .
          else ()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The page of a file, by its id. -->
  <xsl:function name="j:page" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="from" as="node()"/>
    <xsl:sequence select="
        if ($id = (root($from)/TEI/teiHeader/fileDesc/seriesStmt/idno[@type = 'edition'],
            root($from)/TEI/@xml:id[j:is-front($from)]))
        then j:site($from) || 'index.html'
        else if (starts-with($id, 'jilu.')) then j:site($from) || substring-after($id, 'jilu.') || '.html'
        else 'documents/'[j:is-front($from) or j:is-evidence($from)] || $id || '.html'"/>
  </xsl:function>

  <!-- The way up to the root of the site: the front page stands there, all others one folder down. -->
  <xsl:function name="j:site" as="xs:string">
    <xsl:param name="from" as="node()"/>
    <xsl:sequence select="if (j:is-front($from) or j:is-evidence($from)) then '' else '../'"/>
  </xsl:function>

  <xsl:function name="j:is-front" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists(root($node)/TEI/text/body/div[@type = 'contents'])"/>
  </xsl:function>

  <xsl:function name="j:permalink" as="element(h:a)?" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="p" as="element()"/>
    <xsl:variable name="n" as="xs:string" select="replace($p/@xml:id, '^.*[^0-9]', '')"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($p)"/>
    <xsl:if test="$p/@xml:id and empty($p/(ancestor::ref | ancestor::note | ancestor::teiHeader))">
      <a class="permalink" href="#{$p/@xml:id}" data-text="generated"
          aria-label="{if ($n) then j:string('permalink-n', $lang, $n) else j:string('permalink', $lang)}">{($n[.], '¶')[1]}</a>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
