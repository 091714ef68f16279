<!-- The last step before print: Chinese typesetting that XSL-FO cannot ask for, from FO to FO.
     Foreign words keep their own spacing, stand a little off the Chinese around them, and lines may
     end wherever Chinese lines may end, also between two inlines. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
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
  <xsl:variable name="cjk:opener" static="yes" select="'[“‘（《〈「『【〔]'"/>
  <xsl:variable name="cjk:closer" static="yes" select="'[，。、；：？！”’）》〉」』】〕]'"/>
  <xsl:variable name="cjk:mark" static="yes" select="'[“‘（《〈「『【〔，。、；：？！”’）》〉」』】〕]'"/>
  <!-- A pair that shares its empty halves, as PrintFont kerns it. -->
  <xsl:variable name="cjk:closing-up" static="yes"
      select="'^(' || $cjk:closer || $cjk:mark || '|' || $cjk:opener || $cjk:opener || ')$'"/>
  <xsl:variable name="cjk:never-first" static="yes"
      select="'[·—…～％‰℃.,;:?!%/\)\]\}\-]|' || $cjk:closer"/>
  <xsl:variable name="cjk:never-last" static="yes" select="'[￥＄\(\[\{]|' || $cjk:opener"/>

  <xsl:variable name="cjk:address" static="yes"
      select="'[a-z]+://[!-~]+|[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+'"/>
  <xsl:variable name="cjk:address-only" static="yes" select="'^(' || $cjk:address || ')$'"/>
  <xsl:variable name="cjk:letter" static="yes" select="'A-Za-z0-9À-ɏͰ-ϿЀ-ӿ№'"/>
  <xsl:variable name="cjk:words" static="yes"
      select="'[' || $cjk:letter || ']([' || $cjk:letter || ' .,:/&amp;%''’\-]*['
          || $cjk:letter || '%.])?'"/>
  <xsl:variable name="cjk:foreign" static="yes" select="$cjk:address || '|' || $cjk:words"/>
  <!-- Stretched, the two halves of a dash would part. -->
  <xsl:variable name="cjk:unstretched" static="yes" select="$cjk:foreign || '|—+'"/>

  <xsl:variable name="cjk:unstretched-only" static="yes" select="'^(' || $cjk:unstretched || ')$'"/>

  <!-- The text of a block, whatever inlines it is cut into, is one line of characters. -->
  <xsl:template match="fo:block" mode="cjk">
    <xsl:variable name="texts" as="text()*" select="cjk:texts(.)"/>
    <xsl:variable name="settled" as="xs:string*" select="cjk:settle($texts)"/>
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="cjk">
        <xsl:with-param name="settled" tunnel="yes" as="map(xs:string, xs:string)" select="cjk:by-id($texts, $settled)"/>
        <xsl:with-param name="before" tunnel="yes" as="map(xs:string, xs:string)"
            select="cjk:by-id(tail($texts), $settled)"/>
        <xsl:with-param name="after" tunnel="yes" as="map(xs:string, xs:string)"
            select="cjk:by-id($texts, tail($settled))"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <!-- Two marks close up only within one face. Where they meet at the edge of an inline, the inner one joins the text
       outside: ，“ is set in the face of the sentence, and what is quoted in that of the quotation. -->
  <xsl:function name="cjk:settle" as="xs:string*">
    <xsl:param name="texts" as="text()*"/>
    <xsl:variable name="leading" as="xs:string*" select="for $n in 1 to count($texts) return
        if ($n gt 1 and cjk:close-up($texts[$n - 1], $texts[$n]) and cjk:depth($texts[$n - 1]) lt cjk:depth($texts[$n]))
        then replace($texts[$n], '^(' || $cjk:mark || '+).*$', '$1', 's') else ''"/>
    <xsl:variable name="trailing" as="xs:string*" select="for $n in 1 to count($texts) return
        if ($n lt count($texts) and cjk:close-up($texts[$n], $texts[$n + 1]) and $leading[$n] ne string($texts[$n])
            and cjk:depth($texts[$n]) gt cjk:depth($texts[$n + 1]))
        then replace($texts[$n], '^.*?(' || $cjk:mark || '+)$', '$1', 's') else ''"/>
    <xsl:sequence select="for $n in 1 to count($texts) return string-join((
        $trailing[$n - 1],
        substring($texts[$n], 1 + string-length($leading[$n]),
            string-length($texts[$n]) - string-length($leading[$n]) - string-length($trailing[$n])),
        $leading[$n + 1]))"/>
  </xsl:function>

  <xsl:function name="cjk:close-up" as="xs:boolean">
    <xsl:param name="left" as="text()"/>
    <xsl:param name="right" as="text()"/>
    <xsl:sequence select="matches(cjk:last($left) || cjk:first($right), $cjk:closing-up)
        and deep-equal(cjk:voice($left), cjk:voice($right))"/>
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
    <xsl:variable name="text" as="xs:string" select="string(($settled(generate-id()), .)[1])"/>
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
      <xsl:otherwise>
        <xsl:variable name="foreign" as="xs:boolean" select="not(starts-with($piece, '—'))"/>
        <fo:inline letter-spacing="0pt">
          <xsl:if test="$foreign and matches($left, $cjk:han)">
            <xsl:attribute name="padding-start" select="$cjk:gap"/>
          </xsl:if>
          <xsl:if test="$foreign and matches($right, $cjk:han)">
            <xsl:attribute name="padding-end" select="$cjk:gap"/>
          </xsl:if>
          <xsl:text>{cjk:part-address($piece)}</xsl:text>
        </fo:inline>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Whether a line may end between two characters, at least one of them Chinese (CLREQ 3.1.3). -->
  <xsl:function name="cjk:may-part" as="xs:boolean">
    <xsl:param name="left" as="xs:string"/>
    <xsl:param name="right" as="xs:string"/>
    <xsl:sequence select="$left ne '' and $right ne ''
        and matches($left || $right, '[^&#x20;-ӿ]')
        and not(matches($left || $right, '\s'))
        and not(matches($left, $cjk:never-last))
        and not(matches($right, $cjk:never-first))
        and not(matches($left, $cjk:closer) and matches($right, $cjk:opener))"/>
  </xsl:function>

  <!-- A long address may part after :// and before the marks within it (Chicago Manual 14.18). -->
  <xsl:function name="cjk:part-address" as="xs:string">
    <xsl:param name="piece" as="xs:string"/>
    <xsl:sequence select="
        if (matches($piece, $cjk:address-only))
        then $piece => replace('([^/:])([./?=&amp;_@\-])', '$1' || $cjk:break || '$2')
                    => replace('://', '://' || $cjk:break)
        else $piece"/>
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
