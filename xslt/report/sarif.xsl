<?xml version="1.0" encoding="UTF-8"?>
<!-- Findings as SARIF 2.1.0, the form that code hosts show beside the lines of a change. -->
<xsl:package name="urn:jilu:report:sarif" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:j="urn:jilu" exclude-result-prefixes="#all">

  <xsl:output method="json" indent="yes"/>

  <xsl:param name="json" as="xs:string" required="yes"/>

  <xsl:template name="xsl:initial-template" visibility="public">
    <xsl:variable name="report" as="map(*)" select="parse-json($json)"/>
    <xsl:sequence select="map {
        '$schema': 'https://json.schemastore.org/sarif-2.1.0.json',
        'version': '2.1.0',
        'runs': array { map {
          'tool': map { 'driver': map {
            'name': 'Jilu', 'semanticVersion': $report?version, 'rules': array { $report?rules?* ! j:rule(.) } } },
          'language': $report?language,
          'columnKind': 'unicodeCodePoints',
          'results': array { $report?findings?* ! j:result(., $report?rules?*) } } } }"/>
  </xsl:template>

  <xsl:function name="j:rule" as="map(*)">
    <xsl:param name="rule" as="map(*)"/>
    <xsl:sequence select="map:merge((map {
        'id': $rule?code,
        'shortDescription': map { 'text': $rule?title },
        'fullDescription': map { 'text': $rule?purpose },
        'help': map {
          'text': string-join(($rule?purpose, $rule?wrong ! ('✗ ' || .), $rule?right ! ('✓ ' || .)), '&#10;'),
          'markdown': string-join(($rule?purpose, $rule?wrong ! ('✗' || j:fenced(.)), $rule?right ! ('✓' || j:fenced(.)),
              $rule?guidelines ! ('&lt;' || . || '&gt;')), '&#10;&#10;') },
        'properties': map {
          'tags': array { 'tei', 'encoding' },
          'precision': 'very-high',
          'problem.severity': if ($rule?severity = 'info') then 'recommendation' else $rule?severity },
        'defaultConfiguration': map { 'level': j:level($rule?severity) } },
        $rule?guidelines ! map { 'helpUri': . }))"/>
  </xsl:function>

  <xsl:function name="j:fenced" as="xs:string">
    <xsl:param name="example" as="xs:string"/>
    <xsl:sequence select="'&#10;&#10;```xml&#10;' || $example || '&#10;```'"/>
  </xsl:function>

  <xsl:function name="j:result" as="map(*)">
    <xsl:param name="finding" as="map(*)"/>
    <xsl:param name="rules" as="map(*)*"/>
    <xsl:variable name="index" as="xs:integer*" select="index-of($rules ! .?code, $finding?code)"/>
    <xsl:sequence select="map:merge((
        map {
          'ruleId': $finding?code,
          'level': j:level($finding?severity),
          'message': map { 'text': string-join(($finding?message, $finding?hint), ' ') },
          'locations': array { map:merge((
            map { 'physicalLocation': map {
              'artifactLocation': j:file($finding),
              'region': map {
                'startLine': xs:integer($finding?line), 'startColumn': xs:integer($finding?column),
                'endLine': xs:integer($finding?line), 'endColumn': xs:integer($finding?endColumn) } } },
            $finding?path[.] ! map { 'logicalLocations': array { map { 'fullyQualifiedName': ., 'kind': 'element' } } })) } },
        map { 'partialFingerprints': map { 'primaryLocationLineHash': $finding?fingerprint } },
        $index[1] ! map { 'ruleIndex': . - 1 },
        $finding?fix ! map { 'fixes': array { j:fix(., $finding) } }))"/>
  </xsl:function>

  <xsl:function name="j:fix" as="map(*)">
    <xsl:param name="fix" as="map(*)"/>
    <xsl:param name="finding" as="map(*)"/>
    <xsl:sequence select="map {
        'description': map { 'text': ($finding?hint, $finding?message)[1] },
        'artifactChanges': array { map {
          'artifactLocation': j:file($finding),
          'replacements': array { map {
            'deletedRegion': map {
              'startLine': xs:integer($fix?line), 'startColumn': xs:integer($fix?column),
              'endLine': xs:integer($fix?endLine), 'endColumn': xs:integer($fix?endColumn) },
            'insertedContent': map { 'text': $fix?replacement } } } } } }"/>
  </xsl:function>

  <!-- Addresses are relative to the root of the repository, where checks are run. -->
  <xsl:function name="j:file" as="map(*)">
    <xsl:param name="finding" as="map(*)"/>
    <xsl:variable name="path" as="xs:string" select="string-join(tokenize($finding?file, '/') ! encode-for-uri(.), '/')"/>
    <xsl:sequence select="map { 'uri': if (starts-with($path, '/')) then 'file://' || $path else $path }"/>
  </xsl:function>

  <xsl:function name="j:level" as="xs:string">
    <xsl:param name="severity" as="xs:string"/>
    <xsl:sequence select="if ($severity = 'info') then 'note' else $severity"/>
  </xsl:function>
</xsl:package>
