<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages that list the files of the edition, each with its size: what to take, and what kinds of data there are. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template mode="page" match="TEI[$page = 'downloads']">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <article class="prose">
      <xsl:sequence select="j:page-head(.)"/>
      <p class="lede">{j:string('downloads-lede', $lang)}</p>
      <h2>{j:string('downloads-book', $lang)}</h2>
      <table class="files">
        <xsl:sequence select="j:file-head($lang)"/>
        <tbody>
          <xsl:sequence select="j:file-row(., 'pdf/' || @xml:id || '.pdf', j:string('downloads-book-is', $lang), $lang),
              j:file-row(., 'epub/' || @xml:id || '.epub', j:string('downloads-epub-is', $lang), $lang)"/>
        </tbody>
      </table>
      <h2><a href="data.html">{j:string('page-data', $lang)}</a></h2>
      <table class="files">
        <thead><tr><th scope="col">{j:string('contains', $lang)}</th><th scope="col">{j:string('size', $lang)}</th></tr></thead>
        <tbody>
          <xsl:for-each select="$kinds[not(@name = ('book', 'epub', 'tei'))][exists(j:paths(@paths))]">
            <tr>
              <td><a href="data.html#data-{@name}">{j:string('data-' || @name, $lang)}</a></td>
              <td>{j:bytes(sum(j:paths(@paths) ! $sizes(.)))}</td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <h2>{j:string('downloads-data', $lang)}</h2>
      <p>{j:string('downloads-data-is', $lang)}</p>
      <table class="files">
        <xsl:sequence select="j:file-head($lang)"/>
        <tbody>
          <xsl:sequence select="j:file-row(., 'tei/' || @xml:id || '.xml', j:string('tei-edition', $lang), $lang)"/>
          <xsl:for-each select="text/body//item[@corresp]">
            <xsl:sequence
                select="j:file-row($tei, 'tei/' || @corresp, string-join((date[1]/@when ! j:date(., $lang), ref/title[1]), ' '),
                j:lang(.))"/>
          </xsl:for-each>
          <xsl:for-each-group select="j:registers(.)" group-by="string(ref/@target)">
            <xsl:sequence select="j:file-row($tei, 'tei/' || current-grouping-key(), j:in-language(current-group()/ref, $lang),
                j:in-language(current-group()/ref, $lang)/@xml:lang)"/>
          </xsl:for-each-group>
          <xsl:for-each select="teiHeader/fileDesc/sourceDesc/bibl[@type = 'transcript']//ref[@target][not(contains(@target, ':'))]">
            <xsl:sequence select="j:file-row($tei, 'tei/' || @target, j:string('transcript', $lang), $lang)"/>
          </xsl:for-each>
        </tbody>
      </table>
      <h2>{j:string('downloads-schema', $lang)}</h2>
      <p>{j:string('downloads-schema-is', $lang)}</p>
      <ul class="files">
        <xsl:for-each select="'jilu.odd', 'jilu.rng', 'jilu.xsd', 'jilu.sch'">
          <li><xsl:sequence select="j:file-link($tei, 'schemas/' || .)"/></li>
        </xsl:for-each>
      </ul>
    </article>
  </xsl:template>

  <xsl:function name="j:file-row" as="element(h:tr)" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <tr>
      <td><a href="{j:root($tei)}{$path}">{tokenize($path, '/')[last()]}</a></td>
      <td lang="{$lang}">{$label}</td>
      <td>{$sizes($path) ! j:bytes(.)}</td>
    </tr>
  </xsl:function>

  <!-- Kinds of data: the word for it, and the paths of its files. -->
  <xsl:variable name="kinds" as="element()+">
    <kind xmlns="" name="book" paths="^pdf/"/>
    <kind xmlns="" name="epub" paths="^epub/"/>
    <kind xmlns="" name="tei" paths="^tei/[^/]*$"/>
    <kind xmlns="" name="cite" paths="^cite/"/>
    <kind xmlns="" name="catalog" paths="^data/catalog(\.schema)?\.json$"/>
    <kind xmlns="" name="csv" paths="^data/catalog\.csv$"/>
    <kind xmlns="" name="text" paths="^data/text/([^.]|\.[^a])*\.txt$"/>
    <kind xmlns="" name="apparatus" paths="^data/text/.*\.apparatus\.txt$"/>
    <kind xmlns="" name="jsonld" paths="^data/jsonld/"/>
    <kind xmlns="" name="cmif" paths="^data/cmif\.xml$"/>
    <kind xmlns="" name="geojson" paths="^data/places\.geojson$"/>
    <kind xmlns="" name="interventions" paths="^data/interventions\."/>
    <kind xmlns="" name="pages" paths="^data/pages\."/>
    <kind xmlns="" name="errata" paths="^data/errata\.tsv$"/>
    <kind xmlns="" name="beacon" paths="^data/beacon\."/>
    <kind xmlns="" name="dts" paths="^data/dts[./]|^tei/.+/.+\.xml$"/>
    <kind xmlns="" name="oai" paths="^data/oai\.xml$"/>
  </xsl:variable>

  <xsl:variable name="examples" as="map(xs:string, xs:string)" select="map{
      'catalog': 'jq -r ''.documents[] | [.date, .title] | @tsv'' data/catalog.json',
      'csv': 'python3 -c ''import csv; print(len(list(csv.DictReader(open(&quot;data/catalog.csv&quot;, encoding=&quot;utf-8-sig&quot;)))))''',
      'text': 'cat data/text/*[0-9].txt | wc -m',
      'apparatus': 'grep ''^\[p2\]'' data/text/*.apparatus.txt',
      'jsonld': 'jq -r ''.hasPart[]?.text'' data/jsonld/*.jsonld',
      'cmif': 'xmllint --xpath ''//*[local-name() = &quot;correspDesc&quot;]/@key'' data/cmif.xml',
      'geojson': 'jq -c ''.features[].geometry'' data/places.geojson',
      'dts': 'jq -r ''.member[].identifier'' data/dts/navigation/*.json',
      'interventions': 'jq -r ''.[] | [.document, .kind] | @tsv'' data/interventions.json',
      'pages': 'jq ''.places | to_entries[0]'' data/pages.json',
      'errata': 'cut -f1,3-5 data/errata.tsv',
      'beacon': 'grep -hv &quot;^#&quot; data/beacon.*.txt',
      'oai': 'xmllint --xpath ''//*[local-name() = &quot;identifier&quot;]/text()'' data/oai.xml',
      'tei': 'xmllint --noout tei/*.xml',
      'cite': 'jq -r ''.document[&quot;gbt7714-2025&quot;]'' cite/*[0-9].json'}"/>

  <xsl:template mode="page" match="TEI[$page = 'data']">
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <article class="prose">
      <xsl:sequence select="j:page-head(.)"/>
      <p class="lede">{j:string('data-about', $lang)}</p>
      <xsl:for-each select="$kinds">
        <xsl:variable name="paths" as="xs:string*" select="j:paths(@paths)"/>
        <xsl:if test="exists($paths)">
          <section class="kind" id="data-{@name}">
            <h2>{j:string('data-' || @name, $lang)}</h2>
            <xsl:if test="map:contains($examples, @name)"><p>{j:string('data-' || @name || '-is', $lang)}</p></xsl:if>
            <xsl:for-each select="$examples(@name)">
              <p>{j:string('data-example', $lang)}{j:string('colon', $lang)}<code>{.}</code></p>
            </xsl:for-each>
            <xsl:choose>
              <xsl:when test="count($paths) le 4"><xsl:sequence select="j:file-list($tei, $paths)"/></xsl:when>
              <xsl:otherwise>
                <details>
                  <summary>{j:string('files-count', $lang, string(count($paths)))} · {j:bytes(sum($paths ! $sizes(.)))}</summary>
                  <xsl:sequence select="j:file-table($tei, $paths, $lang)"/>
                </details>
              </xsl:otherwise>
            </xsl:choose>
          </section>
        </xsl:if>
      </xsl:for-each>
    </article>
  </xsl:template>

  <xsl:function name="j:paths" as="xs:string*">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="sort(map:keys($sizes)[matches(., $pattern)])"/>
  </xsl:function>

  <xsl:function name="j:file-head" as="element()">
    <xsl:param name="lang" as="xs:string"/>
    <thead>
      <tr><xsl:for-each select="'file', 'contains', 'size'"><th scope="col">{j:string(., $lang)}</th></xsl:for-each></tr>
    </thead>
  </xsl:function>

  <xsl:function name="j:file-list" as="element()">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="paths" as="xs:string*"/>
    <ul class="files">
      <xsl:for-each select="$paths"><li><xsl:sequence select="j:file-link($tei, .)"/></li></xsl:for-each>
    </ul>
  </xsl:function>

  <!-- Many files, by what they are of: the edition, its documents in their order, its registers, the rest. -->
  <xsl:function name="j:file-table" as="element(h:table)" xmlns:h="http://www.w3.org/1999/xhtml">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="paths" as="xs:string*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="known" as="element()*" select="$tei, $tei/text/body//item[@corresp], j:registers($tei)"/>
    <table class="files">
      <tbody>
        <xsl:for-each-group select="$paths" group-by="j:file-group(.)">
          <xsl:sort select="(index-of($known ! j:file-of(.), current-grouping-key()), 1000000)[1]"/>
          <xsl:variable name="of" as="element()?" select="$known[j:file-of(.) eq current-grouping-key()][1]"/>
          <tr>
            <th scope="row">
              <xsl:sequence select="if (exists($of)) then j:file-subject($of, $lang) else current-grouping-key()"/>
            </th>
            <td>
              <xsl:for-each select="current-group()">
                <span class="one"><a href="{j:root($tei)}{.}">{j:file-form(.)}</a> {j:bytes($sizes(.))}</span>
                <xsl:text> </xsl:text>
              </xsl:for-each>
            </td>
          </tr>
        </xsl:for-each-group>
      </tbody>
    </table>
  </xsl:function>

  <!-- The name, without its ending, that the files of a document, a register or the edition share. -->
  <xsl:function name="j:file-of" as="xs:string?">
    <xsl:param name="of" as="element()"/>
    <xsl:sequence select="($of/self::TEI/@xml:id, ($of/@corresp, $of/ref/@target) ! replace(., '\.xml$', ''))[1]"/>
  </xsl:function>

  <xsl:function name="j:file-subject" as="node()+">
    <xsl:param name="of" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$of/self::TEI"><xsl:value-of select="j:edition-title($of)"/></xsl:when>
      <xsl:when test="$of/@corresp">
        <xsl:value-of select="$of/date[1]/@when ! (j:date(., $lang) || ' ')"/>
        <span lang="{j:lang($of)}">{$of/ref/title[1]}</span>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="j:in-language($of/ref, $lang)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What is cut out of a document lies in a folder that is named after it. -->
  <xsl:variable name="cut" static="yes" select="'^(data/dts/)?([^/]+)/([^/]+)/(\3\.)?([^/]*)\.(json|xml)$'"/>

  <!-- Of what a file is. -->
  <xsl:function name="j:file-group" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="if (matches($path, '^(data/dts/[^/]+|tei)/[^/]+/')) then replace($path, $cut, '$3')
        else replace(tokenize($path, '/')[last()], '\..*$', '')"/>
  </xsl:function>

  <!-- What tells the files of one document apart: the folder of an answer and the part that was cut out, the ending of
       others. -->
  <xsl:function name="j:file-form" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="if (matches($path, '^(data/dts/[^/]+|tei)/[^/]+/')) then replace($path, $cut, '$2 $5')
        else if (matches($path, '^data/dts/[^/]+/')) then tokenize($path, '/')[3]
        else substring-after(tokenize($path, '/')[last()], '.')"/>
  </xsl:function>

  <xsl:function name="j:file-link" as="node()+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="path" as="xs:string"/>
    <a href="{j:root($tei)}{$path}">{tokenize($path, '/')[last()]}</a>
    <xsl:text>{$sizes($path) ! (' ' || j:bytes(.))}</xsl:text>
  </xsl:function>

  <xsl:function name="j:bytes" as="xs:string">
    <xsl:param name="bytes" as="xs:integer"/>
    <xsl:sequence select="if ($bytes lt 1000) then $bytes || '&#xA0;B' else if ($bytes lt 1000000)
        then format-number($bytes div 1000, '0.0')
        || '&#xA0;kB' else format-number($bytes div 1000000, '0.0') || '&#xA0;MB'"/>
  </xsl:function>
</xsl:stylesheet>
