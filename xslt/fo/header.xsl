<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header gives to print: metadata of the file, and each document's opening and sources. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="xs j">

  <xsl:mode name="xmp" on-no-match="shallow-skip"/>
  <xsl:mode name="parties" on-no-match="shallow-skip"/>

  <xsl:template match="teiHeader" mode="xmp">
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF>
        <rdf:Description rdf:about="">
          <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{normalize-space(fileDesc/titleStmt/title[1])}</rdf:li></rdf:Alt></dc:title>
          <dc:creator>
            <rdf:Seq>
              <xsl:for-each select="fileDesc/titleStmt/(author | editor | respStmt/(persName | orgName | name))">
                <rdf:li>{normalize-space()}</rdf:li>
              </xsl:for-each>
            </rdf:Seq>
          </dc:creator>
          <dc:identifier>{string((fileDesc/publicationStmt/idno, /TEI/@xml:id)[1])}</dc:identifier>
          <xsl:for-each select="fileDesc/publicationStmt/publisher">
            <dc:publisher><rdf:Bag><rdf:li>{normalize-space()}</rdf:li></rdf:Bag></dc:publisher>
          </xsl:for-each>
          <xsl:for-each select="fileDesc/publicationStmt/availability">
            <dc:rights>
              <rdf:Alt>
                <rdf:li xml:lang="x-default">{normalize-space(p[1])}</rdf:li>
                <xsl:for-each select="p, licence"><rdf:li xml:lang="{j:lang(.)}">{normalize-space()}</rdf:li></xsl:for-each>
              </rdf:Alt>
            </dc:rights>
          </xsl:for-each>
          <dc:language><rdf:Bag><rdf:li>{j:lang(.)}</rdf:li></rdf:Bag></dc:language>
        </rdf:Description>
      </rdf:RDF>
    </x:xmpmeta>
  </xsl:template>

  <!-- Kind and parties, in one line over the text. -->
  <xsl:template name="facts">
    <xsl:variable name="profile" as="element(profileDesc)?" select="teiHeader/profileDesc"/>
    <xsl:variable name="facts" as="xs:string*">
      <xsl:for-each select="$profile/textClass/catRef">{j:category(.)}</xsl:for-each>
      <xsl:apply-templates select="$profile/(particDesc, correspDesc)" mode="parties"/>
    </xsl:variable>
    <xsl:if test="exists($facts)">
      <fo:block j:text="generated" text-align="center" font-family="hei" font-size="9pt" color="{$grey}">
        <xsl:text>{string-join($facts, '　')}</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="particDesc" mode="parties" as="xs:string">
    <xsl:sequence select="string-join((.//person | .//personGrp) ! j:party(.),
        j:string('enumeration-comma', j:interface(.)))"/>
  </xsl:template>

  <xsl:template match="correspDesc" mode="parties" as="xs:string">
    <xsl:sequence select="string-join(correspAction ! string-join((persName | orgName | name) ! normalize-space(),
        j:string('enumeration-comma', j:interface(.))), ' → ')"/>
  </xsl:template>

  <!-- A party's name: its own, or its register entry's. -->
  <xsl:function name="j:party" as="xs:string">
    <xsl:param name="party" as="element()"/>
    <xsl:sequence select="string(($party/persName, key('id', j:ids($party/@sameAs), root($party))/(persName | orgName),
        $party/@xml:id)[1])"/>
  </xsl:function>

  <xsl:function name="j:category" as="xs:string">
    <xsl:param name="reference" as="element(catRef)"/>
    <xsl:variable name="descriptions" as="element(catDesc)*"
        select="key('id', j:ids($reference/@target), root($reference))/catDesc"/>
    <xsl:sequence select="string(($descriptions[j:lang(.) = j:lang($reference)], $descriptions, $reference/@target)[1])"/>
  </xsl:function>

  <!-- The sources of a document, in the words in which they are cited. -->
  <xsl:template match="sourceDesc">
    <xsl:if test="exists(.//bibl) and not(j:has-source-note(ancestor::TEI))">
      <fo:block space-before="18pt" border-before-style="solid" border-before-width="0.4pt" border-before-color="{$grey}"
          padding-before="6pt" keep-together.within-page="always" xsl:use-attribute-sets="small">
        <fo:block j:text="generated" keep-with-next.within-page="always" xsl:use-attribute-sets="label">
          <xsl:text>{j:string('sources', j:interface(.))}</xsl:text>
        </fo:block>
        <xsl:apply-templates select=".//bibl"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sourceDesc//bibl">
    <fo:block start-indent="2em" text-indent="-2em"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- Cited once for several documents: the words stand where they were printed, and here only as a help. -->
  <xsl:template match="sourceDesc//bibl[@copyOf]" priority="1">
    <fo:block j:text="generated" start-indent="2em" text-indent="-2em"><xsl:apply-templates/></fo:block>
  </xsl:template>
</xsl:stylesheet>
