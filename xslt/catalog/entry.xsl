<?xml version="1.0" encoding="UTF-8"?>
<!-- What a file is for, and where its page stands in the site. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- An edition orders texts; a register defines people and things; all else is a document. -->
  <xsl:function name="j:role" as="xs:string">
    <xsl:param name="root" as="element()"/>
    <xsl:sequence select="if (exists($root/text/group)) then 'edition'
        else if (exists($root/standOff) and empty($root/text)) then 'register'
        else 'document'"/>
  </xsl:function>

  <!-- A list of publications has no page of its own. -->
  <xsl:function name="j:page" as="xs:string?">
    <xsl:param name="root" as="element()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:sequence select="
        if ($role eq 'edition') then 'index.html'
        else if ($role eq 'document') then 'documents/' || $root/@xml:id || '.html'
        else if (exists($root/standOff//(person | personGrp | place | org | event))) then $root/@xml:id || '.html'
        else ()"/>
  </xsl:function>

  <!-- The edition's own words before and after the documents stand on one page. -->
  <xsl:function name="j:matter" as="xs:string?">
    <xsl:param name="root" as="element()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:sequence select="'preface.html'[$role eq 'edition'
        and exists($root/text/(front/(* except titlePage) | back/*))]"/>
  </xsl:function>
</xsl:stylesheet>
