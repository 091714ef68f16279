<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition's standalone file in, a list of the site's addresses for search engines out; nothing where the edition names no
     address of its own, since such a list takes whole addresses only. -->
<xsl:package name="urn:jilu:sitemap" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    default-mode="sitemap" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:mode name="sitemap" visibility="public" on-no-match="shallow-skip"/>
  <xsl:output method="xml" indent="no" encoding="UTF-8" omit-xml-declaration="yes"/>

  <!-- Pages by their place in the site. -->
  <xsl:param name="addresses" as="xs:string*" required="yes"/>

  <xsl:template match="/TEI/teiHeader/fileDesc/publicationStmt[idno[@type = 'URI'][matches(., '^https?://')]]">
    <xsl:variable name="base" as="xs:string" select="replace(idno[@type = 'URI'][1], '([^/])$', '$1/')"/>
    <urlset>
      <xsl:for-each select="$addresses[not(ends-with(., '404.html'))]">
        <url><loc>{$base}{.}</loc></url>
      </xsl:for-each>
    </urlset>
  </xsl:template>

  <xsl:template match="text()"/>
</xsl:package>
