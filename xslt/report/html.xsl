<?xml version="1.0" encoding="UTF-8"?>
<!-- Findings as one page that needs nothing beside it: what there is of each rule, then file by file with the lines. -->
<xsl:package name="urn:jilu:report:html" package-version="1.0" version="3.0"
    xmlns="http://www.w3.org/1999/xhtml" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:j="urn:jilu"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="html" on-no-match="fail"/>

  <xsl:output method="xhtml" html-version="5" indent="no" omit-xml-declaration="yes"/>

  <xsl:param name="json" as="xs:string" required="yes"/>

  <xsl:variable name="report" as="map(*)" select="parse-json($json)"/>
  <xsl:variable name="findings" as="map(*)*" select="for-each-pair($report?findings?*, 1 to count($report?findings?*),
      function($finding, $number) { map:put($finding, 'number', $number) })"/>

  <!-- A report of more than so many folds its files and shows of each rule so many places with their lines: what is
       broken everywhere is mended once, and no browser lays out 20,000 pieces of XML in a moment. -->
  <xsl:variable name="many" as="xs:integer" static="yes" select="200"/>
  <xsl:variable name="whole" as="xs:integer" static="yes" select="20"/>
  <xsl:variable name="long" as="xs:boolean" select="count($findings) gt $many"/>
  <xsl:variable name="brief" as="map(xs:integer, xs:boolean)">
    <xsl:map>
      <xsl:for-each-group select="$findings[$long]" group-by="?code">
        <xsl:for-each select="subsequence(current-group(), $whole + 1)">
          <xsl:map-entry key="?number" select="true()"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- Of each rule the place to which its title leads; it is always shown with its lines. -->
  <xsl:variable name="first" as="map(xs:string, xs:integer)"
      select="map:merge($findings ! map:entry(?code, ?number), map{'duplicates': 'use-first'})"/>

  <xsl:variable name="chinese" as="xs:boolean" select="$report?language = 'zh'"/>

  <xsl:template name="xsl:initial-template" visibility="public">
    <html lang="{if ($chinese) then 'zh-Hans' else 'en'}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{j:words('检查结果', 'What was found')} · Jilu</title>
        <style><xsl:value-of select="$style"/></style>
      </head>
      <body>
        <header>
          <h1>{j:words('检查结果', 'What was found')}</h1>
          <p>{$report?summary}</p>
          <xsl:if test="map:size($brief) gt 0">
            <p>{j:words('每条规则只有前 ' || $whole || ' 处附有原文，其余各占一行。', 'Of each rule the first ' || $whole
                || ' places are shown with their lines, the others in one line each.')}</p>
          </xsl:if>
          <xsl:if test="empty($findings)"><p class="clean">{j:words('没有发现问题。', 'Nothing is wrong.')}</p></xsl:if>
        </header>
        <main>
          <xsl:if test="exists($findings)">
            <xsl:sequence select="j:overview(), j:files(), j:rules()"/>
          </xsl:if>
        </main>
        <footer>Jilu {$report?version}</footer>
      </body>
    </html>
  </xsl:template>

  <!-- How often each rule is broken, the gravest first. -->
  <xsl:function name="j:overview" as="element()">
    <table>
      <caption>{j:words('按规则', 'By rule')}</caption>
      <xsl:for-each-group select="$findings" group-by="?code">
        <xsl:sort select="index-of(('error', 'warning', 'info'), ?severity)"/>
        <xsl:sort select="count(current-group())" order="descending"/>
        <tr class="{?severity}">
          <th scope="row"><xsl:sequence select="j:code(current-grouping-key())"/></th>
          <td><a href="#first-{?code}">{$report?rules?*[?code = current-grouping-key()]?title}</a></td>
          <td class="kind">{j:severity(?severity)}</td>
          <td class="count">{count(current-group())}</td>
        </tr>
      </xsl:for-each-group>
    </table>
  </xsl:function>

  <xsl:function name="j:files" as="element()*">
    <xsl:for-each-group select="$findings" group-by="?file">
      <details>
        <xsl:if test="not($long)"><xsl:attribute name="open" select="'open'"/></xsl:if>
        <summary><h2>{current-grouping-key()}</h2><span class="count">{count(current-group())}</span><xsl:sequence
            select="j:errors(count(current-group()[?severity = 'error']))"/></summary>
        <xsl:sequence select="current-group() ! (if (map:contains($brief, ?number)) then j:brief(.) else j:finding(.))"/>
      </details>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Within a file errors stand among remarks, in the order of the lines. -->
  <xsl:function name="j:errors" as="item()*">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:if test="$count gt 0">
      <xsl:text> </xsl:text>
      <span class="error kind">{j:words('（' || $count || ' 处错误）', '(' || $count || ' error' || 's'[$count gt 1] || ')')}</span>
    </xsl:if>
  </xsl:function>

  <xsl:function name="j:brief" as="element()">
    <xsl:param name="finding" as="map(*)"/>
    <p class="brief {$finding?severity}"><span class="place">{$finding?line}:{$finding?column} <xsl:sequence
        select="j:code($finding?code)"/></span> {string-join(($finding?message, $finding?hint), ' ')}</p>
  </xsl:function>

  <xsl:function name="j:finding" as="element()">
    <xsl:param name="finding" as="map(*)"/>
    <article class="{$finding?severity}">
      <xsl:if test="$first($finding?code) eq $finding?number"><xsl:attribute name="id" select="'first-' || $finding?code"/></xsl:if>
      <h3><span class="kind">{j:severity($finding?severity)}</span> {$finding?message}</h3>
      <xsl:if test="exists($finding?context?*)">
        <pre><xsl:variable name="indent" as="xs:integer" select="j:indent($finding?context?*?text)"/>
          <xsl:for-each select="$finding?context?*"><xsl:sequence select="j:line(., $indent)"/></xsl:for-each></pre>
      </xsl:if>
      <xsl:if test="exists($finding?hint)"><p class="hint">{$finding?hint}</p></xsl:if>
      <xsl:if test="exists($finding?fix)">
        <p class="fix"><xsl:choose>
          <xsl:when test="$finding?fix?replacement = ''">{j:words('--fix 会把它删去。', '--fix takes it out.')}</xsl:when>
          <xsl:otherwise>{j:words('--fix 会改为：', '--fix writes: ')}<code>{$finding?fix?replacement}</code></xsl:otherwise>
        </xsl:choose></p>
      </xsl:if>
      <p class="place">{$finding?line}:{$finding?column} · <xsl:sequence select="j:code($finding?code)"/>
        <xsl:if test="$finding?path != ''"> · <span class="path">{$finding?path}</span></xsl:if></p>
    </article>
  </xsl:function>

  <!-- How many spaces all lines begin with. -->
  <xsl:function name="j:indent" as="xs:integer">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:variable name="indents" as="xs:integer*" select="$lines[. != ''] ! string-length(replace(., '[^ ].*$', ''))"/>
    <xsl:sequence select="(min($indents), 0)[1]"/>
  </xsl:function>

  <xsl:function name="j:line" as="element()">
    <xsl:param name="line" as="map(*)"/>
    <xsl:param name="indent" as="xs:integer"/>
    <span class="line{' at'[exists($line?marked)]}"><span class="number">{$line?number}</span><span class="text"><xsl:choose>
      <xsl:when test="exists($line?marked)">{substring($line?before, $indent + 1)}<mark>{$line?marked}</mark>{$line?after}</xsl:when>
      <xsl:otherwise>{substring($line?text, $indent + 1)}</xsl:otherwise>
    </xsl:choose></span></span>
  </xsl:function>

  <!-- Each rule once, however often it is broken. -->
  <xsl:function name="j:rules" as="element()">
    <section>
      <h2>{j:words('规则', 'The rules')}</h2>
      <xsl:for-each select="$report?rules?*">
        <section class="rule" id="{?code}">
          <h3>{?code} {?title}</h3>
          <p>{?purpose}</p>
          <xsl:if test="exists(?wrong)"><pre class="example"><b>✗</b> {?wrong}</pre></xsl:if>
          <xsl:if test="exists(?right)"><pre class="example"><b>✓</b> {?right}</pre></xsl:if>
          <xsl:if test="exists(?guidelines)"><p class="place">{j:words('TEI 准则：', 'TEI Guidelines: ')}{?guidelines}</p></xsl:if>
        </section>
      </xsl:for-each>
    </section>
  </xsl:function>

  <xsl:function name="j:code" as="element()">
    <xsl:param name="code" as="xs:string"/>
    <a href="#{$code}">{$code}</a>
  </xsl:function>

  <xsl:function name="j:words" as="xs:string">
    <xsl:param name="zh" as="xs:string"/>
    <xsl:param name="en" as="xs:string"/>
    <xsl:sequence select="if ($chinese) then $zh else $en"/>
  </xsl:function>

  <xsl:function name="j:severity" as="xs:string">
    <xsl:param name="severity" as="xs:string"/>
    <xsl:sequence select="if ($chinese) then map { 'error': '错误', 'warning': '警告', 'info': '提示' }($severity) else $severity"/>
  </xsl:function>

  <xsl:variable name="style" as="xs:string" expand-text="no">
