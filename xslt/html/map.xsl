<?xml version="1.0" encoding="UTF-8"?>
<!-- A map of the places whose position is known, drawn from their coordinates alone: the net of degrees, points, names. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:math="http://www.w3.org/2005/xpath-functions/math"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="map-width" as="xs:double" select="560"/>

  <xsl:template name="map">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="places" as="element(place)*" select="standOff//place[@xml:id][not(@copyOf)][exists(j:coordinates(.))]"/>
    <xsl:if test="exists($places[2])">
      <xsl:variable name="lats" as="xs:double+" select="$places ! j:coordinates(.)[1]"/>
      <xsl:variable name="lons" as="xs:double+" select="$places ! j:coordinates(.)[2]"/>
      <xsl:variable name="pad" as="xs:double" select="max((2, (max($lons) - min($lons)) * 0.09))"/>
      <xsl:variable name="west" as="xs:double" select="min($lons) - $pad"/>
      <xsl:variable name="east" as="xs:double" select="max($lons) + $pad"/>
      <xsl:variable name="scale" as="xs:double" select="$map-width div ($east - $west)"/>
      <xsl:variable name="top" as="xs:double" select="j:mercator(max($lats)) + $pad * 0.7"/>
      <xsl:variable name="bottom" as="xs:double" select="j:mercator(min($lats)) - $pad * 0.7"/>
      <xsl:variable name="height" as="xs:double" select="round(($top - $bottom) * $scale)"/>
      <xsl:variable name="step" as="xs:integer" select="if ($east - $west gt 40) then 20 else if ($east - $west gt 15) then 5 else 1"/>
      <xsl:variable name="points" as="map(*)*">
        <xsl:for-each select="$places">
          <xsl:sort select="j:coordinates(.)[2]"/>
          <xsl:sequence select="map{'x': round((j:coordinates(.)[2] - $west) * $scale, 1),
              'y': round(($top - j:mercator(j:coordinates(.)[1])) * $scale, 1),
              'label': string(j:in-language(placeName, $lang)), 'id': string(@xml:id), 'lang': j:lang(j:in-language(placeName, $lang))}"/>
        </xsl:for-each>
      </xsl:variable>
      <figure class="map">
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {$map-width} {$height}" role="img" aria-label="{j:string('map', $lang)}">
          <rect class="sea" x="0.5" y="0.5" width="{$map-width - 1}" height="{$height - 1}"/>
          <g class="net">
            <xsl:for-each select="(xs:integer(ceiling($west div $step)) to xs:integer(floor($east div $step))) ! (. * $step)">
              <xsl:variable name="x" as="xs:double" select="round((. - $west) * $scale, 1)"/>
              <path d="M{$x} 0V{$height}"/><text x="{$x + 4}" y="{$height - 6}">{.}°</text>
            </xsl:for-each>
            <xsl:for-each select="((-8 to 8) ! (. * max(($step idiv 2, 1))))[j:mercator(.) lt $top and j:mercator(.) gt $bottom]">
              <xsl:variable name="y" as="xs:double" select="round(($top - j:mercator(.)) * $scale, 1)"/>
              <path d="M0 {$y}H{$map-width}"/><text x="4" y="{$y - 4}">{.}°</text>
            </xsl:for-each>
          </g>
          <xsl:for-each select="fold-left($points, [], j:place-label#2)?*">
            <g class="point">
              <xsl:if test="abs(?ly - ?y - 5) gt 1"><path class="leader" d="M{?x} {?y}L{?lx - (if (?anchor eq 'end') then -3 else 3)} {?ly - 5}"/></xsl:if>
              <text x="{?lx}" y="{?ly}" text-anchor="{?anchor}" lang="{?lang}">{?label}</text>
            </g>
          </xsl:for-each>
          <g class="point"><xsl:for-each select="$points"><circle cx="{?x}" cy="{?y}" r="4"/></xsl:for-each></g>
        </svg>
        <figcaption>{j:string('map-caption', $lang)}</figcaption>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- A label goes right of its point, or left, or lower down: the first place where it covers neither label nor point. -->
  <xsl:function name="j:place-label" as="array(map(*))">
    <xsl:param name="placed" as="array(*)"/>
    <xsl:param name="point" as="map(*)"/>
    <xsl:variable name="width" as="xs:double" select="sum(string-to-codepoints($point?label) ! (if (. gt 11000) then 20 else 10))"/>
    <xsl:variable name="tries" as="map(*)*" select="for $dy in (5, -17, 27, -39, 49), $side in ('start', 'end') return map:merge(($point,
        map{'anchor': $side, 'width': $width, 'ly': $point?y + $dy,
            'lx': $point?x + (if ($side eq 'start') then 9 else -9) * (if ($dy eq 5) then 1 else 1.6)}))"/>
    <xsl:variable name="free" as="map(*)*" select="$tries[let $t := ., $from := j:left($t) return
        $from gt 2 and $t?ly gt 16 and $from + $width lt $map-width - 2 and
        (every $p in $placed?* satisfies abs($p?ly - $t?ly) gt 21 or j:left($p) gt $from + $width + 6 or $from gt j:left($p) + $p?width + 6)]"/>
    <xsl:sequence select="array:append($placed, ($free, $tries)[1])"/>
  </xsl:function>

  <xsl:function name="j:left" as="xs:double">
    <xsl:param name="label" as="map(*)"/>
    <xsl:sequence select="if ($label?anchor eq 'start') then $label?lx else $label?lx - $label?width"/>
  </xsl:function>

  <!-- Latitude and longitude, where both are numbers. -->
  <xsl:function name="j:coordinates" as="xs:double*">
    <xsl:param name="place" as="element(place)"/>
    <xsl:variable name="numbers" as="xs:double*"
        select="tokenize(normalize-space($place/location[1]/geo[1]), '[ ,]+')[. castable as xs:double] ! number(.)"/>
    <xsl:sequence select="$numbers[count($numbers) eq 2]"/>
  </xsl:function>

  <!-- Mercator's projection, in degrees of the equator. -->
  <xsl:function name="j:mercator" as="xs:double">
    <xsl:param name="latitude" as="xs:double"/>
    <xsl:variable name="phi" as="xs:double" select="$latitude * math:pi() div 180"/>
    <xsl:sequence select="math:log(math:tan(math:pi() div 4 + $phi div 2)) * 180 div math:pi()"/>
  </xsl:function>
</xsl:stylesheet>
