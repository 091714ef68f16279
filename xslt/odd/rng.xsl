<?xml version="1.0" encoding="UTF-8"?>
<!-- From the ODD to RELAX NG: every declaration in the ODD becomes one definition of the grammar. -->
<xsl:package name="https://jilu/odd/rng" package-version="1" version="3.0"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    xmlns:j="https://jilu/functions"
    xmlns:xi="http://www.w3.org/2001/XInclude"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="rng" exclude-result-prefixes="j xs" expand-text="yes">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="*"/>

  <!-- An ODD construct that has no template here stops the build. -->
  <xsl:mode name="rng" visibility="public" on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:variable name="schema" as="element(schemaSpec)" select="//schemaSpec"/>
    <grammar ns="{$schema/@ns}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:namespace name="tei" select="$schema/@ns"/>
      <xsl:comment> Made from {$schema/@ident}.odd: change that, then run “jilu schema”. </xsl:comment>
      <start>
        <choice>
          <xsl:for-each select="tokenize($schema/@start)">
            <ref name="{.}"/>
          </xsl:for-each>
        </choice>
      </start>
      <xsl:apply-templates select="//elementSpec, //macroSpec, //classSpec, //dataSpec"/>
    </grammar>
  </xsl:template>

  <xsl:template match="elementSpec">
    <define name="{@ident}">
      <element name="{@ident}">
        <xsl:copy-of select="@ns"/>
        <xsl:sequence select="j:documentation(.)"/>
        <xsl:apply-templates select="content, classes/memberOf, attList/attDef"/>
      </element>
    </define>
  </xsl:template>

  <xsl:template match="macroSpec | dataSpec">
    <define name="{@ident}">
      <xsl:apply-templates select="content"/>
    </define>
  </xsl:template>

  <xsl:template match="classSpec">
    <define name="{@ident}">
      <xsl:apply-templates select="attList/attDef"/>
    </define>
  </xsl:template>

  <xsl:template match="content">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="memberOf">
    <ref name="{@key}"/>
  </xsl:template>

  <!-- What may occur other than once is wrapped in the operator that says so. -->
  <xsl:template match="(elementRef | macroRef | sequence | alternate)[@minOccurs or @maxOccurs]" priority="1">
    <xsl:element name="{j:operator(@minOccurs, @maxOccurs)}">
      <xsl:next-match/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="elementRef | macroRef">
    <ref name="{@key}"/>
  </xsl:template>

  <xsl:template match="sequence">
    <group>
      <xsl:apply-templates/>
    </group>
  </xsl:template>

  <xsl:template match="alternate">
    <choice>
      <xsl:apply-templates/>
    </choice>
  </xsl:template>

  <xsl:template match="textNode">
    <text/>
  </xsl:template>

  <xsl:template match="empty">
    <empty/>
  </xsl:template>

  <xsl:template match="attDef[not(@usage = 'req')]" priority="1">
    <optional>
      <xsl:next-match/>
    </optional>
  </xsl:template>

  <xsl:template match="attDef">
    <attribute name="{@ident}">
      <xsl:if test="not(j:is-xml(.))">
        <xsl:attribute name="ns"/>
      </xsl:if>
      <xsl:variable name="shared" as="element(attDef)?"
          select="(//classSpec//attDef[@ident = current()/@ident])[1][j:is-xml(.)]"/>
      <xsl:sequence select="j:documentation(($shared, .)[1])"/>
      <xsl:apply-templates select="(valList, datatype)[1]"/>
    </attribute>
  </xsl:template>

  <xsl:template match="valList[@type = 'closed']">
    <choice>
      <xsl:for-each select="valItem">
        <value>{@ident}</value>
        <xsl:sequence select="j:documentation(.)"/>
      </xsl:for-each>
    </choice>
  </xsl:template>

  <xsl:template match="datatype">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="datatype[@maxOccurs = 'unbounded']">
    <list>
      <oneOrMore>
        <xsl:apply-templates/>
      </oneOrMore>
    </list>
  </xsl:template>

  <xsl:template match="dataRef[@key]">
    <ref name="{@key}"/>
  </xsl:template>

  <xsl:template match="dataRef[@name]">
    <data type="{@name}">
      <xsl:apply-templates select="@restriction"/>
    </data>
  </xsl:template>

  <xsl:template match="@restriction">
    <param name="pattern">{.}</param>
  </xsl:template>

  <xsl:function name="j:operator" as="xs:string">
    <xsl:param name="least" as="xs:string?"/>
    <xsl:param name="most" as="xs:string?"/>
    <xsl:sequence select="
      map{'0 1': 'optional', '0 unbounded': 'zeroOrMore', '1 unbounded': 'oneOrMore'}
        (($least, '1')[1] || ' ' || ($most, '1')[1])"/>
  </xsl:function>

  <!-- All declarations of xml:id must agree to the word, and so those of xml:lang and xml:base: where they differ,
       trang loses which of them are optional. -->
  <xsl:function name="j:is-xml" as="xs:boolean">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="starts-with($attribute/@ident, 'xml:')"/>
  </xsl:function>

  <!-- Editors show this text while one types; most show only one, so it carries both languages. -->
  <xsl:function name="j:documentation" as="element(a:documentation)">
    <xsl:param name="spec" as="element()"/>
    <a:documentation>{string-join($spec/desc ! normalize-space(), ' ')}</a:documentation>
  </xsl:function>

</xsl:package>
