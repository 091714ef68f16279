<?xml version="1.0" encoding="UTF-8"?>
<!-- Functions that every door shares. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The language of a node, as the nearest xml:lang says; "und" where none does (BCP 47). -->
  <xsl:function name="j:lang" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="(reverse($node/ancestor-or-self::*/@xml:lang ! string(.)), 'und')[1]"/>
  </xsl:function>

  <!-- The ids that a pointer attribute names: "#mao tei.xml#stalin" gives ("mao", "stalin"). -->
  <xsl:function name="j:ids" as="xs:string*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="tokenize($pointers)[contains(., '#')] ! substring-after(., '#')"/>
  </xsl:function>

  <!-- A reference from one file of the edition to another, as a path inside the tei folder; it cannot lead out of it. -->
  <xsl:function name="j:inside" as="xs:string">
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="href" as="xs:string"/>
    <xsl:variable name="steps" as="xs:string*" select="tokenize($file, '/')[position() lt last()], tokenize($href, '/')"/>
    <xsl:sequence select="string-join(fold-left($steps[not(. = ('', '.'))], (), function($path, $step) {
        if ($step eq '..') then $path[position() lt last()] else ($path, $step) }), '/')"/>
  </xsl:function>

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>

  <!-- The mark by which the source shows an omission; none where it is not recorded. -->
  <xsl:function name="j:mark" as="xs:string?">
    <xsl:param name="gap" as="element()"/>
    <xsl:sequence select="$gap/@rend[matches(., '^[.…·＊*×□〔〕\[\]（）()\-—]+$')] ! string()"/>
  </xsl:function>

  <!-- An omission as the source prints it, or else an ellipsis in brackets. -->
  <xsl:function name="j:omission" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:sequence select="(j:mark($gap), '[…]')[1]"/>
  </xsl:function>

  <!-- What is no part of the words as the source has them: notes, other readings, what was struck out. -->
  <xsl:function name="j:is-aside" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::note | self::del | self::rdg | self::corr[../self::choice/sic]
        | self::reg[../self::choice/orig] | self::expan[../self::choice/abbr] | self::bibl[parent::cit]))"/>
  </xsl:function>

  <!-- Whether an omission stands on a line of its own, between paragraphs. -->
  <xsl:function name="j:stands-alone" as="xs:boolean">
    <xsl:param name="gap" as="element()"/>
    <xsl:sequence select="exists($gap/(parent::body | parent::div | parent::sp | parent::front | parent::back | parent::quote[p]))"/>
  </xsl:function>

  <!-- TEI elements whose content model (P5) admits no characters: white space directly inside them is indentation. -->
  <xsl:variable name="element-only" as="xs:string*" select="tokenize('TEI abstract address adminInfo altGrp analytic
      annotation annotationBlock app argument availability back biblFull biblStruct body broadcast castGroup castList
      category choice cit classDecl correction correspAction correspContext correspDesc div div1 div2 div3 div4 div5 div6
      div7 docTitle editionStmt editorialDecl encodingDesc epigraph equipment event facsimile figure fileDesc floatingText
      front graph graphic group handDesc hyphenation imprint interpGrp interpretation keywords langUsage lg linkGrp list
      listAnnotation listApp listBibl listChange listEvent listForest listNym listObject listOrg listPerson listPlace
      listPrefixDef listRef listRelation listTranspose listWit location monogr msContents msDesc msFrag msIdentifier
      msItemStruct msPart namespace normalization notesStmt noteGrp nym object org particDesc performance person personGrp
      persona physDesc place postscript profileDesc projectDesc prologue epilogue publicationStmt punctuation quotation
      rdgGrp recordHist recording recordingStmt refsDecl relatedItem respStmt revisionDesc row samplingDecl scriptStmt
      segmentation seriesStmt set setting settingDesc sourceDesc sourceDoc sp spGrp standOff stdVals subst surface
      surfaceGrp table tagsDecl taxonomy teiCorpus teiHeader text textClass textDesc timeline titlePage titleStmt tree
      variantEncoding')"/>

  <xsl:function name="j:element-only" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element) = $element-only and namespace-uri($element) = 'http://www.tei-c.org/ns/1.0'"/>
  </xsl:function>
</xsl:stylesheet>
