<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:verrerie-du-lac:shipment" exclude-result-prefixes="u cac cbc"
    xmlns:u="urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <xsl:output encoding="UTF-8" indent="no"/>

  <xsl:template match="/u:DespatchAdvice">
    <shipment number="{cbc:ID}" date="{cbc:IssueDate}" order="{cac:OrderReference/cbc:ID}"
        shipped="{cac:Shipment/cac:Delivery/cac:Despatch/cbc:ActualDespatchDate}"
        carrier="{cac:Shipment/cac:Consignment/cac:CarrierParty/cac:PartyName/cbc:Name}">
      <xsl:apply-templates select="cac:DespatchLine"/>
      <xsl:text>&#10;</xsl:text>
    </shipment>
  </xsl:template>

  <xsl:template match="cac:DespatchLine">
    <xsl:text>&#10;  </xsl:text>
    <line no="{cbc:ID}" ref="{cac:Item/cac:SellersItemIdentification/cbc:ID}"
        dozens="{floor(cbc:DeliveredQuantity div 12)}" pieces="{cbc:DeliveredQuantity mod 12}">
      <xsl:value-of select="cac:Item/cbc:Name"/>
    </line>
  </xsl:template>
</xsl:stylesheet>
