<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of evidence as appendices. All their words are the program's or repeated, so none counts as text of the sources. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:j="urn:jilu" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="j:evidence" as="xs:string+" select="'audit', 'interventions', 'concordance'"/>

  <xsl:function name="j:is-evidence" as="xs:boolean">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/text/body/div/@type = $j:evidence"/>
  </xsl:function>

  <!-- The appendices that the edition's own file names. -->
  <xsl:function name="j:appendices" as="element(ref)*">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="root($node)/TEI/teiHeader/fileDesc/notesStmt/relatedItem[@type = $j:evidence]/ref"/>
  </xsl:function>

  <xsl:function name="j:appendix-id" as="xs:string">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:sequence select="substring-before($ref/@target, '.xml')"/>
  </xsl:function>

  <xsl:template match="TEI[j:is-evidence(.)]" priority="2">
    <xsl:variable name="title" as="xs:string" select="normalize-space((teiHeader/fileDesc/titleStmt/title)[1])"/>
    <xsl:call-template name="pages">
      <xsl:with-param name="id" select="string(@xml:id)"/>
      <xsl:with-param name="left" select="string((teiHeader/fileDesc/seriesStmt/title, $title)[1])"/>
      <xsl:with-param name="right" select="$title"/>
      <xsl:with-param name="flow" as="node()*">
        <fo:block id="{@xml:id}" j:text="generated"><xsl:apply-templates select="text/body/node()"/></fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="body/div[@type = ('audit', 'interventions', 'concordance')]/p" priority="1">
    <fo:block space-before="12pt" space-after="6pt" xsl:use-attribute-sets="small justified"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="list[@type = 'summary']" priority="1">
    <fo:block text-align="center" space-after="6pt" xsl:use-attribute-sets="small">
      <xsl:for-each select="item">
        <xsl:if test="position() gt 1">
          <xsl:text>{'　'}</xsl:text>
        </xsl:if>
        <fo:inline font-family="hei" keep-together.within-line="always">{normalize-space()} {@n}</fo:inline>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- Claim and evidence side by side under one heading. -->
  <xsl:template match="div[@type = 'comparison']" priority="1">
    <fo:block id="{@xml:id}" keep-together.within-page="{if (string-length() lt 500) then 'always' else 'auto'}"
        space-before="14pt" border-before-style="solid" border-before-width="0.4pt"
        border-before-color="{$grey}" padding-before="5pt">
      <fo:block role="H2" font-family="hei" font-size="10.5pt" font-weight="bold" keep-with-next.within-page="always"
          color="{if (@subtype = ('verbatim', 'folded')) then '#000000' else $rubric}">{@n}　{head}</fo:block>
      <fo:table table-layout="fixed" width="100%" space-before="3pt">
        <fo:table-column column-width="proportional-column-width(45)"/>
        <fo:table-column column-width="proportional-column-width(55)"/>
        <fo:table-header>
          <fo:table-row keep-with-next.within-page="always">
            <xsl:sequence select="j:side(., 'claim'), j:side(., 'evidence')"/>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <fo:table-row>
            <fo:table-cell padding-end="14pt"><xsl:apply-templates select="quote[@type = 'claim']"/></fo:table-cell>
            <fo:table-cell><xsl:apply-templates select="(quote[@type = 'evidence'], p[last()])[1]"/></fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
      <xsl:apply-templates select="list"/>
    </fo:block>
  </xsl:template>

  <xsl:function name="j:side" as="element(fo:table-cell)">
    <xsl:param name="comparison" as="element(div)"/>
    <xsl:param name="type" as="xs:string"/>
    <fo:table-cell padding-end="{if ($type eq 'claim') then '14pt' else '0pt'}">
      <fo:block text-align="start" xsl:use-attribute-sets="label">
        <xsl:text>{j:string($type, j:interface($comparison))}　</xsl:text>
        <xsl:apply-templates select="$comparison/p/ref[@type = $type]"/>
      </fo:block>
    </fo:table-cell>
  </xsl:function>

  <xsl:template match="div[@type = 'comparison']/quote" priority="2">
    <fo:block font-family="{if (@type = 'claim') then 'kai' else 'song'}" font-size="10pt" line-height="16pt" text-align="start">
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="div[@type = 'comparison']/p" priority="2">
    <fo:block color="{$grey}" xsl:use-attribute-sets="small"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="seg[@type = 'context']">
    <fo:inline color="{$grey}"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="seg[@type = 'omission']">
    <xsl:sequence select="j:label(., 'mark-omitted')"/>
  </xsl:template>

  <!-- What differs is set off by a line and said by a word; colour only helps. -->
  <xsl:template match="div[@type = 'comparison']/quote/add">
    <fo:inline text-decoration="underline" color="{$rubric}"><xsl:apply-templates/></fo:inline>
    <xsl:sequence select="j:label(., 'mark-inserted')"/>
  </xsl:template>

  <xsl:template match="div[@type = 'comparison']/quote/del">
    <fo:inline text-decoration="line-through"><xsl:apply-templates/></fo:inline>
    <xsl:sequence select="j:label(., 'mark-dropped')"/>
  </xsl:template>

  <xsl:template match="div[@type = 'comparison']/quote/supplied">
    <fo:inline text-decoration="underline"><xsl:apply-templates/></fo:inline>
    <xsl:sequence select="j:label(., 'mark-omitted')"/>
  </xsl:template>

  <xsl:function name="j:label" as="element(fo:inline)">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($node)"/>
    <fo:inline font-family="hei" font-size="7pt" color="{$rubric}">{j:string('open-bracket', $lang)}{j:string($key, $lang)}{
      j:string('close-bracket', $lang)}</fo:inline>
  </xsl:function>

  <xsl:template match="list[@type = 'findings']" priority="1">
    <fo:block space-before="3pt" xsl:use-attribute-sets="small">
      <xsl:for-each select="item">
        <fo:block start-indent="1em" text-indent="-1em" text-align="start">{'— '}<xsl:apply-templates/></fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="TEI[j:is-evidence(.)]//div[@type = 'section']" priority="1">
    <fo:block id="{@xml:id}" space-before="16pt"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="TEI[j:is-evidence(.)]//list[@type = 'simple']" priority="1">
    <fo:block xsl:use-attribute-sets="small">
      <xsl:for-each select="item">
        <fo:block id="{@xml:id}" space-before="3pt" text-align="start"><xsl:apply-templates/></fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="TEI[j:is-evidence(.)]//ref">
    <xsl:variable name="id" as="xs:string" select="if (contains(@target, '#')) then substring-after(@target, '#')
        else substring-before(@target, '.xml')"/>
    <fo:basic-link internal-destination="{$id}" fox:alt-text="{normalize-space()}"><xsl:apply-templates/></fo:basic-link>
  </xsl:template>

  <!-- Registers. The column with the places is the widest. -->
  <xsl:template match="TEI[j:is-evidence(.)]//table">
    <xsl:if test="head">
      <fo:block role="H3" space-before="8pt" font-family="hei" font-size="9.5pt" keep-with-next.within-page="always">{head}</fo:block>
    </xsl:if>
    <fo:table table-layout="fixed" width="100%" space-before="4pt" xsl:use-attribute-sets="small">
      <xsl:for-each select="j:widths(.)"><fo:table-column column-width="proportional-column-width({.})"/></xsl:for-each>
      <fo:table-header><xsl:apply-templates select="row[@role = 'label']"/></fo:table-header>
      <fo:table-body><xsl:apply-templates select="row[not(@role = 'label')]"/></fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:function name="j:widths" as="xs:integer+">
    <xsl:param name="table" as="element(table)"/>
    <xsl:variable name="columns" as="xs:integer" select="count($table/row[1]/cell)"/>
    <xsl:sequence select="if ($columns eq 3) then (45, 40, 15) else if ($columns eq 4) then (12, 20, 55, 13)
        else if ($columns eq 5) then (34, 32, 10, 15, 9) else (1 to $columns) ! 1"/>
  </xsl:function>

  <xsl:template match="TEI[j:is-evidence(.)]//row">
    <xsl:variable name="row" as="element(row)" select="."/>
    <!-- A cell over several rows is an empty one in those below: a tagged table has as many cells in each row (PDF/UA-1, 7.2). -->
    <xsl:variable name="above" as="element(cell)*" select="preceding-sibling::row/cell[@rows]
        [count(../following-sibling::row[. &lt;&lt; $row]) + 1 lt xs:integer(@rows)]"/>
    <xsl:variable name="covered" as="xs:integer*" select="$above ! (count(preceding-sibling::cell) + 1)"/>
    <xsl:variable name="ends" as="xs:boolean" select="every $cell in $above satisfies
        count($cell/../following-sibling::row[. &lt;&lt; $row]) + 2 eq xs:integer($cell/@rows)"/>
    <fo:table-row keep-together.within-page="always">
      <xsl:for-each select="1 to count(cell) + count($covered)">
        <xsl:variable name="column" as="xs:integer" select="."/>
        <xsl:choose>
          <xsl:when test="$column = $covered"><xsl:sequence select="j:covered-cell($ends)"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="$row/cell[$column - count($covered[. lt $column])]"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </fo:table-row>
  </xsl:template>

  <xsl:function name="j:covered-cell" as="element(fo:table-cell)">
    <xsl:param name="ends" as="xs:boolean"/>
    <fo:table-cell border-after-style="{if ($ends) then 'solid' else 'none'}" border-after-width="0.3pt"
        border-after-color="{$grey}"><fo:block>&#xA0;</fo:block></fo:table-cell>
  </xsl:function>

  <xsl:template match="TEI[j:is-evidence(.)]//cell">
    <fo:table-cell padding="2pt 4pt 2pt 0pt" border-after-style="{if (number(@rows) gt 1) then 'none' else 'solid'}"
        border-after-width="0.3pt" border-after-color="{$grey}">
      <fo:block text-align="start">
        <xsl:if test="../@role = 'label'"><xsl:attribute name="font-family" select="'hei'"/></xsl:if>
        <xsl:apply-templates/>
        <!-- FOP leaves out the tag of a cell without a character. -->
        <xsl:if test="not(normalize-space())">&#xA0;</xsl:if>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="TEI[j:is-evidence(.)]//cell/hi">
    <fo:inline color="{$rubric}"><xsl:apply-templates/></fo:inline>
  </xsl:template>
</xsl:stylesheet>
