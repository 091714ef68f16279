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
    <fo:block space-before="{j:lines(1)}" text-indent="2em" xsl:use-attribute-sets="small justified"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="list[@type = 'summary']" priority="1">
    <fo:block text-align="center" space-before="{j:lines(0.5)}" xsl:use-attribute-sets="small">
      <xsl:for-each select="item">
        <xsl:if test="position() gt 1">
          <xsl:text>{'　'}</xsl:text>
        </xsl:if>
        <fo:inline font-family="hei" keep-together.within-line="always">{normalize-space()} {@n}</fo:inline>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- Claim and evidence below one another under one heading; a rule ends each, so that none begins a page under its head. -->
  <xsl:template match="div[@type = 'comparison']" priority="1">
    <fo:block id="{@xml:id}" keep-together.within-page="{if (string-length() lt 500) then 'always' else 'auto'}"
        space-before="8pt" border-after-style="solid" border-after-width="0.4pt"
        border-after-color="{$grey}" padding-after="5pt">
      <fo:block role="H2" font-family="hei" font-size="10.5pt" font-weight="bold" keep-with-next.within-page="always"
          color="{if (@subtype = ('verbatim', 'folded')) then '#000000' else $rubric}">{@n}　{head}</fo:block>
      <fo:list-block provisional-distance-between-starts="{if (j:interface(.) = 'zh') then 3 else 6}em" provisional-label-separation="0.5em" font-size="10pt" line-height="16pt">
        <xsl:sequence select="j:side(., 'claim'), j:side(., 'evidence')"/>
      </fo:list-block>
      <xsl:apply-templates select="list"/>
    </fo:block>
  </xsl:template>

  <!-- The words of one side and, after them, where they stand. -->
  <xsl:function name="j:side" as="element(fo:list-item)">
    <xsl:param name="comparison" as="element(div)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="place" as="element(ref)?" select="$comparison/p/ref[@type = $type]"/>
    <fo:list-item space-before="2pt">
      <fo:list-item-label end-indent="label-end()">
        <fo:block font-family="hei" font-size="9pt" color="{$grey}">{j:string($type, j:interface($comparison))}</fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <fo:block font-family="{if ($type = 'claim') then 'kai' else 'song'}" xsl:use-attribute-sets="justified">
          <xsl:apply-templates select="if ($type = 'claim') then $comparison/quote[@type = $type]
              else ($comparison/quote[@type = $type], $comparison/p[last()])[1]"/>
          <xsl:if test="$place">
            <fo:inline font-family="hei" font-size="8pt" color="{$grey}">　<xsl:apply-templates select="$place"/></fo:inline>
          </xsl:if>
        </fo:block>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:function>

  <xsl:template match="div[@type = 'comparison']/quote" priority="2">
    <fo:inline><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <xsl:template match="div[@type = 'comparison']/p" priority="2">
    <fo:inline color="{$grey}" font-size="9pt"><xsl:apply-templates/></fo:inline>
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
        <fo:block id="{@xml:id}" space-before="3pt" text-align="start" start-indent="2em" text-indent="-2em">
          <fo:inline font-family="hei" color="{$grey}">{@n}　</fo:inline>
          <xsl:apply-templates/>
        </fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="TEI[j:is-evidence(.)]//ref">
    <fo:basic-link internal-destination="{j:target(.)}" fox:alt-text="{normalize-space()}"><xsl:apply-templates/></fo:basic-link>
  </xsl:template>

  <!-- The id to which a reference leads. -->
  <xsl:function name="j:target" as="xs:string">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:sequence select="if (contains($ref/@target, '#')) then substring-after($ref/@target, '#') else substring-before($ref/@target, '.xml')"/>
  </xsl:function>

  <!-- Registers: tables of three rules. Columns are as wide as what they hold; the widest has what is left. -->
  <xsl:template match="TEI[j:is-evidence(.)]//table">
    <xsl:variable name="columns" as="xs:integer*" select="j:columns(.)"/>
    <xsl:if test="head">
      <fo:block role="H3" space-before="{j:lines(0.5)}" font-family="hei" font-size="9.5pt" keep-with-next.within-page="always">{head}</fo:block>
    </xsl:if>
    <fo:table table-layout="fixed" width="100%" space-before="2pt" border-before-style="solid" border-before-width.length="0.8pt"
        border-before-width.conditionality="retain" border-after-style="solid" border-after-width="0.8pt" border-collapse="separate" xsl:use-attribute-sets="small">
      <xsl:if test="j:is-interventions(.)"><fo:table-column column-width="3em"/></xsl:if>
      <xsl:variable name="widths" as="xs:decimal*" select="$columns ! j:width(., j:kindred-rows(current()))"/>
      <xsl:for-each select="1 to count($widths)">
        <fo:table-column column-width="{if (. = index-of($widths, max($widths))[1]) then 'proportional-column-width(1)'
            else 1.5 + $widths[current()] || 'em'}"/>
      </xsl:for-each>
      <fo:table-header>
        <xsl:apply-templates select="row[@role = 'label']">
          <xsl:with-param name="columns" select="$columns"/>
          <xsl:with-param name="widest" select="$columns[index-of($widths, max($widths))[1]]"/>
        </xsl:apply-templates>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="row[not(@role = 'label')]"><xsl:with-param name="columns" select="$columns"/></xsl:apply-templates>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:function name="j:is-interventions" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/ancestor::div[@type = 'interventions'])"/>
  </xsl:function>

  <!-- Tables of one kind have columns of one width. -->
  <xsl:function name="j:kindred-rows" as="element(row)+">
    <xsl:param name="table" as="element(table)"/>
    <xsl:sequence select="if (j:is-interventions($table)) then $table/ancestor::div[@type = 'interventions']//row else $table/row"/>
  </xsl:function>

  <!-- The cells of a row but for one over several rows, which becomes a heading above them. -->
  <xsl:function name="j:own-cells" as="element(cell)*">
    <xsl:param name="row" as="element(row)"/>
    <xsl:sequence select="if ($row/@role = 'label' and $row/../row/cell/@rows) then tail($row/cell) else $row/cell[not(@rows)]"/>
  </xsl:function>

  <!-- The columns in which any row says something. -->
  <xsl:function name="j:columns" as="xs:integer*">
    <xsl:param name="table" as="element(table)"/>
    <xsl:sequence select="for $column in 1 to count(j:own-cells($table/row[1])) return
        if ($table/row[not(@role = 'label')] ! j:own-cells(.)[$column] ! normalize-space() != '') then $column else ()"/>
  </xsl:function>

  <!-- The widest cell of a column, in characters, a letter being half of one. -->
  <xsl:function name="j:width" as="xs:decimal">
    <xsl:param name="column" as="xs:integer"/>
    <xsl:param name="rows" as="element(row)+"/>
    <xsl:sequence select="max($rows ! j:own-cells(.)[$column] ! j:shown(.)
        ! ((string-length() + string-length(replace(., '[&#x20;-ӿ]', ''))) div 2))"/>
  </xsl:function>

  <!-- A place in the register of interventions is named as it is cited, not by a long title. -->
  <xsl:function name="j:shown" as="xs:string">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:sequence select="if (j:is-interventions($cell) and $cell/ref) then j:target($cell/ref) else normalize-space($cell)"/>
  </xsl:function>

  <!-- The head that is repeated on a next page says so in its widest column. -->
  <xsl:template match="TEI[j:is-evidence(.)]//row">
    <xsl:param name="columns" as="xs:integer*"/>
    <xsl:param name="widest" as="xs:integer?"/>
    <xsl:variable name="over" as="element(cell)?" select="cell[@rows]"/>
    <xsl:if test="$over and not(@role = 'label')">
      <fo:table-row keep-with-next.within-page="always">
        <fo:table-cell number-columns-spanned="{count($columns)}" padding="4pt 0pt 0pt 0pt">
          <fo:block font-family="hei"><xsl:apply-templates select="$over/node()"/></fo:block>
        </fo:table-cell>
      </fo:table-row>
    </xsl:if>
    <!-- No row is left alone on a page, and none without the heading above it. -->
    <xsl:variable name="goes-on" as="xs:boolean" select="exists(../row/cell/@rows) and exists(following-sibling::row[1][not(cell/@rows)])"/>
    <fo:table-row keep-together.within-page="always" keep-with-next.within-page="{if ($goes-on) then 'always' else 'auto'}"
        keep-with-previous.within-page="{if (position() ge last() - 1) then 'always' else 'auto'}">
      <xsl:if test="j:is-interventions(.)">
        <xsl:variable name="page" as="node()">
          <xsl:choose>
            <xsl:when test="@role = 'label'"><xsl:text>{j:string('column-page', j:interface(.))}</xsl:text></xsl:when>
            <xsl:otherwise><xsl:sequence select="j:page-of((cell/ref)[1])"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:sequence select="j:cell(., $page, j:continuation(.))"/>
      </xsl:if>
      <xsl:variable name="cells" as="element(cell)*" select="j:own-cells(.)"/>
      <xsl:variable name="row" as="element(row)" select="."/>
      <xsl:for-each select="$columns">
        <xsl:apply-templates select="$cells[current()]">
          <xsl:with-param name="marker"
              select="j:continuation($row)[current() eq $columns[1] and not(j:is-interventions($row))]"/>
          <xsl:with-param name="repeated" select="current() = $widest"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </fo:table-row>
  </xsl:template>

  <!-- On the page of its first row a table does not continue, on those after it does. -->
  <xsl:function name="j:continuation" as="element(fo:marker)?">
    <xsl:param name="row" as="element(row)"/>
    <xsl:variable name="before" as="xs:integer" select="count($row/preceding-sibling::row[not(@role = 'label')])"/>
    <xsl:if test="not($row/@role = 'label') and $before le 1">
      <fo:marker marker-class-name="continuation">
        <xsl:if test="$before eq 1">
          <fo:inline j:text="generated" color="{$grey}">{j:string('continuation', j:interface($row))}</fo:inline>
        </xsl:if>
      </fo:marker>
    </xsl:if>
  </xsl:function>

  <!-- Tagged as what tells of pages, which the proof cannot know before there are any. -->
  <xsl:function name="j:page-of" as="element(fo:inline)">
    <xsl:param name="ref" as="element(ref)"/>
    <fo:inline role="Reference"><fo:page-number-citation ref-id="{j:target($ref)}"/></fo:inline>
  </xsl:function>

  <xsl:function name="j:cell" as="element(fo:table-cell)">
    <xsl:param name="row" as="element(row)"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:param name="marker" as="element(fo:marker)?"/>
    <fo:table-cell padding="1pt 6pt 1pt 0pt">
      <xsl:if test="$row/@role = 'label'">
        <xsl:attribute name="border-after-style" select="'solid'"/>
        <xsl:attribute name="border-after-width" select="'0.4pt'"/>
      </xsl:if>
      <xsl:sequence select="$marker"/>
      <fo:block xsl:use-attribute-sets="justified">
        <xsl:if test="$row/@role = 'label'"><xsl:attribute name="font-family" select="'hei'"/></xsl:if>
        <!-- FOP leaves out the tag of a cell without a character. -->
        <xsl:sequence select="if (normalize-space(string-join($content)) or $content/descendant::fo:page-number-citation) then $content
            else '&#xA0;'"/>
      </fo:block>
    </fo:table-cell>
  </xsl:function>

  <xsl:template match="TEI[j:is-evidence(.)]//cell" as="element(fo:table-cell)">
    <xsl:param name="marker" as="element(fo:marker)?"/>
    <xsl:param name="repeated" as="xs:boolean" select="false()"/>
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates/>
      <xsl:if test="$repeated">
        <fo:retrieve-table-marker retrieve-class-name="continuation"
            retrieve-position-within-table="first-including-carryover"/>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="j:cell(.., $content, $marker)"/>
  </xsl:template>

  <xsl:template match="div[@type = 'interventions']//cell/ref" priority="2">
    <fo:basic-link internal-destination="{j:target(.)}" fox:alt-text="{normalize-space()}">{j:target(.)}</fo:basic-link>
  </xsl:template>

  <xsl:template match="TEI[j:is-evidence(.)]//cell/hi">
    <fo:inline color="{$rubric}"><xsl:apply-templates/></fo:inline>
  </xsl:template>
</xsl:stylesheet>
