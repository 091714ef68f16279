<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures of pages: where TEI says that they are. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The addresses of the pictures of a page, as far as they can be opened. -->
  <xsl:function name="j:facsimiles" as="xs:string*">
    <xsl:param name="break" as="element()"/>
    <xsl:for-each select="tokenize($break/@facs)">
      <xsl:variable name="named" as="element()*"
          select="key('id', substring-after(., '#'), root($break))[starts-with(current(), '#')]"/>
      <xsl:variable name="graphic" as="element()?" select="($named/descendant-or-self::graphic)[1]"/>
      <xsl:sequence
          select="(if (starts-with(., '#')) then $graphic ! j:picture(@url, .) else j:picture(., j:facsimile-base($break)))
          [matches(., '^https?://[^/]')]"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What a page's pictures are relative to: the file's facsimile where it has one, else the place of the break. -->
  <xsl:function name="j:facsimile-base" as="element()">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="(root($break)/TEI/facsimile[ancestor-or-self::*/@xml:base], $break)[1]"/>
  </xsl:function>

  <!-- An address without the end of a file's name is a service of pictures (IIIF): it is asked for the whole one. -->
  <xsl:function name="j:picture" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="bases" as="xs:string*" select="($from/ancestor-or-self::*/@xml:base) ! string()"/>
    <xsl:variable name="whole" as="xs:string?" select="fold-left(($bases, $address), (), j:resolved#2)"/>
    <xsl:variable name="service" as="xs:string" select="replace($whole, '/info\.json$|/$', '')"/>
    <xsl:sequence select="if (matches($service, '/[^/]*\.[A-Za-z0-9]+$|[?#]') or not(matches($service, '^https?://[^/]+/.')))
        then $whole else $service || '/full/max/0/default.jpg'"/>
  </xsl:function>

  <xsl:function name="j:resolved" as="xs:string?">
    <xsl:param name="base" as="xs:string?"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="if (matches($base, '^https?:')) then string(resolve-uri($address, $base)) else $address"/>
  </xsl:function>
</xsl:stylesheet>
