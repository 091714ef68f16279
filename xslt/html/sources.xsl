<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a text was published, and how this page is named by those who cite it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The compiler's words for each source are text; what the register knows of the publication is added. -->
  <xsl:template name="sources">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="sources" as="element()*" 
        select="teiHeader/fileDesc/sourceDesc[not(j:is-front(.))]/descendant::bibl[not(ancestor::bibl)]"/>
    <xsl:if test="exists($sources)">
      <section class="sources" aria-labelledby="jilu-sources" lang="{j:interface-tag(.)}">
        <h2 id="jilu-sources">{j:string('sources', $lang)}</h2>
        <ul>
          <xsl:for-each select="$sources">
            <li>
              <xsl:sequence select="j:attributes(., j:class(.)), (j:language(j:lang(.)))"/>
              <div class="cited">
                <div data-text="{if (@copyOf) then 'generated' else 'source'}"><xsl:apply-templates/></div>
                <xsl:if test="@type = ('base', 'parallel')">
                  <span class="role">{j:string('source-' || @type, $lang)}</span>
                </xsl:if>
              </div>
              <xsl:sequence select="key('id', j:ids(@corresp), root())/self::bibl ! j:publication(.)"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- How to cite, which edition, what rights, where the data are: what each page carries by itself. -->
  <xsl:template name="apparatus">
    <xsl:variable name="lang" as="xs:string" select="j:interface(.)"/>
    <xsl:variable name="file" as="element()" select="teiHeader/fileDesc"/>
    <section class="apparatus" aria-labelledby="jilu-cite" lang="{j:interface-tag(.)}">
      <h2 id="jilu-cite">{j:string('cite', $lang)}</h2>
      <xsl:call-template name="citations"/>
      <dl>
        <xsl:for-each select="$file/editionStmt/edition">
          <dt>{j:string('edition', $lang)}</dt>
          <dd>{j:edition(., $lang)}</dd>
        </xsl:for-each>
        <xsl:call-template name="rights"/>
        <xsl:if test="@xml:id and $shows-text">
          <dt>TEI</dt>
          <dd><a href="{j:root(.)}tei/{@xml:id}.xml" type="application/tei+xml">{
            j:string(if (j:is-front(.)) then 'tei-edition' else 'tei', $lang)}</a></dd>
        </xsl:if>
      </dl>
    </section>
  </xsl:template>

  <!-- Title, date, in what edition, which edition, identifier. -->
  <xsl:function name="j:citation" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="lang" as="xs:string" select="j:interface($tei)"/>
    <xsl:variable name="file" as="element()" select="$tei/teiHeader/fileDesc"/>
    <xsl:sequence select="string-join((
        if (j:is-front($tei) and empty($page)) then j:in-title(j:title($tei), $lang) else j:page-title($tei),
        $tei/teiHeader/profileDesc/creation/date/@when ! j:date(., $lang),
        j:edition-title($tei)[exists($page) or not(j:is-front($tei))] ! (j:string('cite-in', $lang) || j:in-title(., $lang)),
        $file/editionStmt/edition ! j:edition(., $lang),
        $tei/@xml:id[empty($page)]), j:string('comma', $lang)) || j:string('stop', $lang)"/>
  </xsl:function>

  <xsl:function name="j:edition" as="xs:string">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="normalize-space(string-join($edition/(node() except date)))"/>
    <xsl:variable name="number" as="xs:string?"
        select="$edition/@n ! (j:string('open-paren', $lang) || . || j:string('close-paren', $lang))"/>
    <xsl:sequence select="string-join((string-join(($name, $number)), $edition/date), j:string('comma', $lang))"/>
  </xsl:function>

  <xsl:function name="j:in-title" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="j:string('open-title', $lang) || $title || j:string('close-title', $lang)"/>
  </xsl:function>
</xsl:stylesheet>
