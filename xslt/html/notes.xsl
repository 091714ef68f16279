<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes stand where they are called: nothing has to be looked up. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="note">
    <xsl:element name="{if (j:is-block(.)) then 'div' else 'span'}">
      <xsl:sequence select="j:attributes(., 'note')"/>
      <xsl:if test="empty(ancestor::head)"><xsl:attribute name="role" select="'note'"/></xsl:if>
      <xsl:sequence select="j:opening(., 'note')"/>
      <xsl:apply-templates/>
      <xsl:sequence select="j:closing(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- Editors' marks around what is set among the words of the text. -->
  <xsl:function name="j:opening" as="element(h:span)" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="key" as="xs:string?"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($node)"/>
    <span class="mark" data-text="generated">
      <xsl:value-of select="j:string('open-bracket', $lang), $key ! (j:string(., $lang) || j:string('colon', $lang))" separator=""/>
      <xsl:if test="$node/self::note/@n">{$node/@n} </xsl:if>
    </span>
  </xsl:function>

  <xsl:function name="j:closing" as="element(h:span)" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="node" as="node()"/>
    <span class="mark" data-text="generated">{j:string('close-bracket', j:interface($node))}</span>
  </xsl:function>
</xsl:stylesheet>
