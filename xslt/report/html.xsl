<?xml version="1.0" encoding="UTF-8"?>
<!-- Findings as one page that needs nothing beside it, each with the lines around it. -->
<xsl:package name="urn:jilu:report:html" package-version="1.0" version="3.0"
    xmlns="http://www.w3.org/1999/xhtml" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="html" on-no-match="fail"/>

  <xsl:output method="xhtml" html-version="5" indent="no" omit-xml-declaration="yes"/>

  <xsl:param name="json" as="xs:string" required="yes"/>

  <xsl:variable name="report" as="map(*)" select="parse-json($json)"/>
  <xsl:variable name="chinese" as="xs:boolean" select="$report?language = 'zh'"/>

  <xsl:template name="xsl:initial-template" visibility="public">
    <html lang="{if ($chinese) then 'zh-Hans' else 'en'}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{if ($chinese) then '检查结果' else 'What was found'} · Jilu</title>
        <style>
:root {{ color-scheme: light dark; --ink: #222; --paper: #fff; --faint: #595959; --line: #ddd; --error: #a11; --warning: #850; --info: #156 }}
@media (prefers-color-scheme: dark) {{ :root {{ --ink: #ddd; --paper: #181818; --faint: #aaa; --line: #444; --error: #f99; --warning: #fb6; --info: #9cf }} }}
body {{ font: 1rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 56rem; margin: 2rem auto; padding: 0 1rem }}
article {{ border-top: 1px solid var(--line); padding: .75rem 0 }}
h3 {{ font-size: 1rem; margin: 0 }} p {{ margin: .25rem 0 }}
.error h3 {{ color: var(--error) }} .warning h3 {{ color: var(--warning) }} .info h3 {{ color: var(--info) }}
pre {{ overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0; padding: .5rem; border: 1px solid var(--line); font: .875rem/1.6 ui-monospace, monospace }}
.at {{ font-weight: bold }} .number, small, code {{ color: var(--faint) }}
ins {{ text-decoration: none; border-bottom: 2px solid }}
        </style>
      </head>
      <body>
        <main>
          <h1>{if ($chinese) then '检查结果' else 'What was found'}</h1>
          <p>{$report?summary}</p>
          <xsl:for-each-group select="$report?findings?*" group-by="?file">
            <section>
              <h2>{current-grouping-key()}</h2>
              <xsl:sequence select="current-group() ! j:finding(.)"/>
            </section>
          </xsl:for-each-group>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="j:finding" as="element()">
    <xsl:param name="finding" as="map(*)"/>
    <article class="{$finding?severity}">
      <h3>{$finding?line}:{$finding?column} {j:severity($finding?severity)} {$finding?code}</h3>
      <p>{$finding?message}</p>
      <xsl:if test="exists($finding?hint)"><p>→ {$finding?hint}</p></xsl:if>
      <xsl:if test="exists($finding?context?*)">
        <pre><xsl:for-each select="$finding?context?*">
          <span><xsl:if test="?number = $finding?line"><xsl:attribute name="class">at</xsl:attribute></xsl:if><span class="number">{?number}  </span>{?text}<xsl:text>&#10;</xsl:text></span>
        </xsl:for-each></pre>
      </xsl:if>
      <xsl:if test="exists($finding?fix)">
        <p>{if ($chinese) then '--fix 会改为：' else '--fix writes: '}<ins><code>{if ($finding?fix?replacement = '') then (if ($chinese) then '（删去）' else '(nothing)') else $finding?fix?replacement}</code></ins></p>
      </xsl:if>
      <xsl:if test="$finding?path != ''"><small>{$finding?path}</small></xsl:if>
      <xsl:for-each select="$report?rules?*[?code = $finding?code]">
        <details>
          <summary>{?title}</summary>
          <p>{?purpose}</p>
          <xsl:if test="exists(?wrong)"><pre>✗ {?wrong}</pre></xsl:if>
          <xsl:if test="exists(?right)"><pre>✓ {?right}</pre></xsl:if>
          <xsl:if test="exists(?guidelines)"><p><small>{if ($chinese) then 'TEI 准则：' else 'TEI Guidelines: '}{?guidelines}</small></p></xsl:if>
        </details>
      </xsl:for-each>
    </article>
  </xsl:function>

  <xsl:function name="j:severity" as="xs:string">
    <xsl:param name="severity" as="xs:string"/>
    <xsl:sequence select="if ($chinese) then map { 'error': '错误', 'warning': '警告', 'info': '提示' }($severity) else $severity"/>
  </xsl:function>
</xsl:package>
