<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates of W3C form, whole or in part, in words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:variable name="j:months" as="xs:string+" select="'January', 'February', 'March', 'April', 'May', 'June', 'July',
      'August', 'September', 'October', 'November', 'December'"/>

  <xsl:function name="j:date" as="xs:string">
    <xsl:param name="when" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="parts" as="xs:integer*" select="tokenize($when, '-')[j:is-date($when)] ! xs:integer(.)"/>
    <xsl:sequence select="if (not(j:is-date($when))) then $when
        else if ($lang eq 'zh') then string-join(for-each-pair($parts, ('年', '月', '日'), function($n, $unit) { $n || $unit }))
        else string-join(($parts[3], $j:months[$parts[2]], $parts[1]), ' ')"/>
  </xsl:function>

  <!-- A year, a month of a year or a day, as HTML's time element takes them too. -->
  <xsl:function name="j:is-date" as="xs:boolean">
    <xsl:param name="when" as="xs:string?"/>
    <xsl:sequence select="matches($when, '^[0-9]{4}$') or $when castable as xs:gYearMonth and matches($when, '^[0-9]{4}-[0-9]{2}$')
        or $when castable as xs:date and matches($when, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')"/>
  </xsl:function>
</xsl:stylesheet>
