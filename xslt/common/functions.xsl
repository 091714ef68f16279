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

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>

  <!-- An omission as the source prints it: gap/@rend where that is a mark of punctuation, else an ellipsis in brackets. -->
  <xsl:function name="j:omission" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:sequence select="if (matches($gap/@rend, '^[.…·＊*×□〔〕\[\]（）()\-—]+$')) then string($gap/@rend) else '[…]'"/>
  </xsl:function>

  <!-- Whether an omission stands on a line of its own, between paragraphs. -->
  <xsl:function name="j:stands-alone" as="xs:boolean">
    <xsl:param name="gap" as="element()"/>
    <xsl:sequence select="exists($gap/(parent::body | parent::div | parent::sp | parent::front | parent::back | parent::quote[p]))"/>
  </xsl:function>
</xsl:stylesheet>
