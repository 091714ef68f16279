<?xml version="1.0" encoding="UTF-8"?>
<!-- GB/T 7714, the Chinese standard of references, from CSL-JSON. Both years put a part of a work as
     "author. title[mark/carrier]//editor. work: 第2卷. place: publisher, year: pages. address"; what an archive keeps as
     "title: shelfmark[A]. place: archive, day: pages". 2025 sets Chinese references with full-width commas, colons and
     round brackets, asks for the day of reading of web pages, data sets and preprints only, none of which is cited here,
     and writes Western surnames as they are; 2015 asks for it of all that is electronic and writes surnames in
     capitals. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    expand-text="yes" exclude-result-prefixes="#all">

  <!-- locator: a paragraph or page of it; seen: the day of reading, where one is known. -->
  <xsl:function name="j:gbt" as="xs:string">
    <xsl:param name="item" as="map(*)"/>
    <xsl:param name="year" as="xs:integer"/>
    <xsl:param name="locator" as="xs:string?"/>
    <xsl:param name="seen" as="xs:string?"/>
    <xsl:variable name="chinese" as="xs:boolean" select="starts-with($item?language, 'zh')"/>
    <xsl:variable name="marks" as="map(xs:string, xs:string)" select="j:gbt-marks($year, $chinese)"/>
    <xsl:variable name="names" as="function(array(*)?) as xs:string?" select="j:gbt-names(?, $year, $chinese)"/>
    <xsl:variable name="kind" as="xs:string" select="($item?custom?mark, j:gbt-mark($item?type))[1]"/>
    <xsl:variable name="mark" as="xs:string" select="'[' || $kind || j:gbt-carrier($item) ! ('/' || .) || ']'"/>
    <xsl:variable name="within" as="xs:boolean" select="exists($item?container-title)"/>
    <xsl:variable name="day-of-origin" as="xs:string?"
        select="$item[$within][$kind = ('A', 'R', 'Z')]?original-date ! j:csl-when(.)"/>
    <xsl:variable name="title" as="xs:string"
        select="string-join(($item?title, $item?archive_location, $day-of-origin), $marks?colon)"/>
    <xsl:variable name="volume" as="xs:string?" select="$item?volume ! j:gbt-volume(., $chinese)"/>
    <xsl:variable name="pages" as="xs:string?"
        select="string-join(($item?page ! translate(., '–', '-'), $locator), $marks?comma)[. ne '']"/>
    <xsl:variable name="day" as="xs:string?"
        select="$seen[exists(j:gbt-carrier($item))][$year eq 2015] ! ('[' || . || ']')"/>
    <xsl:variable name="imprint" as="xs:string?" select="j:gbt-imprint($item, j:gbt-issued($item, $kind, $year), $marks)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:choose>
        <xsl:when test="$item?type eq 'article-journal'">
          <xsl:variable name="issue" as="xs:string?"
              select="$item?issue ! ($marks?open || translate(., '–', '/') || $marks?close)"/>
          <xsl:variable name="issued" as="xs:string?" select="j:gbt-issued($item, $kind, $year)"/>
          <xsl:variable name="number" as="xs:string*"
              select="if ($item?volume) then ($issued, $item?volume || $issue) else $issued || $issue"/>
          <xsl:sequence select="$names($item?author), $title || $mark, string-join((string-join(($item?container-title,
              $number[. ne '']), $marks?comma), $pages), $marks?colon) || $day"/>
        </xsl:when>
        <xsl:when test="$within">
          <xsl:variable name="work" as="xs:string*"
              select="$names($item?editor), string-join(($item?container-title, $volume), $marks?colon),
              j:gbt-version($item, $chinese), $imprint"/>
          <xsl:sequence select="$names($item?author), $title || $mark || '//' || string-join((string-join($work, '. '),
              $pages), $marks?colon) || $day"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$names(($item?author, $item?editor)[1]), string-join(($title, $volume), $marks?colon) || $mark,
              string-join((string-join((j:gbt-version($item, $chinese), $imprint), '. ')[. ne ''], $pages), $marks?colon)
              || $day"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="string-join(($parts[. ne ''], $item?URL), '. ') || '.'[empty($item?URL)]"/>
  </xsl:function>

  <!-- The marks between the parts of a reference, as the standard itself is set: since 2025 those of Chinese are full-width, but
       for the full stop and the square brackets. -->
  <xsl:function name="j:gbt-marks" as="map(xs:string, xs:string)">
    <xsl:param name="year" as="xs:integer"/>
    <xsl:param name="chinese" as="xs:boolean"/>
    <xsl:sequence select="if ($year eq 2025 and $chinese) then map{'comma': '，', 'colon': '：', 'open': '（', 'close': '）'}
        else map{'comma': ', ', 'colon': ': ', 'open': '(', 'close': ')'}"/>
  </xsl:function>

  <xsl:function name="j:gbt-mark" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="(map{'article-journal': 'J', 'book': 'M', 'chapter': 'M', 'report': 'R'}($type), 'Z')[1]"/>
  </xsl:function>

  <!-- What bears it: the network where there is an address, else what the record says (tape MT, disk DK, CD, since 2025 microform
       MM); print has no mark. -->
  <xsl:function name="j:gbt-carrier" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:sequence select="if (exists($item?URL)) then 'OL' else $item?custom?carrier"/>
  </xsl:function>

  <!-- The year; since 2025 the whole day of what an archive keeps or an office issued, where no publisher printed it. -->
  <xsl:function name="j:gbt-issued" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="year" as="xs:integer"/>
    <xsl:variable name="by-day" as="xs:boolean"
        select="$year eq 2025 and $kind = ('A', 'R') and empty(($item?container-title, $item?publisher))"/>
    <xsl:variable name="date" as="map(*)?"
        select="($item[empty(.?container-title)][$kind eq 'A']?original-date, $item?issued)[1]"/>
    <xsl:sequence select="$date ! (if (exists(.?literal)) then .?literal
        else if ($by-day) then j:csl-when(.) else string((.?date-parts?1)?1))"/>
  </xsl:function>

  <xsl:function name="j:gbt-volume" as="xs:string">
    <xsl:param name="volume" as="xs:string"/>
    <xsl:param name="chinese" as="xs:boolean"/>
    <xsl:sequence select="if ($chinese) then '第' || $volume || '卷' else 'vol. ' || $volume"/>
  </xsl:function>

  <xsl:function name="j:locator" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="if ($lang eq 'zh') then '第' || $number || '段' else 'para. ' || $number"/>
  </xsl:function>

  <xsl:function name="j:gbt-version" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:param name="chinese" as="xs:boolean"/>
    <xsl:sequence select="$item?version ! (if ($chinese) then . || '版' else 'Version ' || .)"/>
  </xsl:function>

  <!-- Where and by whom it was published, or is kept; when. -->
  <xsl:function name="j:gbt-imprint" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:param name="issued" as="xs:string?"/>
    <xsl:param name="marks" as="map(xs:string, xs:string)"/>
    <xsl:variable name="place" as="xs:string?" select="($item?publisher-place, $item?archive-place)[1]"/>
    <xsl:variable name="published" as="xs:string"
        select="string-join(($place, ($item?publisher, $item?archive)[1]), $marks?colon)"/>
    <xsl:sequence select="string-join(($published[. ne ''], $issued), $marks?comma)[. ne '']"/>
  </xsl:function>

  <!-- Three names at most. -->
  <xsl:function name="j:gbt-names" as="xs:string?">
    <xsl:param name="names" as="array(*)?"/>
    <xsl:param name="year" as="xs:integer"/>
    <xsl:param name="chinese" as="xs:boolean"/>
    <xsl:variable name="all" as="xs:string*" select="$names?* ! j:gbt-name(., $year)"/>
    <xsl:sequence select="string-join(($all[position() le 3],
        (if ($chinese) then '等' else 'et al')[count($all) gt 3]), j:gbt-marks($year, $chinese)?comma)[. ne '']"/>
  </xsl:function>

  <!-- A surname first, in capitals in 2015; Western given names by their initials, which 2025 leaves hyphened; Chinese ones whole. -->
  <xsl:function name="j:gbt-name" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:param name="year" as="xs:integer"/>
    <xsl:variable name="surname" as="xs:string?"
        select="if ($year eq 2015) then $name?family ! upper-case(.) else $name?family"/>
    <xsl:variable name="initials" as="xs:string*" select="tokenize($name?given, if ($year eq 2015) then '[\s.\-]+' else '[\s.]+')
        [. ne ''] ! string-join(tokenize(., '-') ! substring(., 1, 1), '-')"/>
    <xsl:sequence select="if (exists($name?literal)) then $name?literal
        else if (matches($name?family, '[㐀-鿿]')) then $name?family || $name?given
        else string-join(($surname, if ($name?static-ordering) then $name?given else $initials), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
