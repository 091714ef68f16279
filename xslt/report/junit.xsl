<?xml version="1.0" encoding="UTF-8"?>
<!-- Findings as JUnit's XML, for build servers: a file is a suite, a finding a failed case. -->
<xsl:package name="urn:jilu:report:junit" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:output method="xml" indent="yes"/>

  <xsl:param name="json" as="xs:string" required="yes"/>

  <xsl:template name="xsl:initial-template" visibility="public">
    <xsl:variable name="report" as="map(*)" select="parse-json($json)"/>
    <xsl:variable name="findings" as="map(*)*" select="$report?findings?*"/>
    <testsuites name="jilu validate" tests="{max((1, count($findings)))}" errors="0"
        failures="{count($findings[?severity = 'error'])}">
      <xsl:if test="empty($findings)">
        <testsuite name="jilu" tests="1" failures="0" errors="0" skipped="0">
          <testcase classname="jilu" name="{$report?summary}"/>
        </testsuite>
      </xsl:if>
      <xsl:for-each-group select="$findings" group-by="?file">
        <testsuite name="{current-grouping-key()}" tests="{count(current-group())}" errors="0"
            failures="{count(current-group()[?severity = 'error'])}"
            skipped="{count(current-group()[not(?severity = 'error')])}">
          <xsl:for-each select="current-group()">
            <xsl:variable name="text" as="xs:string"
                select="?file || ':' || ?line || ':' || ?column || ': ' || string-join((?message, ?hint), ' ')"/>
            <testcase classname="{?file}" name="{?code} {?line}:{?column}" file="{?file}" line="{?line}">
              <xsl:choose>
                <xsl:when test="?severity = 'error'">
                  <failure type="{?code}" message="{?message}">{$text}</failure>
                </xsl:when>
                <xsl:otherwise>
                  <skipped message="{?severity}: {string-join((?message, ?hint), ' ')}">{$text}</skipped>
                </xsl:otherwise>
              </xsl:choose>
            </testcase>
          </xsl:for-each>
        </testsuite>
      </xsl:for-each-group>
    </testsuites>
  </xsl:template>
</xsl:package>
