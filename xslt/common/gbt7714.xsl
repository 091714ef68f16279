<?xml version="1.0" encoding="UTF-8"?>
<!-- GB/T 7714, the Chinese standard of references, from CSL-JSON. Both years put a part of a work as
     "author. title[mark/carrier]//editor. work: 第2卷. place: publisher, year: pages[seen]. address."; 2025 asks for the day of
     reading of things on the network only and writes Western surnames as they are, 2015 in capitals. -->
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
    <xsl:variable name="names" as="function(array(*)?) as xs:string?" select="j:gbt-names(?, $year, $chinese)"/>
    <xsl:variable name="mark" as="xs:string" select="'[' || ($item?custom?mark, j:gbt-mark($item?type))[1]
        || j:gbt-carrier($item) ! ('/' || .) || ']'"/>
    <xsl:variable name="title" as="xs:string"
        select="string-join(($item?title, $item[.?custom?mark = ('A', 'R', 'Z')]?original-date ! j:csl-when(.)), ': ')"/>
    <xsl:variable name="volume" as="xs:string?" select="$item?volume ! j:gbt-volume(., $chinese)"/>
    <xsl:variable name="issued" as="xs:string?"
        select="$item?issued ! (if (exists(.?literal)) then .?literal else string((.?date-parts?1)?1))"/>
    <xsl:variable name="pages" as="xs:string?"
        select="string-join(($item?page ! translate(., '–', '-'), $locator), ', ')[. ne '']"/>
    <xsl:variable name="online" as="xs:boolean" select="exists($item?URL)"/>
    <xsl:variable name="day" as="xs:string?"
        select="$seen[$online or $year eq 2015 and exists(j:gbt-carrier($item))] ! ('[' || . || ']')"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:choose>
        <xsl:when test="$item?type eq 'article-journal'">
          <xsl:variable name="issue" as="xs:string?" select="$item?issue ! ('(' || translate(., '–', '-') || ')')"/>
          <xsl:variable name="number" as="xs:string*"
              select="if ($item?volume) then ($issued, $item?volume || $issue) else $issued || $issue"/>
          <xsl:sequence select="$names($item?author), $title || $mark, string-join((string-join(($item?container-title,
              $number[. ne '']), ', '),
              $pages), ': ') || $day"/>
        </xsl:when>
        <xsl:when test="exists($item?container-title)">
          <xsl:variable name="within" as="xs:string*"
              select="$names($item?editor), string-join(($item?container-title, $volume), ': '),
              j:gbt-version($item, $chinese), j:gbt-imprint($item, $issued)"/>
          <xsl:sequence select="$names($item?author), $title || $mark || '//' || string-join((string-join($within, '. '),
              $pages), ': ') || $day"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$names(($item?author, $item?editor)[1]), string-join(($title, $volume), ': ') || $mark,
              string-join((string-join((j:gbt-version($item, $chinese), j:gbt-imprint($item, $issued)), '. ')[. ne ''], $pages),
                  ': ') || $day"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="string-join(($parts[. ne ''], $item?URL), '. ') || '.'[empty($item?URL)]"/>
  </xsl:function>

  <xsl:function name="j:gbt-mark" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="(map{'article-journal': 'J', 'article-newspaper': 'N', 'book': 'M', 'collection': 'G', 'chapter': 'M',
        'report': 'R', 'thesis': 'D', 'webpage': 'EB', 'dataset': 'DS', 'map': 'CM', 'manuscript': 'A'}($type), 'Z')[1]"/>
  </xsl:function>

  <!-- What bears it: the network where there is an address, else what the record says (MT, DK, CD); print has no mark. -->
  <xsl:function name="j:gbt-carrier" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:sequence select="if (exists($item?URL)) then 'OL' else $item?custom?carrier"/>
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

  <xsl:function name="j:gbt-imprint" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:param name="issued" as="xs:string?"/>
    <xsl:variable name="published" as="xs:string" select="string-join(($item?publisher-place, $item?publisher), ': ')"/>
    <xsl:sequence select="string-join(($published[. ne ''], $issued), ', ')[. ne '']"/>
  </xsl:function>

  <!-- Three names at most; a surname first, in capitals in 2015, and the given names by their initials. -->
  <xsl:function name="j:gbt-names" as="xs:string?">
    <xsl:param name="names" as="array(*)?"/>
    <xsl:param name="year" as="xs:integer"/>
    <xsl:param name="chinese" as="xs:boolean"/>
    <xsl:variable name="all" as="xs:string*" select="$names?* ! (if (exists(.?literal)) then .?literal
        else if (matches(.?family, '[㐀-鿿]')) then .?family || .?given
        else string-join((if ($year eq 2015) then upper-case(.?family) else .?family,
            tokenize(.?given, '[\s.\-]+')[. ne ''] ! substring(., 1, 1)), ' '))"/>
    <xsl:sequence select="string-join(($all[position() le 3],
        (if ($chinese) then '等' else 'et al')[count($all) gt 3]), ', ')[. ne '']"/>
  </xsl:function>
</xsl:stylesheet>
