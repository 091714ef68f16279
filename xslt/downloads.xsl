<?xml version="1.0" encoding="UTF-8"?>
<!-- The page that tells of the data: what each kind is, an example, and how large it is. -->
<xsl:package name="urn:jilu:downloads" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:param name="records" as="xs:string*" required="yes"/>
  <!-- Bytes of each file, by its path in the output folder. -->
  <xsl:param name="sizes" as="map(xs:string, xs:integer)" required="yes"/>

  <xsl:include href="common/functions.xsl"/>
  <xsl:include href="common/strings.xsl"/>

  <xsl:variable name="all" as="map(*)*" select="$records ! parse-json(.)"/>
  <xsl:variable name="edition" as="map(*)?" select="$all[?role = 'edition'][1]"/>
  <xsl:variable name="lang" as="xs:string" select="if (starts-with($edition?language, 'zh')) then 'zh' else 'en'"/>

  <!-- Kinds of data: the word for it, and the paths of its files. -->
  <xsl:variable name="kinds" as="element(kind)+" xpath-default-namespace="">
    <kind xmlns="" name="book" paths="^pdf/"/>
    <kind xmlns="" name="epub" paths="^epub/"/>
    <kind xmlns="" name="tei" paths="^html/tei/[^/]*$"/>
    <kind xmlns="" name="cite" paths="^html/cite/"/>
    <kind xmlns="" name="catalog" paths="^data/catalog(\.schema)?\.json$"/>
    <kind xmlns="" name="csv" paths="^data/catalog\.csv$"/>
    <kind xmlns="" name="text" paths="^data/text/[^.]*\.txt$"/>
    <kind xmlns="" name="apparatus" paths="^data/text/.*\.apparatus\.txt$"/>
    <kind xmlns="" name="jsonld" paths="^data/jsonld/"/>
    <kind xmlns="" name="cmif" paths="^data/cmif\.xml$"/>
    <kind xmlns="" name="geojson" paths="^data/places\.geojson$"/>
    <kind xmlns="" name="beacon" paths="^data/beacon\.txt$"/>
    <kind xmlns="" name="dts" paths="^data/dts/"/>
    <kind xmlns="" name="oai" paths="^data/oai\.xml$"/>
  </xsl:variable>

  <xsl:variable name="examples" as="map(xs:string, xs:string)" select="map{
      'catalog': 'jq -r ''.documents[] | [.date, .title] | @tsv'' catalog.json',
      'csv': 'python3 -c ''import csv; print(len(list(csv.DictReader(open(&quot;catalog.csv&quot;, encoding=&quot;utf-8-sig&quot;)))))''',
      'text': 'cat text/*[0-9].txt | wc -m',
      'apparatus': 'grep ''^\[p2\]'' text/*.apparatus.txt',
      'jsonld': 'jq .hasPart jsonld/*.jsonld',
      'cmif': 'xmllint --xpath ''//*[local-name() = &quot;correspDesc&quot;]/@key'' cmif.xml',
      'geojson': 'jq -c ''.features[].geometry'' places.geojson',
      'dts': 'jq -r ''.member[][&quot;@id&quot;]'' dts/collection/index.json',
      'cite': 'pandoc --citeproc --bibliography=ID.csl.json'}"/>

  <xsl:template name="xsl:initial-template" visibility="public">
    <xsl:variable name="page" as="element()">
      <html lang="{if ($lang eq 'zh') then $edition?language else 'en'}">
        <head>
          <meta charset="utf-8"/>
          <meta name="viewport" content="width=device-width, initial-scale=1"/>
          <meta name="color-scheme" content="light dark"/>
          <title>{j:string('data', $lang)} · {$edition?title}</title>
          <link rel="stylesheet" href="assets/jilu.css"/>
        </head>
        <body class="data-page">
          <header class="masthead">
            <nav aria-label="{j:string('where', $lang)}"><a href="index.html">{$edition?title}</a></nav>
          </header>
          <main id="jilu-text">
            <h1>{j:string('data', $lang)}</h1>
            <p>{j:string('data-about', $lang)}</p>
            <xsl:for-each select="$kinds">
              <xsl:variable name="kind" as="element()" select="."/>
              <xsl:variable name="paths" as="xs:string*" select="sort(map:keys($sizes)[matches(., $kind/@paths)])"/>
              <xsl:if test="exists($paths)">
                <section class="kind" id="data-{@name}">
                  <h2>{j:string('data-' || @name, $lang)}</h2>
                  <xsl:if test="map:contains($examples, @name)">
                    <p>{j:string('data-example', $lang)}{j:string('colon', $lang)}<code>{$examples(@name)}</code></p>
                  </xsl:if>
                  <xsl:choose>
                    <xsl:when test="count($paths) le 3"><xsl:sequence select="j:files($paths)"/></xsl:when>
                    <xsl:otherwise>
                      <details><summary>{count($paths)} · {j:bytes(sum($paths ! $sizes(.)))}</summary><xsl:sequence select="j:files($paths)"/></details>
                    </xsl:otherwise>
                  </xsl:choose>
                </section>
              </xsl:if>
            </xsl:for-each>
          </main>
        </body>
      </html>
    </xsl:variable>
    <j:data>
      <j:file path="html/data.html">
        <xsl:value-of select="serialize($page, map{'method': 'xhtml', 'html-version': 5, 'indent': false(), 'omit-xml-declaration': true(),
            'include-content-type': false()})"/>
      </j:file>
    </j:data>
  </xsl:template>

  <xsl:function name="j:files" as="element()">
    <xsl:param name="paths" as="xs:string*"/>
    <ul class="files">
      <xsl:for-each select="$paths">
        <li><a href="{if (starts-with(., 'html/')) then substring-after(., 'html/') else '../' || .}">{tokenize(., '/')[last()]}</a> {j:bytes($sizes(.))}</li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <xsl:function name="j:bytes" as="xs:string">
    <xsl:param name="bytes" as="xs:integer"/>
    <xsl:sequence select="if ($bytes lt 1000) then $bytes || ' B' else if ($bytes lt 1000000) then format-number($bytes div 1000, '0.0') || ' kB'
        else format-number($bytes div 1000000, '0.0') || ' MB'"/>
  </xsl:function>
</xsl:package>
