<?xml version="1.0" encoding="UTF-8"?>
<!-- An OAI-PMH static repository: Dublin Core of every document, for a gateway to serve. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="j:oai" as="xs:string">
    <xsl:variable name="host" as="xs:string" select="replace($edition?base, '^https?://([^/:]+).*$', '$1')"/>
    <xsl:variable name="repository" as="element()">
      <Repository xmlns="http://www.openarchives.org/OAI/2.0/static-repository" xmlns:oai="http://www.openarchives.org/OAI/2.0/"
          xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/static-repository http://www.openarchives.org/OAI/2.0/static-repository.xsd">
        <Identify>
          <oai:repositoryName>{$edition?title}</oai:repositoryName>
          <oai:baseURL>{$edition?base}data/oai.xml</oai:baseURL>
          <oai:protocolVersion>2.0</oai:protocolVersion>
          <oai:adminEmail>{$edition?email}</oai:adminEmail>
          <oai:earliestDatestamp>{$edition?issued}</oai:earliestDatestamp>
          <oai:deletedRecord>no</oai:deletedRecord>
          <oai:granularity>YYYY-MM-DD</oai:granularity>
        </Identify>
        <ListMetadataFormats>
          <oai:metadataFormat>
            <oai:metadataPrefix>oai_dc</oai:metadataPrefix>
            <oai:schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</oai:schema>
            <oai:metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</oai:metadataNamespace>
          </oai:metadataFormat>
        </ListMetadataFormats>
        <ListRecords metadataPrefix="oai_dc">
          <xsl:for-each select="$documents">
            <oai:record>
              <oai:header>
                <oai:identifier>oai:{$host}:{?id}</oai:identifier>
                <oai:datestamp>{$edition?issued}</oai:datestamp>
              </oai:header>
              <oai:metadata>
                <oai_dc:dc
                    xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
                  <dc:title>{?title}</dc:title>
                  <xsl:for-each select="?sent?*?name"><dc:creator>{.}</dc:creator></xsl:for-each>
                  <xsl:for-each select="$edition?publisher"><dc:publisher>{.}</dc:publisher></xsl:for-each>
                  <xsl:for-each select="?kindLabel"><dc:type>{.}</dc:type></xsl:for-each>
                  <xsl:for-each select="?date"><dc:date>{.}</dc:date></xsl:for-each>
                  <dc:identifier>{$edition?base}{?files?html}</dc:identifier>
                  <xsl:for-each select="?sources?*?note"><dc:source>{.}</dc:source></xsl:for-each>
                  <dc:language>{?language}</dc:language>
                  <xsl:for-each select="$edition?rights"><dc:rights>{.}</dc:rights></xsl:for-each>
                </oai_dc:dc>
              </oai:metadata>
            </oai:record>
          </xsl:for-each>
        </ListRecords>
      </Repository>
    </xsl:variable>
    <xsl:sequence
        select="serialize($repository, map{'method': 'xml', 'indent': true(), 'omit-xml-declaration': false()}) || '&#10;'"/>
  </xsl:function>
</xsl:stylesheet>
