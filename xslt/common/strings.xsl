<?xml version="1.0" encoding="UTF-8"?>
<!-- The words that the program adds, in the language of the edition. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    exclude-result-prefixes="#all">

  <xsl:variable name="strings" as="map(xs:string, map(xs:string, xs:string))" select="map{
      'contents': map{'zh': '目录', 'en': 'Contents'},
      'preface': map{'zh': '序', 'en': 'Preface'},
      'colophon': map{'zh': '出版说明', 'en': 'Colophon'},
      'section': map{'zh': '正文', 'en': 'Section'},
      'sources': map{'zh': '来源', 'en': 'Sources'},
      'editorialDecl': map{'zh': '编辑体例', 'en': 'Editorial principles'},
      'availability': map{'zh': '权利说明', 'en': 'Rights'},
      'identifier': map{'zh': '编号', 'en': 'identifier'}
    }"/>

  <xsl:function name="j:string" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="word" as="map(xs:string, xs:string)?" select="$strings($key)"/>
    <xsl:sequence select="if (exists($word)) then ($word(substring-before($lang || '-', '-')), $word('en'))[1] else $key"/>
  </xsl:function>
</xsl:stylesheet>
