<?xml version="1.0" encoding="UTF-8"?>
<!-- In a source file "#id" means that id wherever the edition defines it. In a standalone file it has to be a true
     reference: left as it is when the target is copied in, and made "file.xml#id" when it stands in another file. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="standalone" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="@source | @target[not(parent::catRef)] | @next | @prev | @copyOf | div//@corresp">
    <xsl:variable name="self" as="xs:string" select="j:home(.)"/>
    <xsl:attribute name="{name()}" select="tokenize(.) ! j:href(., $self)"/>
  </xsl:template>

  <!-- A source shared with another document: its words come with it, and where they stand is kept. -->
  <xsl:template match="bibl[@copyOf]">
    <xsl:variable name="original" as="element()?" select="key('entry', j:ids(@copyOf), $catalog)/*"/>
    <bibl>
      <xsl:apply-templates select="@* except @corresp, $original/(@* except (@xml:id, @type)), $original/node()"/>
    </bibl>
  </xsl:template>

  <!-- The document from which a node comes: its own, or that of the catalog record it was copied from. -->
  <xsl:function name="j:home" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="string(($node/ancestor::j:record/@id, root($node)/*/@xml:id)[1])"/>
  </xsl:function>

  <xsl:function name="j:href" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="self" as="xs:string"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($pointer, '#')"/>
    <xsl:variable name="file" as="xs:string?"
        select="key('definition', $id, $catalog)[1]/ancestor::j:record/@id"/>
    <xsl:sequence select="
        if (not(contains($pointer, '#')) and not(matches($pointer, '^[A-Za-z][A-Za-z0-9+.\-]*:')))
        then j:inside(key('record', $self, $catalog)/@file, $pointer)
        else if (not(starts-with($pointer, '#')) or empty($file) or $file = $self) then $pointer
        else if ($file = $id) then $file || '.xml'
        else $file || '.xml#' || $id"/>
  </xsl:function>
</xsl:stylesheet>
