<?xml version="1.0" encoding="UTF-8"?>
<!-- Maps and arrays as JSON. Keys are written in the order that a reader expects, so that two runs give the same bytes. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    exclude-result-prefixes="#all">

  <xsl:variable name="j:keys" as="xs:string*" select="tokenize('$schema @context @id @type id type name title title-short label
      file address kind author recipient editor translator container-title original-date issued date edition version volume issue
      page publisher publisher-place collection-title collection-number genre archive archive_location language URL note
      custom features geometry coordinates properties')"/>

  <!-- The folder of data stands by itself and in the site. -->
  <xsl:variable name="j:data-folders" as="xs:string+" select="'data/', 'html/data/'"/>

  <!-- From there, the way to the site. -->
  <xsl:function name="j:site-from-data" as="xs:string">
    <xsl:param name="folder" as="xs:string"/>
    <xsl:sequence select="if (starts-with($folder, 'html/')) then '../' else '../html/'"/>
  </xsl:function>

  <xsl:function name="j:to-json" as="xs:string">
    <xsl:param name="value" as="item()?"/>
    <xsl:sequence select="j:to-json($value, '&#10;') || '&#10;'"/>
  </xsl:function>

  <xsl:function name="j:to-json" as="xs:string">
    <xsl:param name="value" as="item()?"/>
    <xsl:param name="break" as="xs:string"/>
    <xsl:variable name="inner" as="xs:string" select="$break || '  '"/>
    <xsl:choose>
      <xsl:when test="$value instance of map(*)">
        <xsl:variable name="keys" as="xs:anyAtomicType*"
            select="sort(map:keys($value), (), function($k) { (format-integer((index-of($j:keys, $k), 999)[1], '000'), string($k)) })"/>
        <xsl:sequence select="if (empty($keys)) then '{}' else '{' || $inner
            || string-join($keys ! (j:json-string(string(.)) || ': ' || j:to-json($value(.), $inner)), ',' || $inner) || $break || '}'"/>
      </xsl:when>
      <xsl:when test="$value instance of array(*)">
        <xsl:sequence select="if (array:size($value) eq 0) then '[]'
            else if (every $item in $value?* satisfies $item instance of xs:numeric) then '[' || string-join($value?*, ', ') || ']'
            else '[' || $inner || string-join($value?* ! j:to-json(., $inner), ',' || $inner) || $break || ']'"/>
      </xsl:when>
      <xsl:when test="empty($value)">null</xsl:when>
      <xsl:when test="$value instance of xs:boolean or $value instance of xs:numeric">
        <xsl:sequence select="string($value)"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="j:json-string(string($value))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="j:json-string" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(serialize($text, map{'method': 'json'}), '\\/', '/')"/>
  </xsl:function>

  <!-- A map of those of its keys that have a value. -->
  <xsl:function name="j:map" as="map(*)">
    <xsl:param name="entries" as="map(*)*"/>
    <xsl:sequence select="map:merge($entries ! (for $m in ., $k in map:keys($m) return if (exists($m($k))) then map:entry($k, $m($k)) else ()))"/>
  </xsl:function>
</xsl:stylesheet>
