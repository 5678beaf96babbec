package io.engageroutes.scenarios.kill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A receipt as one of the systems writes it; every one has another total. */
record Sale(String source, int number, LocalDate day) {

    private static final BigDecimal VAT_SHARE = new BigDecimal("0.2"); // 25 % on top is a fifth of the whole

    String uniqueId() {
        return "%s-%s-1-%s-%d".formatted(source, store(), day.format(DateTimeFormatter.BASIC_ISO_DATE), number);
    }

    BigDecimal total() {
        return BigDecimal.valueOf(1000L + number, 2);
    }

    private BigDecimal tax() {
        return total().multiply(VAT_SHARE).setScale(2, RoundingMode.HALF_UP);
    }

    private String store() {
        return source.equals("till-extenda") ? "3004" : "014";
    }

    /** Canonical JSON in one line, as the ERP, the shop and some tills write it. */
    String json() {
        return """
                {"uniqueId":"%s","receiptNumber":"%d","storeId":"%s","occurredAt":"%sT10:00:00+01:00","currency":"SEK",\
                "contactKeys":[{"type":"memberNumber","value":"5210000017"}],"lines":[{"sku":"A-1","articleName":"Mössa",\
                "quantity":"1","gross":"%s","taxPercent":"25","taxAmount":"%s"}],"tenders":[{"type":"card","amount":"%s"}],\
                "total":"%s"}""".formatted(uniqueId(), number, store(), day, total(), tax(), total(), total());
    }

    /** A POSLog transaction of an Extenda till. */
    String posLog() {
        return """
                <Transaction VRExt:PosType="RSPOS" TrainingModeFlag="false">
                  <BusinessUnit><UnitID>%s</UnitID></BusinessUnit>
                  <WorkstationID TypeCode="POS">1</WorkstationID>
                  <SequenceNumber>%d</SequenceNumber>
                  <CurrencyCode>SEK</CurrencyCode>
                  <RetailTransaction TransactionStatus="Finished">
                    <LineItem CancelFlag="false" EntryMethod="Scanned">
                      <Sale ItemType="Stock">
                        <POSIdentity POSIDType="GTIN"><POSItemID>A-1</POSItemID></POSIdentity>
                        <POSIdentity POSIDType="RSID"><POSItemID>A-1</POSItemID></POSIdentity>
                        <Description TypeCode="Short">Mössa</Description>
                        <ExtendedAmount>%4$s</ExtendedAmount>
                        <Quantity UnitOfMeasureCode="EA">1</Quantity>
                        <Tax TaxSubType="Standard"><Amount>%5$s</Amount><Percent>25.00</Percent></Tax>
                      </Sale>
                      <SequenceNumber>1</SequenceNumber>
                    </LineItem>
                    <LineItem CancelFlag="false">
                      <Tender TypeCode="Sale" TenderType="CreditDebit"><Amount>%4$s</Amount></Tender>
                      <SequenceNumber>2</SequenceNumber>
                    </LineItem>
                    <Total TotalType="VRExt:TransactionVatRateAmount" VRExt:VATRate="25.00" VRExt:VATExclAmount="%6$s" \
                VRExt:VATAmount="%5$s">%4$s</Total>
                    <LoyaltyAccount><LoyaltyProgram><LoyaltyAccountID>5210000017</LoyaltyAccountID></LoyaltyProgram></LoyaltyAccount>
                  </RetailTransaction>
                  <BeginDateTime>%3$sT10:00:00</BeginDateTime>
                  <EndDateTime>%3$sT10:00:00</EndDateTime>
                </Transaction>
                """.formatted(store(), number, day, total(), tax(), total().subtract(tax()));
    }
}
