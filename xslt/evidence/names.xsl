<?xml version="1.0" encoding="UTF-8"?>
<!-- How places in the edition are named and reached. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="j:record" match="j:record" use="@id"/>
  <xsl:key name="j:entry" match="j:entry" use="@name"/>

  <xsl:key name="j:definition" match="j:id" use="@name"/>

  <!-- Those with a page: people first, then places, bodies, events. -->
  <xsl:variable name="registers" as="element(j:record)*" select="sort($catalog/*/j:record[@role = 'register'][@page], (),
      function($r) { index-of(('person', 'personGrp', 'place', 'org', 'event'), ($r/j:entry/*/local-name())[1]) })"/>

  <!-- The ways to them, by title. -->
  <xsl:variable name="register-items" as="element(relatedItem)*">
    <xsl:for-each select="$catalog/*/j:record[@matter]">
      <relatedItem type="preface"><ref target="{@id}.xml"/></relatedItem>
    </xsl:for-each>
    <xsl:for-each select="$registers ! j:title">
      <relatedItem type="register"><ref target="{../@id}.xml" xml:lang="{@xml:lang}">{.}</ref></relatedItem>
    </xsl:for-each>
  </xsl:variable>

  <!-- Outcomes and kinds in the order in which a reader meets them. -->
  <xsl:variable name="j:outcomes" as="xs:string+" select="'verbatim', 'folded', 'omitting-marked', 'omitting', 'altered',
      'elsewhere', 'no-evidence', 'not-found'"/>
  <xsl:variable name="j:kinds" as="xs:string+" select="'omission', 'speaker', 'insertion', 'emphasis', 'joined', 'irregular'"/>

  <xsl:variable name="j:edition" as="element(j:record)?" select="$catalog/*/j:record[@role = 'edition'][1]"/>
  <xsl:variable name="j:own-lang" as="xs:string" select="if (tokenize($j:edition/@xml:lang, '-')[1] = 'zh') then 'zh' else 'en'"/>
  <xsl:variable name="j:lang" as="xs:string" select="($interface, $j:own-lang)[1]"/>
  <xsl:variable name="j:tag" as="xs:string" select="if ($j:lang eq 'en') then 'en'
      else if ($j:own-lang eq 'zh') then string($j:edition/@xml:lang) else 'zh-Hans'"/>

  <!-- The file of the edition in which an id stands, as a pointer into its standalone TEI. -->
  <xsl:function name="j:pointer" as="xs:string">
    <xsl:param name="document" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$document || '.xml' || (if ($id = ('', $document)) then '' else '#' || $id)"/>
  </xsl:function>

  <!-- A place in words: a document by date and title, a part of the edition's own file by its name; then the paragraph. -->
  <xsl:function name="j:place" as="xs:string">
    <xsl:param name="document" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="string-join((j:text-name($document, $id), j:paragraph-name($id)), ' ')"/>
  </xsl:function>

  <xsl:function name="j:text-name" as="xs:string">
    <xsl:param name="document" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="record" as="element(j:record)?" select="key('j:record', $document, $catalog)[1]"/>
    <xsl:variable name="part" as="xs:string" select="tokenize($id, '\.')[1]"/>
    <xsl:sequence select="if ($record/@role = 'edition' and $part = ('preface', 'colophon')) then j:string($part, $j:lang)
        else string-join(($record/j:date[1]/@when ! j:date(., $j:lang), ($record/j:title[@type ne 'sub'], $document)[1]), ' ')"/>
  </xsl:function>

  <xsl:function name="j:paragraph-name" as="xs:string?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="analyze-string($id, '\.([pi])([0-9]+)$')/*:match
        ! j:string('place-' || *:group[1], $j:lang, *:group[2])"/>
  </xsl:function>

  <!-- Who did it, by name, where the encoding says so. -->
  <xsl:function name="j:responsible" as="xs:string">
    <xsl:param name="ids" as="xs:string"/>
    <xsl:variable name="names" as="xs:string*" select="tokenize($ids)
        ! normalize-space((key('j:entry', ., $catalog)/*/(orgName, persName, name)[1], .)[1])"/>
    <xsl:sequence select="if (exists($names)) then string-join($names, j:string('separator', $j:lang))
        else j:string('by-unknown', $j:lang)"/>
  </xsl:function>
</xsl:stylesheet>
