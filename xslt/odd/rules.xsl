<?xml version="1.0" encoding="UTF-8"?>
<!-- From our Schematron to a stylesheet that returns what fails in a file as arrays (id, role, the node itself, words
     in English, words in Chinese): less than half the work of a report in SVRL. Words are made only of what the
     parameter “wanted” wants to be told; without it, of all. Rules look at all “files” at once: for short files it
     takes longer to begin a search than to search. Several templates have a part of the rules each, so that several
     threads may look at one file. What it does not know it refuses. -->
<xsl:package name="https://jilu/odd/rules" package-version="1" version="3.0"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:to="urn:jilu:to" xmlns:j="urn:jilu"
    xmlns:fn="http://www.w3.org/2005/xpath-functions" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    default-mode="rules" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:namespace-alias stylesheet-prefix="to" result-prefix="xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:mode name="rules" visibility="public" on-no-match="fail"/>
  <xsl:mode name="templates" on-no-match="fail"/>
  <xsl:mode name="words" on-no-match="fail"/>

  <!-- As the Java class Rules has them. -->
  <xsl:variable name="j:parts" as="xs:integer" select="4"/>

  <xsl:key name="diagnostic" match="sch:diagnostic" use="@id"/>

  <xsl:template match="/">
    <xsl:apply-templates select="sch:schema"/>
  </xsl:template>

  <xsl:template match="sch:schema">
    <to:stylesheet version="3.0">
      <xsl:for-each select="sch:ns"><xsl:namespace name="{@prefix}" select="@uri"/></xsl:for-each>
      <xsl:namespace name="j" select="'urn:jilu'"/>
      <to:param name="files" as="document-node()*" select="()"/>
      <to:param name="wanted" select="()"/>
      <xsl:copy-of select="xsl:key" copy-namespaces="no"/>
      <xsl:apply-templates select="* except (sch:ns | xsl:key | sch:diagnostics | sch:pattern)"/>
      <xsl:variable name="searches" as="element()*">
        <xsl:for-each-group select="sch:pattern" group-by="if (j:is-plain(.)) then j:path(sch:rule) else generate-id()">
          <xsl:choose>
            <xsl:when test="j:is-plain(.)">
              <to:for-each select="{current-grouping-key()}"><xsl:apply-templates select="current-group()"/></to:for-each>
            </xsl:when>
            <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:variable>
      <to:template name="j:all">
        <xsl:for-each select="1 to $j:parts"><to:call-template name="j:part{.}"/></xsl:for-each>
      </to:template>
      <xsl:for-each select="1 to $j:parts">
        <xsl:variable name="part" as="xs:integer" select="."/>
        <to:template name="j:part{$part}">
          <xsl:sequence select="$searches[position() mod $j:parts eq $part mod $j:parts]"/>
        </to:template>
      </xsl:for-each>
      <xsl:apply-templates select="sch:pattern[not(j:is-plain(.))]" mode="templates"/>
    </to:stylesheet>
  </xsl:template>

  <!-- The variables that are worked out for each file, and the functions that depend on them. -->
  <xsl:variable name="j:of-file" as="xs:string*" select="fold-left(/sch:schema/sch:let, (), function($known, $let) {
      $known, $let[j:is-worked-out(.) or j:asks(@value, $known)]/string(@name) })"/>

  <!-- An expression in which such variables are known of the file $j:file. -->
  <xsl:function name="j:knowing" as="xs:string">
    <xsl:param name="expression" as="xs:string"/>
    <xsl:sequence select="if (empty($j:of-file)) then $expression else
        j:replaced($expression, '\$(' || string-join($j:of-file ! replace(., '\.', '\\.'), '|') || ')([^\w.\-]|$)',
            function($variable) { replace($variable, '^\$([\w.\-]*\w)', 'j:known(\$j:file, ''$1'', j:$1#1)') })"/>
  </xsl:function>

  <!-- Whether an expression has one of several variables. -->
  <xsl:function name="j:asks" as="xs:boolean">
    <xsl:param name="expression" as="xs:string"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="some $name in $names satisfies matches($expression, '\$' || $name || '([^\w.\-]|$)')"/>
  </xsl:function>

  <!-- Each pattern looks for its nodes by their path: to ask every node whether it is one of them takes longer. -->
  <xsl:template match="sch:pattern[not(@*[name() ne 'id'] or (* except sch:rule))]">
    <to:apply-templates select="{string-join(sch:rule ! j:path(.), ' | ')}" mode="{generate-id()}"/>
  </xsl:template>

  <!-- Those that look for the same nodes share the search. -->
  <xsl:template match="sch:pattern[not(@*[name() ne 'id'] or (* except sch:rule))][j:is-plain(.)]" priority="1">
    <xsl:apply-templates select="sch:rule"/>
  </xsl:template>

  <!-- A failure in a context is no more than a node that does not match, and rules of one pattern exclude one another:
       what may fail or is one of several is matched by templates, in a mode of the pattern's own. -->
  <xsl:function name="j:is-plain" as="xs:boolean">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:sequence select="count($pattern/sch:rule) eq 1 and
        (matches($pattern/sch:rule/@context, $j:listed) or not(contains(j:bare($pattern/sch:rule/@context), '!')))"/>
  </xsl:function>

  <xsl:template match="sch:pattern" mode="templates">
    <to:mode name="{generate-id()}" on-no-match="deep-skip"/>
    <xsl:for-each select="sch:rule">
      <to:template match="{@context}" mode="{generate-id(..)}" priority="{count(following::sch:rule)}">
        <xsl:apply-templates select="."/>
      </to:template>
    </xsl:for-each>
  </xsl:template>

  <!-- What only messages speak of is worked out when there is one. -->
  <xsl:template match="sch:rule[not(@* except @context)]">
    <xsl:if test="some $expression in (.//@*, key('diagnostic', .//@diagnostics/tokenize(.))//@*)
        satisfies j:asks($expression, $j:of-file)">
      <to:variable name="j:file" select="/"/>
    </xsl:if>
    <xsl:apply-templates select="* except sch:let[not(j:is-tested(.))]"/>
  </xsl:template>

  <!-- Whether a test depends on a variable of its rule. -->
  <xsl:function name="j:is-tested" as="xs:boolean">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:sequence select="some $asked in ($let/../(sch:assert | sch:report)/(@test | @subject),
        $let/following-sibling::sch:let[j:is-tested(.)]/@value) satisfies j:asks($asked, $let/@name)"/>
  </xsl:function>

  <!-- Where the nodes of a context are, and others perhaps. -->
  <xsl:function name="j:path" as="xs:string">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:variable name="bare" as="xs:string" select="j:bare($rule/@context)"/>
    <xsl:variable name="uris" as="map(xs:string, xs:string)" select="j:uris($rule)"/>
    <xsl:variable name="steps" as="xs:string*" select="tokenize(translate($bare, '!', ''), '\s*\|\s*')"/>
    <!-- What each alternative selects, or whose children: a union is slower, and of no use where no two can meet. -->
    <xsl:variable name="last" as="xs:string*"
        select="$steps ! replace(., '\{[^{}]*\}', '') ! replace(., '^.*?([^/]+(/\*)?)$', '$1')"/>
    <xsl:variable name="apart" as="xs:boolean" select="count(distinct-values($last)) eq count($last) and
        ((every $name in $last satisfies ends-with($name, '/*')) or not(contains(string-join($last), '*')))"/>
    <xsl:variable name="alternatives" as="xs:string*">
      <xsl:for-each-group select="$steps" group-by="if ($apart) then replace(., $j:named, '') else position()">
        <xsl:sequence select="j:step(current-group(), '$files', $uris)"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="if (matches($rule/@context, $j:listed)) then j:listed($rule/@context)
        else if ($bare eq '!') then '$files/descendant-or-self::node()/(. | @*)'
        else string-join($alternatives, if ($apart) then ', ' else ' | ')"/>
  </xsl:function>

  <!-- Elements of which a map tells which they are, by their generated ids: each entry begins with the element itself. -->
  <xsl:variable name="j:listed" as="xs:string" select="'^([\i*][\c*]*)\[(\$[\w.]+)\(generate-id\(\)\)\]$'"/>

  <xsl:function name="j:listed" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="map" as="xs:string" select="replace(j:knowing(replace($context, $j:listed, '$2')), '\$j:file', '.')"/>
    <xsl:sequence select="'$files ! map:for-each(' || $map || ', function($id, $nodes) { head($nodes) })[self::'
        || replace($context, $j:listed, '$1') || ']'"/>
  </xsl:function>

  <xsl:variable name="j:named" as="xs:string" select="'^([\i-[:]][\c-[:]]*):([\i-[:]][\c-[:]]*)'"/>

  <!-- The elements of one alternative, or of several that differ in the first name alone: those that are known by an
       attribute alone are found by it, those that are known by a name by that, others by going through the tree. What
       is asked of the whole file is asked once. -->
  <xsl:function name="j:step" as="xs:string">
    <xsl:param name="paths" as="xs:string+"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:param name="uris" as="map(xs:string, xs:string)"/>
    <xsl:variable name="having" as="xs:string"
        select="'^((\c+:)?\*)\{(@(xml:)?[\w.\-]+(\s+or\s+@(xml:)?[\w.\-]+)*)\}'"/>
    <xsl:variable name="wordless" as="xs:string" select="'^((\c+:)?\*)\{not\(\* or normalize-space\(\)\)\}'"/>
    <xsl:variable name="path" as="xs:string" select="head($paths)"/>
    <xsl:variable name="asked" as="xs:string*" select="analyze-string($path, $j:asked)/fn:match/translate(., '{}', '')"/>
    <xsl:variable name="trees" as="xs:string" select="if (empty($asked)) then $root
        else $root || '[' || replace(j:knowing(string-join($asked, ' and ')), '\$j:file', '.') || ']'"/>
    <xsl:variable name="bare" as="xs:string" select="replace($path, $j:asked, '')"/>
    <xsl:variable name="rest" as="xs:string" select="replace($bare, $having || '|' || $wordless, '') => replace($j:named, '')
        => replace('^((\{[^{}]*\})*)/([\i*])', '$1 ! $3') => translate('{}', '[]')"/>
    <xsl:sequence select="
        if (matches($bare, $having)) then
            'j:having(' || $trees || ', (' || j:names(replace($bare, $having || '.*$', '$3')) || '))'
                || replace($bare, $having || '.*$', '$1')[. ne '*'] ! ('[self::' || . || ']') || $rest
        else if (matches($bare, $wordless)) then
            'j:wordless(' || $trees || ')[self::' || replace($bare, $wordless || '.*$', '$1') || ']' || $rest
        else if (matches($bare, $j:named)) then
            'j:elements(' || $trees || ', (' || string-join($paths ! j:name(., $uris), ', ') || '))' || $rest
        else $trees || '/descendant::' || $rest"/>
  </xsl:function>

  <xsl:function name="j:uris" as="map(xs:string, xs:string)">
    <xsl:param name="in" as="element()"/>
    <xsl:sequence select="map:merge(root($in)/sch:schema/sch:ns ! map:entry(string(@prefix), string(@uri)))"/>
  </xsl:function>

  <xsl:function name="j:uri" as="xs:string">
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="uris" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="if (map:contains($uris, $prefix)) then $uris($prefix)
        else error((), 'no sch:ns declares the prefix ' || $prefix)"/>
  </xsl:function>

  <!-- The name that a path begins with, as j:elements is asked for it. -->
  <xsl:function name="j:name" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="uris" as="map(xs:string, xs:string)"/>
    <xsl:variable name="name" as="xs:string+" select="tokenize(replace($path, $j:named || '.*$', '$1:$2'), ':')"/>
    <xsl:sequence select="'''Q{' || j:uri($name[1], $uris) || '}' || $name[2] || ''''"/>
  </xsl:function>

  <xsl:function name="j:names" as="xs:string">
    <xsl:param name="attributes" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize(translate($attributes, '@', ''), '\s+or\s+')
        ! replace(., '^xml:', 'Q{http://www.w3.org/XML/1998/namespace}') ! ('''' || . || ''''), ', ')"/>
  </xsl:function>

  <!-- A context without what may fail; where something was left out, or all, stands an exclamation mark. -->
  <xsl:function name="j:bare" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string"
        select="fold-left(1 to 9, j:replaced($context, $j:string, j:literal#1), function($rest, $level) {
            j:replaced($rest, '\[[^\[\]]*\]', j:predicate#1) })"/>
    <xsl:sequence select="if (matches(replace($bare, '\{[^{}]*\}', ''), '@|::|\(')) then '!' else $bare"/>
  </xsl:function>

  <xsl:function name="j:replaced" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:param name="by" as="function(xs:string) as xs:string"/>
    <xsl:sequence select="string-join(analyze-string($text, $pattern)/*
        ! (if (self::fn:match) then $by(.) else string()))"/>
  </xsl:function>

  <xsl:variable name="j:string" as="xs:string">'[^']*'|"[^"]*"</xsl:variable>

  <!-- A string without what has a meaning outside strings. -->
  <xsl:function name="j:literal" as="xs:string">
    <xsl:param name="string" as="xs:string"/>
    <xsl:sequence select="if (matches($string, '^''[\w\s.#\-]*''$')) then $string else '!'"/>
  </xsl:function>

  <!-- Asks whether something is true of the whole file, by a variable that is a boolean. -->
  <xsl:variable name="j:asked" as="xs:string" select="'[\[{](\$[\w.]+|not\(\$[\w.]+\))[\]}]'"/>

  <!-- One string at most: the words of a node or of an attribute, or what is written out. -->
  <xsl:variable name="j:one" as="xs:string">(\.|@[\c]+|'[^']*')</xsl:variable>

  <!-- A function of such strings that cannot fail. -->
  <xsl:variable name="j:call" as="xs:string" select="'(starts-with|contains|translate|concat)\(' || $j:one || '(,\s*'
      || $j:one || ')*\)|string-join\(\(@[\c]+(,\s*@[\c]+)*\),\s*' || $j:one || '\)'"/>

  <!-- A predicate that only asks for elements and attributes by name, and perhaps for their words, or for what is made of
       the words of one, or whether they are those of others, or that asks of the whole file, cannot fail: it is kept, in
       braces. -->
  <xsl:function name="j:predicate" as="xs:string">
    <xsl:param name="predicate" as="xs:string"/>
    <xsl:variable name="strings" as="xs:string" select="fold-left(1 to 3, $predicate, function($rest, $level) {
            replace($rest, $j:call, '''''') })"/>
    <xsl:variable name="words" as="xs:string" select="replace($strings, $j:one || '\s+(eq|ne)\s+' || $j:one, '+')
        => replace('(^|[\s\[(])(not|and|or)\s*\(', '$1+(')
        => replace($j:string, '+')"/>
    <xsl:sequence select="if (matches($predicate, '^' || $j:asked || '$') or $predicate eq '[not(* or normalize-space())]'
        or matches($words, '^\[[\c/@*+=()\s]+\]$')
        and not(matches($words, '\c\s*\(|[\[\s(/@:]([\d-]|\.\d)|\s(eq|ne)\s'))) then translate($predicate, '[]', '{}') else '!'"/>
  </xsl:function>

  <!-- What this finds by asking each node, the program knows a shorter way for (the Java class Alike). -->
  <xsl:template match="sch:schema/sch:let[@name = 'jilu.alike'][not(@* except (@name, @value))]" priority="2"/>

  <xsl:template match="sch:let[not(@* except (@name, @value))]">
    <to:variable name="{@name}" select="{j:value(.)}"/>
  </xsl:template>

  <xsl:template match="sch:schema/sch:let[not(@* except (@name, @value))][@name = $j:of-file]" priority="0.75">
    <to:function name="j:{@name}">
      <to:param name="j:file" as="document-node()"/>
      <to:sequence select="$j:file ! ({j:value(.)})"/>
    </to:function>
  </xsl:template>

  <xsl:function name="j:is-constant" as="xs:boolean">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:sequence select="matches(replace($let/@value, $j:string, ''), '^(map|codepoints-to-string|[{}():,|\s\d])*$')"/>
  </xsl:function>

  <!-- Functions are worked out where they are called. -->
  <xsl:function name="j:is-worked-out" as="xs:boolean">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:sequence select="not(starts-with($let/@value, 'function(') or j:is-constant($let))"/>
  </xsl:function>

  <!-- The value of a variable, in which the elements that are looked for from the root on are found as those of a
       context are. -->
  <xsl:function name="j:value" as="xs:string">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:variable name="uris" as="map(xs:string, xs:string)" select="j:uris($let)"/>
    <xsl:variable name="searched" as="function(xs:string) as xs:string" select="function($search) {
        substring-before($search, '//') || j:step(translate(substring-after($search, '//'), '[]', '{}'), '/', $uris) }"/>
    <xsl:variable name="words" as="xs:string" select="j:replaced($let/@value, $j:words, j:containing#1)"/>
    <xsl:variable name="value" as="xs:string" select="string-join(analyze-string($words, $j:string)/*
        ! (if (self::fn:match) then string() else j:replaced(., $j:search, $searched)))"/>
    <xsl:sequence select="j:knowing(replace($value, '\$jilu\.alike\(', 'j:alike('))"/>
  </xsl:function>

  <!-- The text nodes in which one of several strings is. -->
  <xsl:variable name="j:words" as="xs:string" select="
      '//text\(\)\[contains\(\., (''[^'']*'')\)( or contains\(\., (''[^'']*'')\))*\]'"/>

  <xsl:function name="j:containing" as="xs:string">
    <xsl:param name="search" as="xs:string"/>
    <xsl:sequence select="'j:containing(/, (' || string-join(analyze-string($search, $j:string)/fn:match, ', ') || '))'"/>
  </xsl:function>

  <xsl:variable name="j:search" as="xs:string"
      select="'(^|[\s(,])//([\i-[:]][\c-[:]]*:[\i-[:]][\c-[:]]*|([\i-[:]][\c-[:]]*:)?\*\[@(xml:)?[\w.\-]+\])'"/>

  <!-- What is made of nothing but strings is made once, not anew for each file. -->
  <xsl:template match="sch:schema/sch:let[not(@* except (@name, @value))][j:is-constant(.)]" priority="1">
    <to:variable static="yes" name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="(sch:assert | sch:report)[not(@* except (@id, @role, @diagnostics, @subject, @test))]">
    <xsl:variable name="subject" as="xs:string" select="j:knowing((@subject, '.')[1])"/>
    <xsl:variable name="chinese" as="element(sch:diagnostic)?"
        select="key('diagnostic', tokenize(@diagnostics))[starts-with(@xml:lang, 'zh')]"/>
    <to:if test="{'not'[current()/self::sch:assert]}({j:knowing(@test)}) and j:wanted($wanted, '{@id}', {j:first($subject)})">
      <xsl:apply-templates select="../sch:let[not(j:is-tested(.))]"/>
      <to:sequence select="['{@id}', '{@role}', {j:first($subject)}, ({j:words(., $subject)}),
          ({j:words(($chinese, .)[1], $subject)})]"/>
    </to:if>
  </xsl:template>

  <!-- A rule is told of one node. -->
  <xsl:function name="j:first" as="xs:string">
    <xsl:param name="subject" as="xs:string"/>
    <xsl:sequence select="if ($subject eq '.') then '.' else '(' || $subject || ')[1]'"/>
  </xsl:function>

  <!-- Strings to be joined by who reads them: to make one node of each message takes longer than the rules do. -->
  <xsl:function name="j:words" as="xs:string">
    <xsl:param name="message" as="element()"/>
    <xsl:param name="subject" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$message/node()" mode="words">
        <xsl:with-param name="subject" select="j:first($subject)" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="string-join($words, ', ')"/>
  </xsl:function>

  <xsl:template mode="words" match="text()" as="xs:string">
    <xsl:sequence select="'''' || replace(., '''', '''''') => replace('\s+', ' ') || ''''"/>
  </xsl:template>

  <!-- SchXslt looks at the values from the subject, which is the context unless the rule names another. -->
  <xsl:template mode="words" match="sch:value-of" as="xs:string">
    <xsl:param name="subject" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="$subject[. ne '.'] ! (. || ' ! ') || 'string-join(data((' || j:knowing(@select) || ')), '' '')'"/>
  </xsl:template>

  <xsl:template mode="words" match="sch:name[not(@path)]" as="xs:string">
    <xsl:param name="subject" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="'name(' || $subject || ')'"/>
  </xsl:template>
</xsl:package>
