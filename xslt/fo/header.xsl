<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header gives to print: metadata of the file, title page, imprint, and each document's opening and sources. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:j="urn:jilu"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="fo" expand-text="yes" exclude-result-prefixes="xs j">

  <xsl:mode name="xmp" on-no-match="shallow-skip"/>
  <xsl:mode name="title-page" on-no-match="shallow-skip"/>
  <xsl:mode name="imprint" on-no-match="shallow-skip"/>
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
          <dc:language><rdf:Bag><rdf:li>{j:lang(.)}</rdf:li></rdf:Bag></dc:language>
        </rdf:Description>
      </rdf:RDF>
    </x:xmpmeta>
  </xsl:template>

  <xsl:template match="teiHeader" mode="title-page">
    <fo:block j:text="generated" text-align="center" space-before="24pt">
      <xsl:for-each select="fileDesc/titleStmt/title[position() gt 1]">
        <fo:block font-size="12pt" line-height="20pt" xml:lang="{j:lang(.)}">{normalize-space()}</fo:block>
      </xsl:for-each>
      <xsl:for-each select="fileDesc/titleStmt/respStmt">
        <fo:block space-before="40pt" font-family="kai" font-size="13pt">{persName | orgName | name}　{resp}</fo:block>
      </xsl:for-each>
      <xsl:for-each select="fileDesc/editionStmt/edition">
        <fo:block space-before="230pt">{text()}</fo:block>
        <fo:block>{date}</fo:block>
      </xsl:for-each>
      <fo:block>{fileDesc/publicationStmt/publisher}</fo:block>
    </fo:block>
  </xsl:template>

  <!-- The last words of the book: principles of the edition, rights. -->
  <xsl:template match="teiHeader" mode="imprint">
    <fo:block j:text="generated" space-before="30pt" border-before-style="solid" border-before-width="0.4pt"
        border-before-color="{$grey}" padding-before="12pt" xsl:use-attribute-sets="small">
      <xsl:apply-templates select="encodingDesc/editorialDecl, fileDesc/publicationStmt/availability" mode="imprint"/>
      <fo:block text-align="justify" space-before="6pt">{fileDesc/titleStmt/title[1]}，{fileDesc/editionStmt/edition}，{j:string('id', j:interface(.))} {/TEI/@xml:id}</fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template match="editorialDecl | availability" mode="imprint">
    <fo:block role="H2" font-family="hei" keep-with-next.within-page="always" space-before="8pt">
      <xsl:text>{j:string(if (self::availability) then 'rights' else 'principles', j:interface(.))}</xsl:text>
    </fo:block>
    <xsl:apply-templates mode="imprint"/>
  </xsl:template>

  <xsl:template match="p" mode="imprint">
    <fo:block space-before="2pt" xml:lang="{j:lang(.)}" xsl:use-attribute-sets="justified">{normalize-space()}</fo:block>
  </xsl:template>

  <!-- Kind and parties, in one line over the text. -->
  <xsl:template name="facts">
    <xsl:variable name="profile" as="element(profileDesc)?" select="teiHeader/profileDesc"/>
    <xsl:variable name="facts" as="xs:string*">
      <xsl:for-each select="$profile/textClass/catRef">{j:category(.)}</xsl:for-each>
      <xsl:apply-templates select="$profile/(particDesc, correspDesc)" mode="parties"/>
    </xsl:variable>
    <xsl:if test="exists($facts)">
      <fo:block j:text="generated" text-align="center" space-before="6pt" xsl:use-attribute-sets="label">
        <xsl:text>{string-join($facts, '　')}</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="particDesc" mode="parties" as="xs:string">
    <xsl:sequence select="string-join((.//person | .//personGrp) ! j:party(.), '、')"/>
  </xsl:template>

  <xsl:template match="correspDesc" mode="parties" as="xs:string">
    <xsl:sequence select="string-join(correspAction ! string-join((persName | orgName | name) ! normalize-space(), '、'), ' → ')"/>
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
    <xsl:if test="exists(.//bibl)">
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
