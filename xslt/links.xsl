<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI file in, what can be compared with other files out, as a map: what the file is, what it defines, what it
     points to. Of a place the node itself is given, which knows where it stands. -->
<xsl:package name="urn:jilu:links" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="links" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="links" visibility="public" on-no-match="fail"/>
  <xsl:mode name="pointers" on-no-match="fail"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="catalog/entry.xsl"/>

  <!-- The file's path inside the edition's tei folder, with forward slashes. -->
  <xsl:param name="file" as="xs:string" required="yes"/>

  <!-- Of an include that lacks its prefix or whose href is misspelt is told elsewhere. -->
  <xsl:template match="/" as="map(*)">
    <xsl:variable name="role" as="xs:string" select="j:role(*)"/>
    <xsl:sequence select="map {
        'id': string(*/@xml:id),
        'role': $role,
        'page': j:page(*, $role),
        'matter': j:matter(*, $role),
        'ids': //@xml:id,
        'names': //(person | personGrp | place | org | event)[@xml:id]/(persName | placeName | orgName | name | label)
            | //bibl[@xml:id][not(ancestor::sourceDesc)]/title,
        'includes': //(xi:include | include)/(@href, @*[ends-with(., '.xml')])[1] ! j:file(.),
        'letters': */teiHeader/profileDesc/correspDesc ! j:letter(.),
        'headed': */teiHeader/fileDesc/titleStmt/title[not(@type) or @type eq 'main'][1] ! j:headed(.),
        'kinds': */teiHeader/encodingDesc/classDecl/taxonomy//category[@xml:id] ! j:kind(.),
        'classed': */teiHeader/profileDesc/textClass/catRef/@target ! j:classed(.),
        'paraphrases': //rs/@ref,
        'resources': //@target[matches(., '^[^#:]+$')] ! j:file(.),
        'pointers': j:pointers(.) }"/>
  </xsl:template>

  <!-- A reference to a file of the edition, or to one beside the TEI that is published with it. -->
  <xsl:function name="j:file" as="map(*)">
    <xsl:param name="reference" as="attribute()"/>
    <xsl:sequence select="map { 'attribute': $reference, 'href': j:inside($file, $reference) }"/>
  </xsl:function>

  <!-- A letter of one sender, or several who write together, whose title may say who wrote to whom. -->
  <xsl:function name="j:letter" as="map(*)?">
    <xsl:param name="letter" as="element(correspDesc)"/>
    <xsl:variable name="sent" as="element()*" select="$letter/correspAction[@type = 'sent']"/>
    <xsl:variable name="received" as="element()*" select="$letter/correspAction[@type = 'received']"/>
    <xsl:variable name="titles" as="element()*"
        select="$letter/../../fileDesc/titleStmt/title[matches(., '[致给給复復覆]|\sto\s')]"/>
    <xsl:variable name="body" as="element()*" select="$letter/../../../text/body/(., div[last() eq 1])"/>
    <xsl:if test="exists($titles) and count($sent) eq 1 and count($received) eq 1">
      <xsl:sequence select="map { 'place': $sent, 'titles': $titles,
          'heads': $letter/../../../text/body/head, 'senders': $sent/(persName | orgName)/@ref,
          'addressees': $received/(persName | orgName)/@ref,
          'signing': $body/closer/signed/(persName | orgName)/@ref,
          'greeted': $body/opener/salute/(persName | orgName)/@ref }"/>
    </xsl:if>
  </xsl:function>

  <!-- The title of a document in its header, and how its text is headed. -->
  <xsl:function name="j:headed" as="map(*)?">
    <xsl:param name="title" as="element(title)"/>
    <xsl:variable name="heads" as="element()*" select="$title/../../../../text/body/(., div[last() eq 1])/head
        [not(@type) or @type = ('title', 'main')]"/>
    <xsl:if test="exists($heads)">
      <xsl:sequence select="map { 'title': $title, 'heads': $heads }"/>
    </xsl:if>
  </xsl:function>

  <!-- A kind of document, with what it is called, and the list it is in. -->
  <xsl:function name="j:kind" as="map(*)">
    <xsl:param name="kind" as="element(category)"/>
    <xsl:sequence select="map { 'id': string($kind/@xml:id), 'list': string($kind/ancestor::taxonomy[last()]/@xml:id),
        'names': $kind/catDesc }"/>
  </xsl:function>

  <!-- The kind that a header gives to a document, with the subtitles, which may name another. -->
  <xsl:function name="j:classed" as="map(*)?">
    <xsl:param name="kind" as="attribute()"/>
    <xsl:variable name="subtitles" as="element()*" select="$kind/../../../../(fileDesc/titleStmt/title, ../text/body/head)
        [@type = 'sub']"/>
    <xsl:if test="exists($subtitles)">
      <xsl:sequence select="map { 'kind': $kind, 'subtitles': $subtitles }"/>
    </xsl:if>
  </xsl:function>

  <!-- The TEI attributes of datatype teidata.pointer that this profile uses, each followed by the kinds of elements to
       which it may point, and by the element whose words name that. To look for their names costs a third of what it
       costs to ask each attribute, and less than to ask each element for its namespace; a map for each pointer would
       cost more than all the rest. -->
  <xsl:function name="j:pointers" as="item()*">
    <xsl:param name="file" as="document-node()"/>
    <xsl:apply-templates mode="pointers" select="$file//*/(@ref | @who | @source | @resp | @target | @corresp
        | @sameAs | @copyOf | @rendition | @next | @prev | @scheme)[parent::tei:*]"/>
  </xsl:function>

  <xsl:template mode="pointers" match="@*" priority="-1">
    <xsl:sequence select="., ''"/>
  </xsl:template>

  <!-- The scheme of a category; others name no element. -->
  <xsl:template mode="pointers" match="@scheme"/>

  <xsl:template mode="pointers" match="@who | rs[@type = 'person']/@ref | personGrp/@sameAs">
    <xsl:sequence select="., 'person personGrp org'"/>
  </xsl:template>

  <xsl:template mode="pointers" match="person/@sameAs">
    <xsl:sequence select="., 'person personGrp'"/>
  </xsl:template>

  <xsl:template mode="pointers" match="sp/@who" priority="1">
    <xsl:sequence select="., 'person personGrp org', ../speaker[1]"/>
  </xsl:template>

  <xsl:template mode="pointers" match="persName/@ref">
    <xsl:sequence select="., 'person personGrp org', .."/>
  </xsl:template>

  <xsl:template mode="pointers" match="placeName/@ref">
    <xsl:sequence select="., 'place', .."/>
  </xsl:template>

  <xsl:template mode="pointers" match="place/@sameAs">
    <xsl:sequence select="., 'place'"/>
  </xsl:template>

  <xsl:template mode="pointers" match="orgName/@ref">
    <xsl:sequence select="., 'org personGrp', .."/>
  </xsl:template>

  <xsl:template mode="pointers" match="org/@sameAs">
    <xsl:sequence select="., 'org personGrp'"/>
  </xsl:template>

  <xsl:template mode="pointers" match="name[@type = 'treaty']/@ref">
    <xsl:sequence select="., 'event', .."/>
  </xsl:template>

  <xsl:template mode="pointers" match="event/@sameAs">
    <xsl:sequence select="., 'event'"/>
  </xsl:template>

  <xsl:template mode="pointers" match="bibl/@copyOf">
    <xsl:sequence select="., 'bibl biblStruct'"/>
  </xsl:template>

  <!-- Of an article the title of the journal it is in. -->
  <xsl:template mode="pointers" match="bibl/@corresp">
    <xsl:sequence select="., 'bibl biblStruct', (../title[not(@level = 'a')], ../title)[1]"/>
  </xsl:template>

  <!-- What has words of its own, or is a publication that has. -->
  <xsl:variable name="j:sources" as="xs:string" static="yes" select="string-join(('TEI', 'p', 'sp', 'item', 'bibl',
      'note', 'div', 'quote', 'q', 'said', 'ab', 'l', 'lg', 'list', 'head', 'dateline', 'opener', 'closer', 'salute',
      'signed', 'table', 'row', 'cell', 'seg', 'cit', 'floatingText', 'text', 'body', 'biblStruct'), ' ')"/>

  <xsl:template mode="pointers" match="@source">
    <xsl:sequence select="., $j:sources"/>
  </xsl:template>

  <xsl:template mode="pointers" match="@resp">
    <xsl:sequence select="., 'respStmt person org'"/>
  </xsl:template>

  <xsl:template mode="pointers" match="@rendition">
    <xsl:sequence select="., 'rendition'"/>
  </xsl:template>

  <xsl:template mode="pointers" match="catRef/@target">
    <xsl:sequence select="., 'category'"/>
  </xsl:template>

  <xsl:template mode="pointers" match="catRef/@scheme">
    <xsl:sequence select="., 'taxonomy'"/>
  </xsl:template>
</xsl:package>
