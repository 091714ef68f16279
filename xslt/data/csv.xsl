<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables for spreadsheets: RFC 4180, with a byte order mark so that they see it is UTF-8. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    expand-text="yes" exclude-result-prefixes="#all">

  <!-- The catalog: a row for each document. -->
  <xsl:function name="j:csv" as="xs:string">
    <xsl:param name="documents" as="map(*)*"/>
    <xsl:variable name="head" as="xs:string+"
        select="'id', 'date', 'kind', 'title', 'parties', 'sent', 'received', 'sources', 'paragraphs', 'html', 'tei'"/>
    <xsl:variable name="rows" as="xs:string*" select="$documents ! j:csv-row((
        string(?id), string(?date), string(?kindLabel), string(?title), string-join(?parties?*?name, '; '),
            string-join(?sent?*?name, '; '),
        string-join(?received?*?name, '; '), string-join(?sources?*?note, '; '), string(count(?paragraphs?*)),
            string(?files?html), string(?files?tei)))"/>
    <xsl:sequence select="j:csv-table((j:csv-row($head), $rows))"/>
  </xsl:function>

  <xsl:function name="j:csv-table" as="xs:string">
    <xsl:param name="rows" as="xs:string*"/>
    <xsl:sequence select="'&#xFEFF;' || string-join($rows ! (. || '&#13;&#10;'))"/>
  </xsl:function>

  <!-- A cell that a spreadsheet could take for a formula begins with an apostrophe. -->
  <xsl:function name="j:csv-row" as="xs:string">
    <xsl:param name="cells" as="xs:string*"/>
    <xsl:sequence select="string-join($cells ! (if (matches(., '^[=+@\-]')) then '''' || . else .)
        ! (if (matches(., '[&quot;,\r\n]')) then '&quot;' || replace(., '&quot;', '&quot;&quot;') || '&quot;' else .), ',')"/>
  </xsl:function>
</xsl:stylesheet>
