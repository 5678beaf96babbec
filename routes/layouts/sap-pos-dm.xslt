<?xml version="1.0" encoding="UTF-8"?>
<!-- SAP POS DM as XML: one item of IT_TRANSACTION. The same rules as sap-pos-dm.jslt, which says why. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:functions">

  <xsl:param name="source" as="xs:string"/>
  <xsl:param name="contactKeyType" as="xs:string" select="'memberNumber'"/>
  <xsl:param name="currency" as="xs:string*"/>
  <xsl:param name="taxPercent" as="xs:string*"/>
  <xsl:param name="saleTypes" as="xs:string*"/>
  <xsl:param name="returnItemTypes" as="xs:string*"/>
  <xsl:param name="ignoredItemTypes" as="xs:string*"/>
  <xsl:param name="ignoredItems" as="xs:string*"/>

  <!-- SAP writes a minus behind the number; an empty or absent one is nothing. -->
  <xsl:function name="f:amount" as="xs:decimal">
    <xsl:param name="text" as="element()?"/>
    <xsl:variable name="written" select="normalize-space($text)"/>
    <xsl:sequence select="if ($written = '') then 0.0
        else if (ends-with($written, '-')) then -xs:decimal(substring-before($written, '-'))
        else xs:decimal($written)"/>
  </xsl:function>

  <xsl:function name="f:digits" as="xs:string">
    <xsl:param name="text" as="element()?"/>
    <xsl:sequence select="replace($text, '[^0-9]', '')"/>
  </xsl:function>

  <!-- The rows of a table, with or without an item around each. -->
  <xsl:function name="f:rows" as="element()*">
    <xsl:param name="table" as="element()*"/>
    <xsl:sequence select="for $each in $table return if ($each/item) then $each/item else $each[*]"/>
  </xsl:function>

  <xsl:function name="f:number" as="xs:string">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="string(($item/RETAILNUMBER, $item/RETAILSEQUENCENUMBER)[1])"/>
  </xsl:function>

  <xsl:function name="f:discounts" as="element()*">
    <xsl:param name="item" as="element()"/>
    <xsl:param name="transaction" as="element()"/>
    <xsl:sequence select="f:rows(($item/DISCOUNT, $item/LINEITEMDISCOUNT)),
        f:rows(($transaction/LINEITEMDISCOUNT, $transaction/LINEITEMDISC))[f:number(.) = f:number($item)]"/>
  </xsl:function>

  <xsl:function name="f:is-return" as="xs:boolean">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="f:amount($item/SALESAMOUNT) lt 0 or f:amount($item/RETAILQUANTITY) lt 0
        or $item/RETAILTYPECODE = $returnItemTypes"/>
  </xsl:function>

  <xsl:template match="/*">
    <xsl:variable name="transaction" select="."/>
    <!-- A row without any price is no goods: loyalty points stand like that among the items. -->
    <xsl:variable name="items" select="f:rows(RETAILLINEITEM)[not(RETAILTYPECODE = $ignoredItemTypes)]
        [not(ITEMID = $ignoredItems)]
        [f:amount(SALESAMOUNT) ne 0 or f:amount((NORMALSALESAMT, NORMALSALESAMOUNT)[1]) ne 0
          or exists(f:discounts(., $transaction))]"/>
    <xsl:variable name="type" select="string((TRANSTYPECODE, TRANSACTIONTYPECODE)[1])"/>
    <xsl:choose>
      <xsl:when test="string(TRAININGFLAG)"><nonSale>training</nonSale></xsl:when>
      <xsl:when test="string(REVERSALFLAG) or string(VOIDFLAG)"><nonSale>cancelled</nonSale></xsl:when>
      <xsl:when test="exists($saleTypes) and not($type = $saleTypes)"><nonSale>other-transaction</nonSale></xsl:when>
      <xsl:when test="empty($items)"><nonSale>no-goods</nonSale></xsl:when>
      <!-- Numbers begin again in every store, at every till and on every day, so a receipt is known by all of them. -->
      <xsl:when test="not(string(RETAILSTOREID)) or not(string(WORKSTATIONID)) or not(string(BUSINESSDAYDATE))
          or not(string((TRANSNUMBER, TRANSACTIONSEQUENCENUMBER)[1]))">
        <rejected>
          <code>unique-id-incomplete</code>
          <place>RETAILSTOREID, WORKSTATIONID, BUSINESSDAYDATE, TRANSNUMBER</place>
          <rule>must all be there: without one of them the receipt could not be told from others; correct it at the sender</rule>
        </rejected>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="receipt">
          <xsl:with-param name="items" select="$items"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="receipt">
    <xsl:param name="items" as="element()*"/>
    <xsl:variable name="transaction" select="."/>
    <xsl:variable name="day" select="f:digits(BUSINESSDAYDATE)"/>
    <xsl:variable name="number" select="string((TRANSNUMBER, TRANSACTIONSEQUENCENUMBER)[1])"/>
    <xsl:variable name="end" select="(ENDTIMESTAMP, ENDDATETIMESTAMP, BEGINTIMESTAMP, BEGINDATETIMESTAMP)[string(.)][1]"/>
    <xsl:variable name="paid" as="xs:decimal" select="sum(for $item in $items
        return abs(f:amount($item/SALESAMOUNT)) * (if (f:is-return($item)) then -1 else 1), 0.0)"/>
    <xsl:variable name="tenders" select="f:rows(TENDER)[string(TENDERAMOUNT)]"/>
    <xsl:variable name="tendered" as="xs:decimal" select="sum(for $tender in $tenders return f:amount($tender/TENDERAMOUNT), 0.0)"/>
    <!-- Some systems write what is given back without a minus; the lines tell. -->
    <xsl:variable name="turn" select="if ($paid lt 0 and $tendered = -$paid) then -1 else 1"/>
    <receipt>
      <uniqueId>{string-join(($source, RETAILSTOREID, WORKSTATIONID, $day, $number), '-')}</uniqueId>
      <receiptNumber>{$number}</receiptNumber>
      <storeId>{RETAILSTOREID}</storeId>
      <registerId>{WORKSTATIONID}</registerId>
      <sequence>{$number}</sequence>
      <businessDate>{replace($day, '^(\d{4})(\d\d)(\d\d)$', '$1-$2-$3')}</businessDate>
      <occurredAt>{replace(f:digits($end), '^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$', '$1-$2-$3T$4:$5:$6')}</occurredAt>
      <currency>{((TRANSCURRENCY, TRANSACTIONCURRENCY_ISO, TRANSACTIONCURRENCY)[string(.)]/string(), $currency)[1]}</currency>
      <contactKeys>
        <xsl:for-each select="f:rows(LOYALTY)[string(CUSTCARDNUMBER)]">
          <contactKey><type>{$contactKeyType}</type><value>{CUSTCARDNUMBER}</value></contactKey>
        </xsl:for-each>
      </contactKeys>
      <lines>
        <xsl:for-each select="$items">
          <line>
            <type>{if (f:is-return(.)) then 'RETURN' else 'SALE'}</type>
            <sku>{ITEMID}</sku>
            <articleName>{(ITEMDESCRIPTION[string(.)], ITEMID)[1]}</articleName>
            <articleGroup>{MATERIALGROUP}</articleGroup>
            <quantity>{if (string(RETAILQUANTITY)) then abs(f:amount(RETAILQUANTITY)) else 1}</quantity>
            <!-- What was paid: SAP has taken the reductions off already. -->
            <gross>{abs(f:amount(SALESAMOUNT))}</gross>
            <taxPercent>{$taxPercent}</taxPercent>
            <xsl:variable name="taxes" select="f:rows((TAX, LINEITEMTAX)),
                f:rows($transaction/LINEITEMTAX)[f:number(.) = f:number(current())]"/>
            <xsl:if test="exists($taxes)">
              <taxAmount>{abs(sum(for $tax in $taxes return f:amount($tax/TAXAMOUNT)))}</taxAmount>
            </xsl:if>
            <discounts>
              <xsl:for-each select="f:discounts(., $transaction)[f:amount(REDUCTIONAMOUNT) ne 0]">
                <discount>
                  <type>{(DISCTYPECODE, DISCOUNTTYPECODE, 'sap')[string(.)][1]}</type>
                  <description>{(DISCOUNTID, DISCID)[string(.)][1]}</description>
                  <amount>{abs(f:amount(REDUCTIONAMOUNT))}</amount>
                </discount>
              </xsl:for-each>
            </discounts>
          </line>
        </xsl:for-each>
      </lines>
      <tenders>
        <xsl:for-each select="$tenders">
          <tender>
            <type>{(TENDERTYPECODE, TENDERTYPE)[1]}</type>
            <amount>{$turn * f:amount(TENDERAMOUNT)}</amount>
          </tender>
        </xsl:for-each>
      </tenders>
    </receipt>
  </xsl:template>
</xsl:stylesheet>
