<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI file and the catalog in, standalone TEI out: all that a renderer needs is copied in, valid by itself.
     The idea is the Endings project's; rendering opens no second file. -->
<xsl:package name="urn:jilu:standalone" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:j="urn:jilu"
    xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="standalone" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="standalone" visibility="public" on-no-match="shallow-copy"/>
  <xsl:output method="xml" indent="no" encoding="UTF-8"/>

  <!-- The merged records of all files, edition first, then documents in reading order. -->
  <xsl:param name="catalog" as="document-node(element(j:catalog))" required="yes"/>

  <xsl:key name="entry" match="j:entry" use="@name"/>
  <xsl:key name="definition" match="j:id" use="@name"/>
  <xsl:key name="record" match="j:record" use="@id"/>

  <xsl:variable name="edition" as="element(j:record)?" select="$catalog/*/j:record[@role = 'edition']"/>
  <xsl:variable name="documents" as="element(j:record)*" select="$catalog/*/j:record[@role = 'document']"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="standalone/header.xsl"/>
  <xsl:include href="standalone/pointers.xsl"/>
  <xsl:include href="standalone/contents.xsl"/>
  <xsl:include href="standalone/mentions.xsl"/>
  <xsl:include href="standalone/whitespace.xsl"/>
  <xsl:include href="standalone/evidence.xsl"/>

  <xsl:template match="TEI">
    <xsl:variable name="own" as="node()*"><xsl:apply-templates select="teiHeader, facsimile, text, standOff"/></xsl:variable>
    <TEI>
      <xsl:copy-of select="@*"/>
      <xsl:sequence select="$own except $own/self::standOff"/>
      <xsl:sequence select="j:register(., ($own, j:mentioned(.)))"/>
    </TEI>
  </xsl:template>

  <!-- Copies carry no namespace declarations of the file they come from. -->
  <xsl:template match="*" priority="-1">
    <xsl:element name="{name()}" namespace="{namespace-uri()}">
      <xsl:apply-templates select="@*, node()"/>
    </xsl:element>
  </xsl:template>

  <!-- The edition's own file carries the entries that its documents name, for the indexes. -->
  <xsl:function name="j:mentioned" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="if (j:is-edition($tei))
        then distinct-values($documents/j:named/@ref) ! key('entry', ., $catalog)
            /(person | personGrp | place | org | event)[j:in-register(.)]
        else ()"/>
  </xsl:function>

  <!-- Register entries that these parts name, one list per kind, beside those they define. -->
  <xsl:function name="j:register" as="element(standOff)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="parts" as="node()*"/>
    <xsl:variable name="id" as="xs:string" select="$tei/@xml:id"/>
    <xsl:variable name="named" as="element()*" select="(j:named($parts, $parts[self::*[j:in-register(.)]])
         | $registers[$id = $edition/@id]/j:entry/event)[ancestor::j:record/@id ne $id]"/>
    <xsl:variable name="quotations" as="element(list)*" select="j:quotations($tei, $parts/self::text)"/>
    <xsl:if test="exists(($named, $quotations)) or exists($parts/self::standOff)">
      <standOff>
        <xsl:sequence select="$parts/self::standOff/node()"/>
        <xsl:for-each-group select="$named" group-by="$list-of(local-name())">
          <xsl:sort select="current-grouping-key()"/>
          <xsl:element name="{current-grouping-key()}">
            <xsl:apply-templates select="sort(current-group(), (), function($e) { string($e/@xml:id) })"/>
          </xsl:element>
        </xsl:for-each-group>
        <xsl:sequence select="$quotations"/>
      </standOff>
    </xsl:if>
  </xsl:function>

  <xsl:variable name="list-of" as="map(xs:string, xs:string)" select="map{'person': 'listPerson',
      'personGrp': 'listPerson', 'place': 'listPlace', 'org': 'listOrg', 'event': 'listEvent', 'bibl': 'listBibl'}"/>

  <!-- Closure over pointers into the registers: what is named, and what the named entries name. -->
  <xsl:function name="j:named" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="known" as="element()*"/>
    <xsl:variable name="found" as="element()*" select="
        distinct-values($nodes/descendant-or-self::*/(@ref | @who | @corresp | @sameAs | @resp) ! j:ids(.))
        ! key('entry', ., $catalog)/(person | personGrp | place | org | event | bibl)[j:in-register(.)]"/>
    <xsl:variable name="new" as="element()*" select="$found except $known"/>
    <xsl:sequence select="if (empty($new)) then $known else j:named($new, $known | $new)"/>
  </xsl:function>

  <xsl:function name="j:in-register" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/ancestor::j:record/@role = 'register'"/>
  </xsl:function>
</xsl:package>
