<?xml version="1.0" encoding="UTF-8"?>
<!-- The encoding manual, from the ODD that is also the source of the schema; in the language of the page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="manual" on-no-match="shallow-skip"/>
  <xsl:mode name="example" on-no-match="fail"/>

  <xsl:template mode="page" match="TEI[$page = 'manual']">
    <article class="prose manual">
      <xsl:sequence select="j:page-head(.)"/>
      <xsl:variable name="parts" as="element(div)*" select="$manual/TEI/text/body/div[not(@xml:id = 'how')]"/>
      <nav class="index" aria-label="{j:string('contents', j:interface(.))}">
        <ul>
          <xsl:for-each select="$parts"><li><a href="#{@xml:id}">{j:wording(head)}</a></li></xsl:for-each>
          <li><a href="#rules">{j:string('manual-rules', j:interface(.))}</a></li>
        </ul>
      </nav>
      <xsl:apply-templates mode="manual" select="$parts"/>
      <section id="rules">
        <h2>{j:string('manual-rules', j:interface(.))}</h2>
        <p>{j:string('manual-rules-is', j:interface(.))}</p>
        <xsl:sequence select="$rules ! j:rule(., $manual-language)"/>
      </section>
    </article>
  </xsl:template>

  <xsl:template mode="page" match="TEI[$page = 'contribute']">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <article class="prose manual">
      <xsl:sequence select="j:page-head(.)"/>
      <p class="lede">{j:string('contribute-lede', $lang)} <a href="manual.html">{j:string('page-manual', $lang)}</a></p>
      <xsl:apply-templates mode="manual" select="$manual/TEI/text/body/div[@xml:id = 'how']/div"/>
    </article>
  </xsl:template>

  <!-- A rule: its code is its address, so that a report can point here. -->
  <xsl:function name="j:rule" as="element(h:section)">
    <xsl:param name="rule" as="map(xs:string, xs:string)"/>
    <xsl:param name="lang" as="xs:string"/>
    <section class="element" id="{$rule?code}">
      <h3><code>{$rule?code}</code> {$rule?title} <small>{$rule?severityName}</small></h3>
      <p><xsl:sequence select="j:foreign-run($rule?purpose)"/></p>
      <xsl:for-each select="'wrong', 'right'">
        <xsl:if test="map:contains($rule, .)">
          <p class="verdict">{j:string('rule-' || ., $lang)}</p>
          <pre tabindex="0" lang="zh-Hans"><code><xsl:sequence select="j:foreign-run($rule(.))"/></code></pre>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="map:contains($rule, 'guidelines')">
        <p class="verdict">{j:string('rule-guidelines', $lang)} <code>{$rule?guidelines}</code></p>
      </xsl:if>
    </section>
  </xsl:function>

  <!-- The language that this run of the page is in; the manual's own is English. -->
  <xsl:variable name="manual-language" as="xs:string" select="(($interface, //TEI/j:interface(.))[1], 'en')[1]"/>

  <xsl:function name="j:in-manual-language" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="tokenize(j:lang($node), '-')[1] eq $manual-language"/>
  </xsl:function>

  <xsl:function name="j:wording" as="xs:string">
    <xsl:param name="wordings" as="element()*"/>
    <xsl:sequence select="normalize-space(string(($wordings[j:in-manual-language(.)], $wordings)[1])) => replace($han-space, '$1')"/>
  </xsl:function>

  <!-- The ODD wraps its lines: between Chinese characters that is no space. -->
  <xsl:variable name="han-space" static="yes" select="'([—…⺀-鿿＀-￯])\s*\n\s*'"/>

  <xsl:template mode="manual" match="div">
    <xsl:variable name="level" as="xs:integer" select="min((6, 2 + count(ancestor::div[not(@xml:id = 'how')])))"/>
    <section id="{@xml:id}">
      <xsl:element name="h{$level}">{j:wording(head)}</xsl:element>
      <xsl:apply-templates mode="manual" select="* except head"/>
    </section>
  </xsl:template>

  <xsl:template mode="manual" match="(p | list)[not(j:in-manual-language(.))]" priority="1"/>

  <xsl:template mode="manual" match="p"><p><xsl:apply-templates mode="manual"/></p></xsl:template>

  <xsl:template mode="manual" match="list[@type = 'ordered']"><ol><xsl:apply-templates mode="manual" select="item"/></ol></xsl:template>

  <xsl:template mode="manual" match="list"><ul><xsl:apply-templates mode="manual" select="item"/></ul></xsl:template>

  <xsl:template mode="manual" match="item"><li><xsl:apply-templates mode="manual"/></li></xsl:template>

  <xsl:template mode="manual" match="gi"><code>&lt;{.}&gt;</code></xsl:template>

  <xsl:template mode="manual" match="att"><code>@{.}</code></xsl:template>

  <xsl:template mode="manual" match="code | val | ident"><code>{.}</code></xsl:template>

  <xsl:template mode="manual" match="text()">
    <xsl:value-of select="replace(., $han-space, '$1')"/>
  </xsl:template>

  <xsl:template mode="manual" match="specGrp">
    <xsl:apply-templates mode="manual" select="elementSpec"/>
  </xsl:template>

  <!-- An element: its name, what it is called, what it is for, its attributes, an example. -->
  <xsl:template mode="manual" match="elementSpec">
    <section class="element" id="element.{@ident}">
      <h3><code>&lt;{@ident}&gt;</code> {j:wording(gloss)}</h3>
      <p>{j:wording(desc)}</p>
      <xsl:where-populated>
        <dl><xsl:apply-templates mode="manual" select="attList//attDef[not(@mode = 'delete')][desc]"/></dl>
      </xsl:where-populated>
      <xsl:apply-templates mode="manual" select="exemplum/*"/>
    </section>
  </xsl:template>

  <xsl:template mode="manual" match="attDef">
    <dt><code>@{@ident}</code></dt>
    <dd>
      <p>{j:wording(desc)}</p>
      <xsl:for-each select="valList/valItem"><p><code>{@ident}</code> {j:wording(desc)}</p></xsl:for-each>
    </dd>
  </xsl:template>

  <xsl:template mode="manual" match="schemaSpec"/>

  <!-- An example, as it is typed, without the indentation of the manual. -->
  <xsl:template mode="manual" match="*:egXML">
    <xsl:variable name="code" as="xs:string"><xsl:value-of><xsl:apply-templates mode="example"/></xsl:value-of></xsl:variable>
    <xsl:variable name="lines" as="xs:string*" select="tokenize(replace($code, '^\s*\n|\s+$', ''), '\n')"/>
    <xsl:variable name="indent" as="xs:integer" select="(min($lines[normalize-space()] ! (string-length(.) - string-length(replace(., '^ +', '')))), 0)[1]"/>
    <pre tabindex="0" lang="zh-Hans"><code><xsl:sequence
        select="j:foreign-run(string-join($lines ! substring(., $indent + 1), '&#10;'))"/></code></pre>
  </xsl:template>

  <xsl:template mode="example" match="*">
    <xsl:text>&lt;{name()}</xsl:text>
    <xsl:for-each select="@*">{' '}{name()}="{.}"</xsl:for-each>
    <xsl:text>{if (node()) then '&gt;' else '/&gt;'}</xsl:text>
    <xsl:apply-templates mode="example"/>
    <xsl:if test="node()">&lt;/{name()}&gt;</xsl:if>
  </xsl:template>

  <xsl:template mode="example" match="text()">{.}</xsl:template>

  <xsl:template mode="example" match="comment()">&lt;!--{.}--&gt;</xsl:template>
</xsl:stylesheet>
