<?xml version="1.0" encoding="UTF-8"?>
<!-- The header of a standalone file: its own, completed from the edition's. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="standalone" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The edition's own file lacks only the way to its registers and to its pages of evidence. -->
  <xsl:template match="fileDesc[j:is-edition(.)]">
    <xsl:copy>
      <xsl:apply-templates select="* except (notesStmt, sourceDesc)"/>
      <xsl:sequence select="j:related(notesStmt, root(.)/*/@xml:id)"/>
      <xsl:apply-templates select="sourceDesc"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="fileDesc[not(j:is-edition(.))]">
    <xsl:copy>
      <titleStmt>
        <xsl:apply-templates select="titleStmt/node()"/>
        <xsl:apply-templates select="$edition/j:header/respStmt"/>
      </titleStmt>
      <xsl:apply-templates select="(editionStmt, $edition/j:header/editionStmt)[1], extent,
          ($edition/j:header/publicationStmt, publicationStmt)[1]"/>
      <seriesStmt>
        <xsl:for-each select="$edition/j:title"><title><xsl:copy-of select="@xml:lang"/>{.}</title></xsl:for-each>
        <idno type="edition">{$edition/@id}</idno>
      </seriesStmt>
      <xsl:sequence select="j:related(notesStmt, root(.)/*/@xml:id)"/>
      <xsl:apply-templates select="sourceDesc"/>
    </xsl:copy>
  </xsl:template>

  <!-- Documents inherit the edition's declarations, so that every pointer to them resolves. -->
  <xsl:template match="teiHeader[not(j:is-edition(.))]">
    <xsl:copy>
      <xsl:apply-templates select="@*, fileDesc, (encodingDesc, $edition/j:header/encodingDesc)[1],
          * except (fileDesc, encodingDesc)"/>
    </xsl:copy>
  </xsl:template>

  <!-- Before and after in reading order and by date, and the registers, named by title. -->
  <xsl:function name="j:related" as="element(notesStmt)?">
    <xsl:param name="own" as="element(notesStmt)?"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="self" as="element(j:record)?" select="$documents[@id = $id]"/>
    <xsl:variable name="preceding" as="element(j:record)?"
        select="$self/preceding-sibling::j:record[@role = 'document'][1]"/>
    <xsl:variable name="following" as="element(j:record)?"
        select="$self/following-sibling::j:record[@role = 'document'][1]"/>
    <xsl:where-populated>
      <notesStmt>
        <xsl:apply-templates select="$own/node()"/>
        <xsl:for-each select="$preceding, $following">
          <relatedItem type="{if (. is $preceding) then 'preceding' else 'following'}">
            <ref target="{@id}.xml">{j:title[1]}</ref>
          </relatedItem>
        </xsl:for-each>
        <xsl:sequence select="$self ! j:by-date(.)"/>
        <xsl:sequence select="$register-items"/>
        <xsl:sequence select="if ($id = $edition/@id) then j:evidence-pages() else ()"/>
      </notesStmt>
    </xsl:where-populated>
  </xsl:function>

  <!-- The neighbours of a dated document among those with a date; of one day, in reading order. -->
  <xsl:function name="j:by-date" as="element(relatedItem)*">
    <xsl:param name="self" as="element(j:record)"/>
    <xsl:variable name="day" as="xs:string?" select="$self/j:date[1]/@when"/>
    <xsl:variable name="dated" as="element(j:record)*" select="$documents[$day][j:date]"/>
    <xsl:variable name="is-earlier" as="function(*)" select="function($d) {
        $d/j:date[1]/@when lt $day or $d/j:date[1]/@when = $day and $d &lt;&lt; $self }"/>
    <xsl:variable name="earlier" as="element(j:record)*" select="$dated[$is-earlier(.)]"/>
    <xsl:sequence select="j:neighbour('earlier', j:sorted($earlier)[last()]),
        j:neighbour('later', j:sorted($dated except ($earlier, $self))[1])"/>
  </xsl:function>

  <xsl:function name="j:sorted" as="element(j:record)*">
    <xsl:param name="records" as="element(j:record)*"/>
    <xsl:sequence select="sort($records, (), function($d) { string($d/j:date[1]/@when) })"/>
  </xsl:function>

  <xsl:function name="j:neighbour" as="element(relatedItem)?">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="record" as="element(j:record)?"/>
    <xsl:for-each select="$record">
      <relatedItem type="{$type}">
        <ref target="{@id}.xml"><date when="{j:date[1]/@when}"/>{j:title[1]}</ref>
      </relatedItem>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="j:is-edition" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="root($node)/*/@xml:id = $edition/@id"/>
  </xsl:function>
</xsl:stylesheet>
