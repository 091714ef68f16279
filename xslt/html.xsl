<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading edition: one standalone document in, one page out.
     Words of the source stand in data-text="source"; what the page adds among them stands in data-text="generated". -->
<xsl:package name="urn:jilu:html" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:j="urn:jilu"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="html" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="html" visibility="public" on-no-match="fail"/>
  <xsl:output method="xhtml" html-version="5" indent="no" encoding="UTF-8" omit-xml-declaration="yes"
      include-content-type="no"/>

  <xsl:include href="html/modules.xsl"/>
</xsl:package>
