<!-- The last step before print: Chinese typesetting that XSL-FO cannot ask for, from FO to FO.
     Western words keep their own spacing and signs, stand a little off the Chinese around them, and lines
     may end wherever Chinese lines may end, also between two inlines. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:cjk="tag:jilu,2026:cjk">

  <xsl:mode name="cjk" on-no-match="shallow-copy"/>

  <!-- Wider, and readers of the PDF take it for a space. -->
  <xsl:variable name="cjk:gap" as="xs:string" select="'0.08em'"/>

  <!-- A place where a line may end, without width and without a character in the PDF. -->
  <xsl:variable name="cjk:break" as="xs:string" select="'&#x200B;'"/>

  <!-- Patterns: with a type, Saxon 12.9 would compile them anew at every call. -->
  <xsl:variable name="cjk:han" static="yes" select="'[㐀-鿿豈-﫿𠀀-𳎯〇々]'"/>
  <!-- What is of Chinese alone: also kana, and the marks that fill a whole character. -->
  <xsl:variable name="cjk:wide" static="yes" select="'[⺀-〿぀-ヿ㄀-ㄯ㐀-鿿豈-﫿︰-﹏！-｠￠-￦𠀀-𳎯]'"/>
  <xsl:variable name="cjk:opener" static="yes" select="'[“‘（《〈「『【〔]'"/>
  <xsl:variable name="cjk:closer" static="yes" select="'[，。、；：？！”’）》〉」』】〕]'"/>
  <xsl:variable name="cjk:mark" static="yes" select="'[“‘（《〈「『【〔，。、；：？！”’）》〉」』】〕]'"/>
  <!-- A pair that shares its empty halves, as PrintFont kerns it. -->
  <xsl:variable name="cjk:closing-up" static="yes"
      select="'^(' || $cjk:closer || $cjk:mark || '|' || $cjk:opener || $cjk:opener || ')$'"/>
  <xsl:variable name="cjk:never-first" static="yes"
      select="'[·—…～％‰℃.,;:?!%/\)\]\}\-]|' || $cjk:closer"/>
  <xsl:variable name="cjk:never-last" static="yes" select="'[￥＄\(\[\{]|' || $cjk:opener"/>

  <!-- Signs of both Chinese and Western type, which are of different widths (UAX 11 calls them ambiguous). Once known
       to be Western, each is a noncharacter until it is set; as itself it is Chinese. -->
  <xsl:variable name="cjk:shared" static="yes" select="'“”‘’—―…‥·‐‖†‡•§±×÷'"/>
  <xsl:variable name="cjk:shared-one" static="yes" select="'[' || $cjk:shared || ']'"/>
  <xsl:variable name="cjk:doubled" static="yes" select="'—{2,}|…{2,}'"/>
  <xsl:variable name="cjk:western" static="yes"
      select="codepoints-to-string(64976 to 64975 + string-length($cjk:shared))"/>

  <xsl:variable name="cjk:address" static="yes"
      select="'[a-z]+://[!-~]+|[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+'"/>
  <xsl:variable name="cjk:abc" static="yes" select="'A-Za-zÀ-ÖØ-öø-ɏ&#x300;-&#x36F;Ͱ-ϿЀ-ԯḀ-ỿἀ-῿'"/>
  <xsl:variable name="cjk:letter" static="yes" select="$cjk:abc || '0-9№'"/>
  <xsl:variable name="cjk:letter-one" static="yes" select="'[' || $cjk:letter || ']'"/>
  <xsl:variable name="cjk:word" static="yes" select="$cjk:letter || $cjk:western"/>
  <xsl:variable name="cjk:words" static="yes"
      select="'[' || $cjk:word || ']([' || $cjk:word || '&#x20;-/:-@\[-`{-~&#xA0;¡¿«»‹›„‚–‒‑‰′″€°\-]*['
          || $cjk:word || '%.])?'"/>
  <xsl:variable name="cjk:foreign" static="yes" select="$cjk:address || '|' || $cjk:words"/>
  <!-- Stretched, the two halves of a dash would part. -->
  <xsl:variable name="cjk:unstretched" static="yes" select="$cjk:foreign || '|—+'"/>

  <xsl:variable name="cjk:abc-one" static="yes" select="'[' || $cjk:abc || ']'"/>
  <xsl:variable name="cjk:western-one" static="yes" select="'[' || $cjk:western || ']'"/>
  <xsl:variable name="cjk:western-opener" static="yes"
      select="'[' || translate('“‘', $cjk:shared, $cjk:western) || ']'"/>
  <xsl:variable name="cjk:western-closer" static="yes"
      select="'[' || translate('”’', $cjk:shared, $cjk:western) || ']'"/>
  <!-- No Western letter, no digit, and no sign that is of their scripts alone. -->
  <xsl:variable name="cjk:not-western" static="yes"
      select="'[^&#x20;-ӿḀ-῿‑‒–‚„‰′″‹›€' || $cjk:western || ']'"/>

  <xsl:variable name="cjk:unstretched-only" static="yes" select="'^(' || $cjk:unstretched || ')$'"/>

  <!-- The text of a block, whatever inlines it is cut into, is one line of characters. -->
  <xsl:template match="fo:block" mode="cjk">
    <xsl:variable name="texts" as="text()*" select="cjk:texts(.)"/>
    <xsl:variable name="settled" as="xs:string*" select="cjk:settle($texts, cjk:resolve($texts))"/>
    <xsl:variable name="western" as="xs:boolean" select="cjk:is-western(., string-join($texts))"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="cjk">
        <xsl:with-param name="western" tunnel="yes" as="xs:boolean" select="$western"/>
      </xsl:apply-templates>
      <xsl:if test="$western and not(@font-family) and (ancestor::*/@font-family)[last()] = 'kai'">
        <xsl:attribute name="font-family">song</xsl:attribute>
      </xsl:if>
      <xsl:if test="@letter-spacing.maximum and $western">
        <xsl:attribute name="letter-spacing.minimum">0pt</xsl:attribute>
        <xsl:attribute name="letter-spacing.maximum">0pt</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates mode="cjk">
        <xsl:with-param name="western" tunnel="yes" as="xs:boolean" select="$western"/>
        <xsl:with-param name="settled" tunnel="yes" as="map(xs:string, xs:string)" select="cjk:by-id($texts, $settled)"/>
        <xsl:with-param name="before" tunnel="yes" as="map(xs:string, xs:string)"
            select="cjk:by-id(tail($texts), $settled)"/>
        <xsl:with-param name="after" tunnel="yes" as="map(xs:string, xs:string)"
            select="cjk:by-id($texts, tail($settled))"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <!-- The letters of Kai, a script, go with Chinese only. -->
  <xsl:template match="@font-family[. = 'kai']" mode="cjk">
    <xsl:param name="western" tunnel="yes" as="xs:boolean" select="false()"/>
    <xsl:attribute name="font-family" select="if ($western) then 'song' else ."/>
  </xsl:template>

  <!-- The texts of a block, each shared sign in them as Western as what is around it. -->
  <xsl:function name="cjk:resolve" as="xs:string*">
    <xsl:param name="texts" as="text()*"/>
    <xsl:variable name="all" as="xs:string" select="string-join($texts)"/>
    <xsl:variable name="words" as="xs:boolean" select="matches($all, $cjk:abc-one)"/>
    <xsl:choose>
      <xsl:when test="not(matches($all, $cjk:shared-one))">
        <xsl:sequence select="$texts ! string()"/>
      </xsl:when>
      <xsl:when test="matches($all, $cjk:wide)">
        <xsl:sequence select="if ($words) then cjk:by-neighbours($texts) else $texts ! string()"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$texts ! (
            if (not(cjk:in-chinese(.))) then cjk:as-western(.)
            else if ($words) then string-join(analyze-string(., $cjk:doubled)/*
                ! (if (self::fn:match) then string() else cjk:as-western(.)))
            else string())"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="cjk:as-western" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="translate($text, $cjk:shared, $cjk:western)"/>
  </xsl:function>

  <xsl:function name="cjk:itself" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="translate($text, $cjk:western, $cjk:shared)"/>
  </xsl:function>

  <!-- Whether a block or a text is of a language that is written with Chinese signs, as it is where none is named. -->
  <xsl:function name="cjk:in-chinese" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="tag" as="xs:string" select="string(($node/ancestor-or-self::*/@xml:lang)[last()])"/>
    <xsl:sequence select="matches($tag, '^(zh|cmn|yue|wuu|nan|hak|lzh|ja|und)?(-.*)?$', 'i')
        and not(matches($tag, '-(Latn|Cyrl)', 'i'))"/>
  </xsl:function>

  <!-- Where both scripts meet, each sign is of that which stands on both sides of it, or of a pair of them, in its
       sentence; where these differ, of the script of its language. An apostrophe is Western, —— and …… are Chinese. -->
  <xsl:function name="cjk:by-neighbours" as="xs:string*">
    <xsl:param name="texts" as="text()+"/>
    <xsl:variable name="all" as="xs:string" select="string-join($texts)"/>
    <xsl:variable name="kinds" as="xs:string" select="cjk:kinds($all)"/>
    <xsl:variable name="languages" as="xs:string" select="string-join($texts
        ! replace(., '.', if (cjk:in-chinese(.)) then 'H' else 'L', 's'))"/>
    <xsl:variable name="partners" as="map(xs:integer, xs:integer)" select="cjk:partners($kinds)"/>
    <xsl:variable name="resolved" as="xs:string" select="string-join(
        for $at in 1 to string-length($all), $sign in substring($all, $at, 1) return
            if (contains($cjk:shared, $sign)
                and cjk:script($at, $partners($at), $kinds, substring($languages, $at, 1)) eq 'L')
            then cjk:as-western($sign) else $sign)"/>
    <xsl:for-each select="$texts">
      <xsl:variable name="at" as="xs:integer" select="position()"/>
      <xsl:sequence select="substring($resolved,
          1 + string-length(string-join($texts[position() lt $at])), string-length(.))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- For each character one: L of a Western script, or an apostrophe; H Chinese; D a doubled sign; E the end of a
       Chinese sentence, | that of a Western one; a quotation mark; and for what tells nothing a full stop. -->
  <xsl:function name="cjk:kinds" as="xs:string">
    <xsl:param name="all" as="xs:string"/>
    <xsl:sequence select="translate($all, '|', '.')
        => replace('(\p{Ll}\p{Ll}|[0-9’”)])[.!?]([”’)]*\s)', '$1|$2')
        => replace('(' || $cjk:abc-one || ')’(' || $cjk:letter-one || ')', '$1L$2')
        => replace($cjk:abc-one, 'L')
        => replace('——', 'DD') => replace('……', 'DD')
        => replace('[。！？；]', 'E')
        => replace($cjk:wide, 'H')
        => replace('[^LHED|“”‘’]', '.')"/>
  </xsl:function>

  <!-- How far one looks for the sentence around a sign. -->
  <xsl:variable name="cjk:near" static="yes" select="400"/>

  <!-- The script of a shared sign: L or H. -->
  <xsl:function name="cjk:script" as="xs:string">
    <xsl:param name="at" as="xs:integer"/>
    <xsl:param name="partner" as="xs:integer?"/>
    <xsl:param name="kinds" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="own" as="xs:string" select="substring($kinds, $at, 1)"/>
    <xsl:variable name="first" as="xs:integer" select="min(($at, $partner))"/>
    <xsl:variable name="last" as="xs:integer" select="max(($at, $partner))"/>
    <xsl:variable name="outside" as="xs:string*" select="
        cjk:last(cjk:telling(substring($kinds, $first - $cjk:near, $cjk:near)))[. = ('L', 'H')],
        translate(cjk:first(cjk:telling(substring($kinds, $last + 1, $cjk:near))), 'E|', 'H')[. ne '']"/>
    <xsl:variable name="inside" as="xs:string" select="substring($kinds, $first, $last - $first)"/>
    <xsl:variable name="votes" as="xs:string*" select="distinct-values((
        $outside, (('H', 'L')[contains($inside, .)])[1][count($outside) lt 2]))"/>
    <xsl:sequence select="if ($own eq 'L') then 'L' else if ($own eq 'D') then 'H'
        else if (count($votes) eq 1) then $votes else $language"/>
  </xsl:function>

  <xsl:function name="cjk:telling" as="xs:string">
    <xsl:param name="kinds" as="xs:string"/>
    <xsl:sequence select="translate($kinds, '.D“”‘’', '')"/>
  </xsl:function>

  <!-- For the places of both quotation marks of each pair, that of the other one. -->
  <xsl:function name="cjk:partners" as="map(xs:integer, xs:integer)">
    <xsl:param name="kinds" as="xs:string"/>
    <xsl:iterate select="(1 to string-length($kinds))[contains('“”‘’', substring($kinds, ., 1))]">
      <xsl:param name="open" as="xs:integer*" select="()"/>
      <xsl:param name="found" as="map(xs:integer, xs:integer)" select="map{}"/>
      <xsl:on-completion select="$found"/>
      <xsl:variable name="quote" as="xs:string" select="substring($kinds, ., 1)"/>
      <xsl:variable name="opener" as="xs:integer?"
          select="$open[translate($quote, '”’', '“‘') eq substring($kinds, ., 1)][1]"/>
      <xsl:choose>
        <xsl:when test="contains('“‘', $quote)">
          <xsl:next-iteration><xsl:with-param name="open" select="., $open"/></xsl:next-iteration>
        </xsl:when>
        <xsl:when test="exists($opener)">
          <xsl:next-iteration>
            <xsl:with-param name="open" select="$open[. lt $opener]"/>
            <xsl:with-param name="found" select="map:merge(($found, map{$opener: ., .: $opener}))"/>
          </xsl:next-iteration>
        </xsl:when>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <!-- Whether a block is one of words, which part at their spaces and nowhere else. -->
  <xsl:function name="cjk:is-western" as="xs:boolean">
    <xsl:param name="block" as="element(fo:block)"/>
    <xsl:param name="all" as="xs:string"/>
    <xsl:sequence select="matches($all, $cjk:abc-one)
        and not(cjk:in-chinese($block) and matches($all, $cjk:wide))"/>
  </xsl:function>

  <!-- Two marks close up only within one face. Where they meet at the edge of an inline, the inner one joins the text
       outside: ，“ is set in the face of the sentence, and what is quoted in that of the quotation. -->
  <xsl:function name="cjk:settle" as="xs:string*">
    <xsl:param name="texts" as="text()*"/>
    <xsl:param name="words" as="xs:string*"/>
    <xsl:variable name="closes-up" as="xs:boolean*" select="for $n in 2 to count($texts) return
        matches(cjk:last($words[$n - 1]) || cjk:first($words[$n]), $cjk:closing-up)
        and $texts[$n]/preceding::text()[1] is $texts[$n - 1]
        and deep-equal(cjk:voice($texts[$n - 1]), cjk:voice($texts[$n]))"/>
    <xsl:variable name="leading" as="xs:string*" select="for $n in 1 to count($texts) return
        if ($closes-up[$n - 1] and cjk:depth($texts[$n - 1]) lt cjk:depth($texts[$n]))
        then replace($words[$n], '^(' || $cjk:mark || '+).*$', '$1', 's') else ''"/>
    <xsl:variable name="trailing" as="xs:string*" select="for $n in 1 to count($texts) return
        if ($closes-up[$n] and $leading[$n] ne $words[$n] and cjk:depth($texts[$n]) gt cjk:depth($texts[$n + 1]))
        then replace($words[$n], '^.*?(' || $cjk:mark || '+)$', '$1', 's') else ''"/>
    <xsl:sequence select="for $n in 1 to count($texts) return string-join((
        $trailing[$n - 1],
        substring($words[$n], 1 + string-length($leading[$n]),
            string-length($words[$n]) - string-length($leading[$n]) - string-length($trailing[$n])),
        $leading[$n + 1]))"/>
  </xsl:function>

  <!-- Words of the source stay apart from what the program adds. -->
  <xsl:function name="cjk:voice" as="xs:string*">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="$text/ancestor::*/@j:* [local-name() ne 'mentions'] ! string()" xmlns:j="urn:jilu"/>
  </xsl:function>

  <xsl:function name="cjk:depth" as="xs:integer">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="count($text/ancestor::fo:inline)"/>
  </xsl:function>

  <!-- A raised note mark stands on the character before it: it belongs to no line of characters. -->
  <xsl:function name="cjk:texts" as="text()*">
    <xsl:param name="block" as="element(fo:block)"/>
    <xsl:sequence select="$block//text()[ancestor::fo:block[1] is $block]
        [not(ancestor::fo:inline/@baseline-shift)]"/>
  </xsl:function>

  <!-- For each text, by its generated id, its own words or those beside it. -->
  <xsl:function name="cjk:by-id" as="map(xs:string, xs:string)">
    <xsl:param name="texts" as="text()*"/>
    <xsl:param name="strings" as="xs:string*"/>
    <xsl:sequence select="map:merge(for-each-pair($texts, $strings,
        function($text, $string) { map:entry(generate-id($text), $string) }))"/>
  </xsl:function>

  <xsl:template match="fo:block//text()" mode="cjk">
    <xsl:param name="settled" tunnel="yes" as="map(xs:string, xs:string)"/>
    <xsl:param name="before" tunnel="yes" as="map(xs:string, xs:string)"/>
    <xsl:param name="after" tunnel="yes" as="map(xs:string, xs:string)"/>
    <xsl:variable name="text" as="xs:string" select="($settled(generate-id()), cjk:resolve(.))[1]"/>
    <xsl:variable name="next" as="xs:string" select="string($after(generate-id()))"/>
    <!-- What stands before a line break is no neighbour. -->
    <xsl:variable name="pieces" as="xs:string*"
        select="string($before(generate-id())[empty(current()/preceding-sibling::node()[1]/self::fo:block)]),
                analyze-string($text, $cjk:unstretched)/* ! string(),
                string($next[empty(current()/following-sibling::node()[1]/self::fo:block)])"/>
    <xsl:for-each select="2 to count($pieces) - 1">
      <xsl:variable name="left" as="xs:string" select="cjk:last($pieces[current() - 1])"/>
      <xsl:variable name="right" as="xs:string" select="cjk:first($pieces[current() + 1])"/>
      <xsl:variable name="piece" as="xs:string" select="$pieces[current()]"/>
      <xsl:if test="cjk:may-part($left, cjk:first($piece))">{$cjk:break}</xsl:if>
      <xsl:sequence select="cjk:set($left, $piece, $right)"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="cjk:set" as="node()">
    <xsl:param name="left" as="xs:string"/>
    <xsl:param name="piece" as="xs:string"/>
    <xsl:param name="right" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="not(matches($piece, $cjk:unstretched-only))">
        <xsl:text>{$piece}</xsl:text>
      </xsl:when>
      <xsl:when test="starts-with($piece, '—')">
        <fo:inline letter-spacing="0pt">{$piece}</fo:inline>
      </xsl:when>
      <xsl:otherwise>
        <fo:inline cjk:western="true" letter-spacing="0pt">
          <xsl:if test="matches($left, $cjk:han) and matches(cjk:first($piece), $cjk:letter-one)">
            <xsl:attribute name="padding-start" select="$cjk:gap"/>
          </xsl:if>
          <xsl:if test="matches($right, $cjk:han) and not(matches(cjk:last($piece), $cjk:western-one))">
            <xsl:attribute name="padding-end" select="$cjk:gap"/>
          </xsl:if>
          <xsl:text>{cjk:itself(cjk:part-quotes($piece)) => cjk:part-addresses()}</xsl:text>
        </fo:inline>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Whether a line may end between two characters, at least one of them Chinese (CLREQ 3.1.3). -->
  <xsl:function name="cjk:may-part" as="xs:boolean">
    <xsl:param name="left" as="xs:string"/>
    <xsl:param name="right" as="xs:string"/>
    <xsl:sequence select="$left ne '' and $right ne ''
        and matches($left || $right, $cjk:not-western)
        and not(matches($left || $right, '\s'))
        and not(matches(cjk:itself($left), $cjk:never-last))
        and not(matches(cjk:itself($right), $cjk:never-first))
        and not(matches($left, $cjk:closer) and matches($right, $cjk:opener))"/>
  </xsl:function>

  <!-- German closes with the mark that opens in English, Swedish opens with the one that closes, as ’90s does. -->
  <xsl:function name="cjk:part-quotes" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="$words => replace('(' || $cjk:western-opener || ')&#x20;', '$1' || $cjk:break || '&#x20;')
        => replace('&#x20;(' || $cjk:western-closer || ')', $cjk:break || '&#x20;$1')"/>
  </xsl:function>

  <!-- A long address may part after :// and before the marks within it (Chicago Manual 14.18). -->
  <xsl:function name="cjk:part-addresses" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        if (matches($words, $cjk:address))
        then string-join(analyze-string($words, $cjk:address)/*
            ! (if (self::fn:match) then cjk:part-address(.) else string()))
        else $words"/>
  </xsl:function>

  <xsl:function name="cjk:part-address" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="$address => replace('([^/:])([./?=&amp;_@\-])', '$1' || $cjk:break || '$2')
        => replace('://', '://' || $cjk:break)"/>
  </xsl:function>

  <xsl:function name="cjk:first" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="substring($text, 1, 1)"/>
  </xsl:function>

  <xsl:function name="cjk:last" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="substring($text, string-length($text))"/>
  </xsl:function>
</xsl:stylesheet>
