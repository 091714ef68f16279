<?xml version="1.0" encoding="UTF-8"?>
<!-- Standalone TEI in, what can be searched out: each passage with its id and who speaks, as the page shows it; and the
     document's date, kinds and sources, by which a search can be narrowed. -->
<xsl:package name="urn:jilu:search" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="search" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="search" visibility="public" on-no-match="shallow-skip"/>
  <xsl:mode name="words" on-no-match="shallow-skip"/>
  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="common/strings.xsl"/>

  <!-- Of the edition's own file: its title, or what stands on the preface's page. -->
  <xsl:param name="matter" as="xs:boolean" select="false()"/>

  <xsl:template match="/TEI">
    <xsl:variable name="profile" as="element()?" select="teiHeader/profileDesc"/>
    <xsl:variable name="is-front" as="xs:boolean" select="exists(text/body/div[@type = 'contents'])"/>
    <j:document title="{if ($matter) then j:string('page-preface', j:own-interface(.))
        else normalize-space((teiHeader/fileDesc/titleStmt/title[not(@type = 'sub')])[1])}" language="{j:lang(.)}"
        date="{$profile/creation/date[@when][1]/@when}">
      <xsl:for-each-group select="($profile/textClass/catRef/@target, .//bibl/@corresp[ancestor::sourceDesc], text//@who)"
          group-by="j:ids(.)">
        <xsl:apply-templates select="key('id', current-grouping-key())">
          <xsl:with-param name="facet" tunnel="yes"
              select="if (name() = 'target') then 'kind' else if (name() = 'corresp') then 'source' else 'speaker'"/>
        </xsl:apply-templates>
      </xsl:for-each-group>
      <xsl:apply-templates select="if (not($is-front)) then text else if ($matter) then text/(front/(* except titlePage) | back)
          else text/front/titlePage"/>
      <xsl:apply-templates select="teiHeader/fileDesc/sourceDesc[not($is-front)]//bibl"/>
    </j:document>
  </xsl:template>

  <!-- The names under which a search can be narrowed. -->
  <xsl:template match="category | standOff//bibl | person | personGrp | org">
    <xsl:param name="facet" as="xs:string" tunnel="yes"/>
    <xsl:for-each-group select="catDesc | title | persName | orgName" group-by="tokenize(j:lang(.), '-')[1]">
      <j:facet of="{$facet}" id="{../@xml:id}" language="{current-grouping-key()}">{normalize-space(.)}</j:facet>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A passage is what stands on lines of its own, without the blocks inside it. -->
  <xsl:template match="p | ab | head | item | l | cell | speaker | salute | signed | dateline | addrLine | titlePart | sourceDesc//bibl
      | label | docTitle | byline | trailer">
    <xsl:variable name="words" as="xs:string*"><xsl:apply-templates mode="words"/></xsl:variable>
    <xsl:if test="normalize-space(string-join($words))">
      <j:passage id="{(@xml:id, ancestor::*[@xml:id][not(self::TEI)][1]/@xml:id)[1]}" who="{j:speakers(.)}">{
        string-join($words)}</j:passage>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Who speaks in a passage: whose speech it is in, and who is quoted in it; a label is spoken by nobody. -->
  <xsl:function name="j:speakers" as="xs:string*">
    <xsl:param name="passage" as="element()"/>
    <xsl:variable name="who" as="attribute(who)*"
        select="$passage[not(self::speaker)]/(ancestor::*/@who)[last()], $passage//(q | said)/@who"/>
    <xsl:sequence select="distinct-values($who ! j:ids(.))"/>
  </xsl:function>

  <xsl:template mode="words" match="text()"><xsl:sequence select="string()"/></xsl:template>

  <xsl:template mode="words" match="gap"><xsl:sequence select="string(j:mark(.))"/></xsl:template>

  <xsl:template mode="words" match="lb"><xsl:sequence select="' '"/></xsl:template>

  <xsl:template mode="words" match="p | ab | head | item | l | cell | speaker | salute | signed | dateline | addrLine | titlePart
      | label | docTitle | byline | trailer"/>
</xsl:package>
