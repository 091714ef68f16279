<?xml version="1.0" encoding="UTF-8"?>
<!-- From our Schematron to a stylesheet that walks over a file once and returns what fails as maps, each with the node
     itself: less than half the work of a report in SVRL. What it does not know it refuses. -->
<xsl:package name="https://jilu/odd/rules" package-version="1" version="3.0"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:to="urn:jilu:to" xmlns:j="urn:jilu"
    default-mode="rules" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:namespace-alias stylesheet-prefix="to" result-prefix="xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:mode name="rules" visibility="public" on-no-match="fail"/>
  <xsl:mode name="words" on-no-match="fail"/>

  <xsl:key name="diagnostic" match="sch:diagnostic" use="@id"/>

  <xsl:template match="/">
    <xsl:apply-templates select="sch:schema"/>
  </xsl:template>

  <!-- Rules of one pattern exclude one another, so each pattern of several has a mode of its own. -->
  <xsl:template match="sch:schema">
    <xsl:variable name="nodes" as="xs:string"
        select="if (exists(//sch:rule/@context[not(j:of-elements(.))])) then '//(. | @* | node())' else '//*'"/>
    <to:stylesheet version="3.0">
      <xsl:for-each select="sch:ns"><xsl:namespace name="{@prefix}" select="@uri"/></xsl:for-each>
      <xsl:copy-of select="xsl:key" copy-namespaces="no"/>
      <to:template match="/">
        <to:apply-templates select="{$nodes}" mode="single"/>
        <xsl:for-each select="sch:pattern[sch:rule[2]]"><to:apply-templates select="{$nodes}" mode="{generate-id()}"/></xsl:for-each>
      </to:template>
      <to:mode name="single" on-no-match="deep-skip"/>
      <xsl:for-each select="sch:pattern[sch:rule[2]]"><to:mode name="{generate-id()}" on-no-match="deep-skip"/></xsl:for-each>
      <xsl:apply-templates select="* except (sch:ns | xsl:key | sch:diagnostics)"/>
    </to:stylesheet>
  </xsl:template>

  <!-- Whether a context, its strings and predicates aside, can name nothing but elements. -->
  <xsl:function name="j:of-elements" as="xs:boolean">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string" select="fold-left(1 to 9, replace($context, '''[^'']*''|&quot;[^&quot;]*&quot;', ''),
        function($rest, $level) { replace($rest, '\[[^\[\]]*\]', '') })"/>
    <xsl:sequence select="not(matches($bare, '@|attribute::|\(\)'))"/>
  </xsl:function>

  <xsl:template match="sch:pattern[not(@*[name() ne 'id'])]">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="sch:pattern[not(sch:rule[2])]/sch:rule[not(@* except @context)]">
    <to:template match="{@context}" mode="single" priority="{count(following::sch:rule)}">
      <xsl:apply-templates select="*"/>
      <to:next-match/>
    </to:template>
  </xsl:template>

  <xsl:template match="sch:pattern[sch:rule[2]]/sch:rule[not(@* except @context)]">
    <to:template match="{@context}" mode="{generate-id(..)}" priority="{count(following::sch:rule)}">
      <xsl:apply-templates select="*"/>
    </to:template>
  </xsl:template>

  <xsl:template match="sch:let[not(@* except (@name, @value))]">
    <to:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="(sch:assert | sch:report)[not(@* except (@id, @role, @diagnostics, @subject, @test))]">
    <xsl:variable name="subject" as="xs:string" select="(@subject, '.')[1]"/>
    <xsl:variable name="chinese" as="element(sch:diagnostic)?"
        select="key('diagnostic', tokenize(@diagnostics))[starts-with(@xml:lang, 'zh')]"/>
    <to:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
      <to:map>
        <to:map-entry key="'id'" select="'{@id}'"/>
        <to:map-entry key="'role'" select="'{@role}'"/>
        <to:map-entry key="'node'" select="({$subject})[1]"/>
        <xsl:for-each select="., ($chinese, .)[1]">
          <to:map-entry key="'{if (position() eq 1) then 'en' else 'zh'}'">
            <xsl:apply-templates mode="words">
              <xsl:with-param name="subject" tunnel="yes" select="$subject"/>
            </xsl:apply-templates>
          </to:map-entry>
        </xsl:for-each>
      </to:map>
    </to:if>
  </xsl:template>

  <!-- Strings to be joined by who reads them: to make one node of each message takes longer than the rules do. -->
  <xsl:template mode="words" match="text()">
    <to:sequence select="'{replace(., '''', '''''')}'"/>
  </xsl:template>

  <!-- SchXslt looks at the values from the subject, which is the context unless the rule names another. -->
  <xsl:template mode="words" match="sch:value-of">
    <xsl:param name="subject" as="xs:string" tunnel="yes"/>
    <to:sequence select="({$subject})[1] ! string-join(data(({@select})), ' ')"/>
  </xsl:template>

  <xsl:template mode="words" match="sch:name[not(@path)]">
    <xsl:param name="subject" as="xs:string" tunnel="yes"/>
    <to:sequence select="name(({$subject})[1])"/>
  </xsl:template>
</xsl:package>