:root { color-scheme: light dark; --ink: #1d1d1b; --paper: #fbfaf7; --sheet: #fff; --faint: #5c5a55; --line: #dcd8cf; --error: #a3201c; --warning: #7a4d00; --info: #1b4f72; --mark: #ffe9a8 }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e1da; --paper: #171614; --sheet: #1f1e1b; --faint: #a8a49b; --line: #3b3935; --error: #ff9d94; --warning: #f0b95c; --info: #93c6ee; --mark: #5a4710 } }
* { box-sizing: border-box }
body { font: 1rem/1.65 system-ui, "Noto Sans CJK SC", sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 } header p { margin: .4rem 0 1.5rem } .clean { font-size: 1.15rem }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; font-size: .9375rem } caption { text-align: start; color: var(--faint) }
th, td { text-align: start; vertical-align: baseline; padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line) }
th { font-weight: normal; width: 1%; padding-right: 1.25rem } .count { font-variant-numeric: tabular-nums; color: var(--faint) } td.count { text-align: end; padding-right: 0 }
summary { cursor: pointer; margin-top: 1.5rem; padding: .35rem 0; border-bottom: 1px solid var(--line) }
details:not([open]) + details:not([open]) summary { margin-top: 0 }
summary h2 { display: inline; margin-right: .6em; font: 600 1rem/1.5 ui-monospace, monospace; word-break: break-all } section h2 { font-size: 1.15rem; margin: 3rem 0 .5rem }
article { margin: 1rem 0 1.5rem; scroll-margin-top: 1rem; padding-left: .9rem; border-left: 3px solid var(--edge) } .error { --edge: var(--error) } .warning { --edge: var(--warning) } .info { --edge: var(--info) }
.brief { margin: .5rem 0; padding-left: .9rem; border-left: 3px solid var(--edge) }
h3 { font-size: 1rem; line-height: 1.5; margin: 0; font-weight: 600; overflow-wrap: anywhere } .kind { color: var(--edge); font-weight: normal; white-space: nowrap }
p { margin: .35rem 0; overflow-wrap: anywhere } .place, footer { color: var(--faint); font-size: .875rem } .path { font-family: ui-monospace, monospace; font-size: .8125rem }
a { color: inherit; text-underline-offset: .15em }
pre { margin: .5rem 0; padding: .4rem 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 3px; font: .8125rem/1.7 ui-monospace, "Noto Sans Mono CJK SC", monospace; white-space: pre-wrap; overflow-wrap: anywhere }
.line { display: flex; color: var(--faint) } .at { color: var(--ink) } .number { flex: none; width: 3.25rem; padding-right: .75rem; text-align: end; user-select: none; color: var(--faint) } .text { min-width: 0; padding-right: .5rem }
mark { background: var(--mark); color: inherit; border-bottom: 2px solid var(--edge); padding: 0 1px } .example { padding: .4rem .75rem }
.fix code { font-family: ui-monospace, monospace; background: var(--sheet); border: 1px solid var(--line); border-radius: 3px; padding: 0 .3em; white-space: pre-wrap } .rule { margin: 1.25rem 0; scroll-margin-top: 1rem } .rule:target h3 { text-decoration: underline } footer { margin-top: 3rem }
@media print { body { max-width: none } article { break-inside: avoid } }
  </xsl:variable>
</xsl:package>
