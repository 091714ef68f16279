<?xml version="1.0" encoding="UTF-8"?>
<!-- RIS, as reference managers import it: slashes part the day, so years in doubt have a dash; the kind of document is a keyword,
     since Zotero takes M3 of a chapter for a DOI. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="data" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:ris" as="xs:string">
    <xsl:param name="csl" as="map(*)"/>
    <xsl:sequence select="string-join(($csl, $csl?custom?sources?*) ! j:ris-entry(.), '&#13;&#10;')"/>
  </xsl:function>

  <xsl:function name="j:ris-entry" as="xs:string">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="pages" as="xs:string*" select="tokenize($item?page, '–')"/>
    <xsl:variable name="lines" as="xs:string*" select="
        'TY  - ' || (map{'chapter': 'CHAP', 'article-journal': 'JOUR'}($item?type), 'BOOK')[1],
        $item?author?* ! ('AU  - ' || j:csl-name(.)),
        'TI  - ' || $item?title,
        $item?title-short ! ('ST  - ' || .),
        $item?container-title ! ('T2  - ' || .),
        $item?editor?* ! ('ED  - ' || j:csl-name(.)),
        $item?issued ! (if (exists(.?literal)) then 'PY  - ' || translate(.?literal, '/', '–')
            else ('PY  - ' || substring(j:csl-when(.), 1, 4), 'DA  - ' || translate(j:csl-when(.), '-', '/'))),
        $item?volume ! ('VL  - ' || .),
        $item?issue ! ('IS  - ' || .),
        $pages[1] ! ('SP  - ' || .),
        $pages[2] ! ('EP  - ' || .),
        $item?version ! ('ET  - ' || .),
        $item?publisher ! ('PB  - ' || .),
        $item?publisher-place ! ('CY  - ' || .),
        $item?genre ! ('KW  - ' || .),
        'LA  - ' || $item?language,
        $item?URL ! ('UR  - ' || .),
        $item?note ! ('N1  - ' || .),
        'ID  - ' || $item?id,
        'ER  - '"/>
    <xsl:sequence select="string-join($lines ! (. || '&#13;&#10;'))"/>
  </xsl:function>
</xsl:stylesheet>
