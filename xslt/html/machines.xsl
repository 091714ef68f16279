<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page says of itself to machines: its address, its other forms, how it is cited. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The address of the site, where the edition names one. -->
  <xsl:function name="j:base" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/publicationStmt/idno[@type = 'URI'][matches(., '^https?://')][1]
        ! replace(., '([^/])$', '$1/')"/>
  </xsl:function>

  <!-- This page's whole address in a language, where that of the site is known: programs want no other (RFC 6596). -->
  <xsl:function name="j:canonical" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="j:base($tei) ! (. || (($lang || '/')[$lang ne j:own-interface($tei)] || j:address($tei)))"/>
  </xsl:function>

  <xsl:template name="machines">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <xsl:variable name="file" as="element()" select="teiHeader/fileDesc"/>
    <xsl:variable name="description" as="xs:string" select="j:description(.)"/>
    <xsl:variable name="when" as="xs:string?" select="teiHeader/profileDesc/creation/date[@when][1]/@when"/>
    <xsl:variable name="published" as="xs:string?" select="$file/publicationStmt/date[@when][1]/@when"/>
    <xsl:variable name="compiler" as="xs:string*" select="$file/titleStmt/respStmt/(orgName | persName | name) ! string()"/>
    <xsl:variable name="is-document" as="xs:boolean"
        select="exists(text) and $shows-text and not(j:is-front(.) and empty($page))"/>
    <xsl:variable name="canonical" as="xs:string?" select="j:canonical(., $lang)"/>
    <xsl:if test="exists($canonical)">
      <link rel="canonical" href="{$canonical}"/>
      <xsl:for-each select="$lang, j:other-interface(.)">
        <link rel="alternate" hreflang="{j:string('tag', .)}" href="{j:canonical($tei, .)}"/>
      </xsl:for-each>
    </xsl:if>
    <xsl:if test="@xml:id and $shows-text">
      <link rel="alternate" type="application/tei+xml" href="{j:root(.)}tei/{@xml:id}.xml"/>
    </xsl:if>
    <meta name="description" content="{$description}"/>
    <meta property="og:type"
        content="{if ($is-document) then 'article' else if (empty($page) and exists(text)) then 'book' else 'website'}"/>
    <meta property="og:title" content="{j:page-title(.)}"/>
    <meta property="og:description" content="{$description}"/>
    <xsl:for-each select="j:edition-title(.)"><meta property="og:site_name" content="{.}"/></xsl:for-each>
    <xsl:for-each select="j:base(.)"><meta property="og:url" content="{$canonical}"/></xsl:for-each>
    <xsl:if test="$page = '404'"><meta name="robots" content="noindex"/></xsl:if>
    <xsl:if test="$shows-text and exists(text)">
      <xsl:call-template name="citation-tags"/>
      <script type="application/ld+json">{j:json(map:merge((
          map{'@context': 'https://schema.org', '@type': if ($is-document) then 'Chapter' else 'Book', 'name': j:page-title(.),
              'inLanguage': j:lang(.)},
          @xml:id[empty($page)] ! map{'identifier': string()},
          $when ! map{'dateCreated': string()},
          $published ! map{'datePublished': string()},
          if (exists($compiler)) then map{'editor': array{$compiler ! map{'@type': 'Organization', 'name': .}}} else (),
          $file[not($is-document)]/editionStmt/edition/@n ! map{'bookEdition': string()},
          ($file/seriesStmt, $file/titleStmt[$page])[1]/title[1] ! map{'isPartOf': map{'@type': 'Book', 'name': string()}},
          j:base(.) ! map{'url': $canonical},
          @xml:id ! map{'encoding': map{'@type': 'MediaObject', 'encodingFormat': 'application/tei+xml',
              'contentUrl': (j:base(..), j:root(..))[1] || 'tei/' || . || '.xml'}})))}</script>
    </xsl:if>
  </xsl:template>

  <!-- How it is cited, in the tags that reference managers read; each takes the type from the first, the rest from all. -->
  <xsl:template name="citation-tags">
    <xsl:variable name="csl" as="map(*)" select="j:csl-here(.)"/>
    <xsl:variable name="tags" as="map(*)*" select="
        map{'citation_title': $csl?title}, map{'citation_book_title': $csl?container-title},
        $csl?author?* ! map{'citation_author': j:csl-name(.)}, $csl?editor?* ! map{'citation_editor': j:csl-name(.)},
        map{'citation_publication_date': $csl?issued ! translate(j:csl-when(.), '-', '/')},
        map{'citation_publisher': $csl?publisher}, map{'eprints.place_of_pub': $csl?publisher-place},
        map{'prism.edition': $csl?version}, map{'citation_language': j:lang(.)},
        map{'citation_public_url': j:canonical(., j:interface(.))},
        map{'DC.title': $csl?title}, $csl?author?* ! map{'DC.creator': j:csl-name(.)}, map{'DC.language': j:lang(.)},
        @xml:id[empty($page)] ! map{'DC.identifier': string()}, map{'DCTERMS.created': $csl?original-date ! j:csl-when(.)}"/>
    <xsl:for-each select="$tags">
      <xsl:variable name="name" as="xs:string" select="map:keys(.)"/>
      <xsl:for-each select=".($name)"><meta name="{$name}" content="{.}"/></xsl:for-each>
    </xsl:for-each>
    <xsl:if test="exists($page) or teiHeader/fileDesc/seriesStmt">
      <link rel="DCTERMS.isPartOf" href="{j:site(.)}index.html"/>
    </xsl:if>
  </xsl:template>

  <!-- JSON that may stand in a page. -->
  <xsl:function name="j:json" as="xs:string">
    <xsl:param name="value" as="map(*)"/>
    <xsl:sequence select="serialize($value, map{'method': 'json', 'indent': false()}) => replace('&amp;', '\\u0026')
        => replace('&lt;', '\\u003c') => replace('\\\\/', '/')"/>
  </xsl:function>

  <!-- A line on what the page is. -->
  <xsl:function name="j:description" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($tei)"/>
    <xsl:variable name="profile" as="element()?" select="$tei/teiHeader/profileDesc"/>
    <xsl:sequence select="if (exists($page) or empty($tei/text) or j:is-front($tei))
        then string-join(distinct-values((j:page-title($tei), j:edition-title($tei))), j:string('comma', $lang))
        else string-join(($profile/creation/date[@when][1]/@when ! j:date(., $lang),
            $profile/textClass/catRef/@target ! j:name-of(., $lang),
            $tei/text/body/head ! normalize-space(string-join(.//text(), ''))), j:string('comma', $lang))"/>
  </xsl:function>
</xsl:stylesheet>
