<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI file in, one small catalog record out: what the file is, what it defines, what it points to. -->
<xsl:package name="urn:jilu:catalog" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="catalog" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="catalog" visibility="public" on-no-match="shallow-skip"/>
  <xsl:mode name="pointers" on-no-match="fail"/>
  <xsl:mode name="words" on-no-match="shallow-skip"/>
  <xsl:output method="xml" indent="no"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="catalog/evidence.xsl"/>
  <xsl:include href="catalog/mentions.xsl"/>

  <!-- The file's path inside the edition's tei folder, with forward slashes. -->
  <xsl:param name="file" as="xs:string" required="yes"/>

  <!-- Whether what the pages need is wanted too, or only what the checks compare. -->
  <xsl:param name="whole" as="xs:boolean" select="true()"/>

  <xsl:template match="/">
    <j:record file="{$file}" id="{*/@xml:id}" role="{j:role(*)}" xml:lang="{(*/@xml:lang, 'und')[1]}">
      <xsl:sequence select="j:page(*), j:matter(*)"/>
      <xsl:apply-templates select="*/teiHeader"/>
      <xsl:if test="j:role(*) = 'edition'"><j:header><xsl:copy-of copy-namespaces="no" select="*/teiHeader/(fileDesc/(titleStmt/respStmt
          | editionStmt | publicationStmt) | encodingDesc)"/></j:header></xsl:if>
      <j:head><xsl:copy-of select="*/text/body/head" copy-namespaces="no"/></j:head>
      <xsl:sequence select="//xi:include ! j:include(.)"/>
      <xsl:sequence select="//@target[matches(., '^[^#:]+$')] ! j:resource(.)"/>
      <xsl:sequence select="//*[@xml:id] ! j:definition(.)"/>
      <xsl:sequence select="//(person | personGrp | place | org | event)[@xml:id] ! j:called(.)"/>
      <xsl:apply-templates select="j:pointing(.)" mode="pointers"/>
      <xsl:if test="$whole"><xsl:sequence select="j:for-pages(.)"/></xsl:if>
    </j:record>
  </xsl:template>

  <xsl:function name="j:for-pages" as="element()*">
    <xsl:param name="file" as="document-node()"/>
    <xsl:for-each select="$file">
      <xsl:sequence select="j:mentions(*/text)"/>
      <xsl:sequence select="//(standOff//(person | personGrp | place | org | event | bibl) | respStmt | category
          | rendition | sourceDesc//bibl)[@xml:id] ! j:entry(.)"/>
      <xsl:apply-templates select="*/text, */teiHeader/fileDesc/sourceDesc//note" mode="interventions"/>
      <xsl:sequence select="*/teiHeader[not(../text/group)]/fileDesc/sourceDesc//bibl[@corresp or @copyOf] ! j:source(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="fileDesc/titleStmt/title">
    <j:title type="{(@type, 'main')[1]}">
      <xsl:copy-of select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
      <xsl:text>{normalize-space()}</xsl:text>
    </j:title>
  </xsl:template>

  <xsl:template match="creation/date[@when]">
    <j:date when="{@when}"/>
  </xsl:template>

  <xsl:template match="editionStmt/edition/date[@when castable as xs:date]">
    <j:date when="{@when}"/>
  </xsl:template>

  <!-- The text from which the edition was made, against which it can be proven. -->
  <xsl:template match="sourceDesc//bibl[@type = 'transcript']">
    <xsl:for-each select=".//ref[@target][1]"><j:transcript href="{j:inside($file, @target)}" path="{path()}"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="textClass/catRef">
    <j:kind target="{@target}"/>
  </xsl:template>

  <!-- An edition orders texts; a register defines people and things; all else is a document. -->
  <xsl:function name="j:role" as="xs:string">
    <xsl:param name="root" as="element()"/>
    <xsl:sequence select="if (exists($root/text/group)) then 'edition'
        else if (exists($root/standOff) and empty($root/text)) then 'register'
        else 'document'"/>
  </xsl:function>

  <!-- Where its page stands in the site; a list of publications has none of its own. -->
  <xsl:function name="j:page" as="attribute(page)?">
    <xsl:param name="root" as="element()"/>
    <xsl:choose>
      <xsl:when test="j:role($root) eq 'edition'"><xsl:attribute name="page" select="'index.html'"/></xsl:when>
      <xsl:when test="j:role($root) eq 'document'">
        <xsl:attribute name="page" select="'documents/' || $root/@xml:id || '.html'"/>
      </xsl:when>
      <xsl:when test="exists($root/standOff//(person | personGrp | place | org | event))">
        <xsl:attribute name="page" select="$root/@xml:id || '.html'"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The edition's own words before and after the documents stand on one page. -->
  <xsl:function name="j:matter" as="attribute(matter)?">
    <xsl:param name="root" as="element()"/>
    <xsl:if test="j:role($root) eq 'edition' and exists($root/text/(front/(* except titlePage) | back/*))">
      <xsl:attribute name="matter" select="'preface.html'"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="j:include" as="element(j:include)">
    <xsl:param name="include" as="element(xi:include)"/>
    <j:include href="{j:inside($file, $include/@href)}" path="{path($include)}"/>
  </xsl:function>

  <!-- A file beside the TEI, named by a relative reference: it is published with it. -->
  <xsl:function name="j:resource" as="element(j:resource)">
    <xsl:param name="target" as="attribute(target)"/>
    <j:resource href="{j:inside($file, $target)}" path="{path($target/..)}"/>
  </xsl:function>

  <xsl:function name="j:definition" as="element(j:id)">
    <xsl:param name="element" as="element()"/>
    <j:id name="{$element/@xml:id}" is="{local-name($element)}" path="{path($element)}"/>
  </xsl:function>

  <!-- By which names a register knows whom or what it defines. -->
  <xsl:function name="j:called" as="element(j:called)">
    <xsl:param name="entry" as="element()"/>
    <j:called name="{$entry/@xml:id}">
      <xsl:for-each select="$entry/(persName | placeName | orgName | name | label)">
        <j:name>{normalize-space()}</j:name>
      </xsl:for-each>
    </j:called>
  </xsl:function>

  <!-- What other documents may have to copy, whole. -->
  <xsl:function name="j:entry" as="element(j:entry)">
    <xsl:param name="element" as="element()"/>
    <j:entry name="{$element/@xml:id}"><xsl:copy-of select="$element" copy-namespaces="no"/></j:entry>
  </xsl:function>

  <!-- The TEI attributes of datatype teidata.pointer that this profile uses: to look for their names costs a third of
       what it costs to ask each attribute. -->
  <xsl:function name="j:pointing" as="attribute()*">
    <xsl:param name="file" as="document-node()"/>
    <xsl:sequence select="$file//tei:*/(@ref | @who | @source | @resp | @target | @corresp | @sameAs | @copyOf
        | @rendition | @next | @prev) | $file//catRef/@scheme"/>
  </xsl:function>

  <xsl:template mode="pointers" match="@*" priority="-1">
    <xsl:sequence select="j:pointers(., '')"/>
  </xsl:template>

  <xsl:template mode="pointers" match="@who | persName/@ref | rs[@type = 'person']/@ref | person/@sameAs
      | personGrp/@sameAs">
    <xsl:sequence select="j:pointers(., 'person personGrp org')"/>
  </xsl:template>

  <xsl:template mode="pointers" match="placeName/@ref | place/@sameAs">
    <xsl:sequence select="j:pointers(., 'place')"/>
  </xsl:template>

  <xsl:template mode="pointers" match="orgName/@ref | org/@sameAs">
    <xsl:sequence select="j:pointers(., 'org personGrp')"/>
  </xsl:template>

  <xsl:template mode="pointers" match="name[@type = 'treaty']/@ref | event/@sameAs">
    <xsl:sequence select="j:pointers(., 'event')"/>
  </xsl:template>

  <xsl:template mode="pointers" match="bibl/@corresp | bibl/@copyOf">
    <xsl:sequence select="j:pointers(., 'bibl biblStruct')"/>
  </xsl:template>

  <!-- What has words of its own, or is a publication that has. -->
  <xsl:variable name="j:sources" as="xs:string" static="yes" select="string-join(('TEI', 'p', 'sp', 'item', 'bibl',
      'note', 'div', 'quote', 'q', 'said', 'ab', 'l', 'lg', 'list', 'head', 'dateline', 'opener', 'closer', 'salute',
      'signed', 'table', 'row', 'cell', 'seg', 'cit', 'floatingText', 'text', 'body', 'biblStruct'), ' ')"/>

  <xsl:template mode="pointers" match="@source">
    <xsl:sequence select="j:pointers(., $j:sources)"/>
  </xsl:template>

  <xsl:template mode="pointers" match="@resp">
    <xsl:sequence select="j:pointers(., 'respStmt person org')"/>
  </xsl:template>

  <xsl:template mode="pointers" match="@rendition">
    <xsl:sequence select="j:pointers(., 'rendition')"/>
  </xsl:template>

  <xsl:template mode="pointers" match="catRef/@target">
    <xsl:sequence select="j:pointers(., 'category')"/>
  </xsl:template>

  <xsl:template mode="pointers" match="catRef/@scheme">
    <xsl:sequence select="j:pointers(., 'taxonomy')"/>
  </xsl:template>

  <!-- One record per pointer: an attribute may hold several, set apart by spaces. Addresses on the web and files
       beside the TEI are none. -->
  <xsl:function name="j:pointers" as="element(j:pointer)*">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:param name="expects" as="xs:string"/>
    <xsl:for-each select="tokenize($attribute)[not(matches(., '^[a-z][a-z0-9+.\-]+:', 'i'))]
        [contains(., '#') or name($attribute) ne 'target']">
      <j:pointer target="{.}" attribute="{name($attribute)}" expects="{$expects}" path="{path($attribute/..)}">
        <xsl:apply-templates select="$attribute" mode="words"/>
      </j:pointer>
    </xsl:for-each>
  </xsl:function>

  <!-- The words by which the text names the one that is pointed to. -->
  <xsl:template mode="words"
      match="(persName | placeName | orgName | name[@type = 'treaty'])/@ref[not(contains(., ' '))]">
    <xsl:attribute name="words" select="normalize-space(..)"/>
  </xsl:template>

  <xsl:template mode="words" match="sp/@who[not(contains(., ' '))]">
    <xsl:attribute name="words" select="normalize-space(../speaker[1])"/>
  </xsl:template>
</xsl:package>
