<?xml version="1.0" encoding="UTF-8"?>
<!-- What changed since each release, character by character. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template mode="page" match="TEI[$page = 'errata']">
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="rows" as="array(xs:string)*" select="tail($errata) ! array{tokenize(., '\t')}"/>
    <article class="prose">
      <xsl:sequence select="j:page-head(.)"/>
      <p class="lede">{j:string(if (exists($rows)) then 'errata-about' else 'errata-none', $lang)}</p>
      <xsl:for-each-group select="reverse($rows)" group-by="?1">
        <h2>{j:edition-number(current-grouping-key(), $lang)}</h2>
        <xsl:for-each-group select="reverse(current-group())" group-by="?2">
          <h3 lang="{j:lang($tei)}">{j:title-in-contents($tei, current-grouping-key())}</h3>
          <ul class="errata">
            <xsl:for-each select="current-group()"><xsl:sequence select="j:erratum($tei, .)"/></xsl:for-each>
          </ul>
        </xsl:for-each-group>
      </xsl:for-each-group>
    </article>
  </xsl:template>

  <xsl:function name="j:edition-number" as="xs:string">
    <xsl:param name="version" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="j:string('version-n', $lang, $version)"/>
  </xsl:function>

  <!-- A document's title as the contents give it; of the edition itself, or of a register, what it is called. -->
  <xsl:function name="j:title-in-contents" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="item" as="element(item)?" select="$tei/text/body//item[@corresp = $id || '.xml']"/>
    <xsl:sequence select="if ($id eq $tei/@xml:id) then j:title($tei)
        else string(($item ! string-join((date[1]/@when ! j:date(., j:interface($tei)), ref/title[1]), ' '),
            j:registers($tei)[ref/@target = $id || '.xml'] ! ref[1], $id)[1])"/>
  </xsl:function>

  <!-- One change, at its place: what was struck out, what was put in. Where all of it is gone, the old address leads
       on; where it has another id now, that stands beside the old one. -->
  <xsl:function name="j:erratum" as="element()">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="row" as="array(xs:string)"/>
    <xsl:variable name="moved" as="xs:string?" select="($row?*)[8][. ne '']"/>
    <xsl:variable name="gone" as="xs:boolean"
        select="empty($moved) and $row?5 eq '' and $row?6 eq '' and $row?7 eq ''"/>
    <xsl:variable name="old" as="xs:string"
        select="j:root($tei) || (if ($row?2 eq $row?3) then 'documents/' else 'moved/') || $row?3"/>
    <xsl:variable name="words" as="xs:string" select="string-join(($row?4, $row?5))"/>
    <li>
      <xsl:choose>
        <xsl:when test="exists($moved)">
          <xsl:text>{$row?3} → </xsl:text>
          <a href="{j:page($row?2, $tei)}{'#'[$moved ne $row?2]}{$moved[. ne $row?2]}">{$moved}</a>
        </xsl:when>
        <xsl:otherwise>
          <a href="{if ($gone) then $old || '.html' else j:page($row?2, $tei) || '#' || $row?3}">{$row?3}</a>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$words">
        <q lang="{j:lang($tei)}">
          <xsl:text>{$row?6}</xsl:text>
          <xsl:if test="$row?4"><del>{$row?4}</del></xsl:if>
          <xsl:if test="$row?5"><ins>{$row?5}</ins></xsl:if>
          <xsl:text>{$row?7}</xsl:text>
        </q>
      </xsl:if>
    </li>
  </xsl:function>
</xsl:stylesheet>
