<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:v="urn:verrerie-du-lac:shipment" exclude-result-prefixes="v"
    xmlns="urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">

  <xsl:template match="/v:shipment">
    <xsl:if test="not(v:line)">
      <xsl:message terminate="yes">a shipment without lines says nothing</xsl:message>
    </xsl:if>
    <DespatchAdvice>
      <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:despatch_advice:3</cbc:CustomizationID>
      <cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:despatch_advice:3</cbc:ProfileID>
      <cbc:ID><xsl:value-of select="@number"/></cbc:ID>
      <cbc:IssueDate><xsl:value-of select="@date"/></cbc:IssueDate>
      <cac:OrderReference><cbc:ID><xsl:value-of select="@order"/></cbc:ID></cac:OrderReference>
      <cac:Shipment>
        <cbc:ID>1</cbc:ID>
        <cac:Consignment>
          <cbc:ID>1</cbc:ID>
          <cac:CarrierParty>
            <cac:PartyName><cbc:Name><xsl:value-of select="@carrier"/></cbc:Name></cac:PartyName>
          </cac:CarrierParty>
        </cac:Consignment>
        <cac:Delivery>
          <cac:Despatch><cbc:ActualDespatchDate><xsl:value-of select="@shipped"/></cbc:ActualDespatchDate></cac:Despatch>
        </cac:Delivery>
      </cac:Shipment>
      <xsl:apply-templates select="v:line"/>
    </DespatchAdvice>
  </xsl:template>

  <!-- Its boxes are dozens; everybody else counts pieces. -->
  <xsl:template match="v:line">
    <cac:DespatchLine>
      <cbc:ID><xsl:value-of select="@no"/></cbc:ID>
      <cbc:DeliveredQuantity unitCode="H87">
        <xsl:value-of select="@dozens * 12 + @pieces"/>
      </cbc:DeliveredQuantity>
      <cac:Item>
        <cbc:Name><xsl:value-of select="."/></cbc:Name>
        <cac:SellersItemIdentification><cbc:ID><xsl:value-of select="@ref"/></cbc:ID></cac:SellersItemIdentification>
      </cac:Item>
    </cac:DespatchLine>
  </xsl:template>
</xsl:stylesheet>
