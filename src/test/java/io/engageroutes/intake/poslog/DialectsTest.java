package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all dialects must do, and what single ones do beyond their samples. */
class DialectsTest {

    private static final String HEADER =
            "<RetailStoreID>367</RetailStoreID><BusinessUnit><UnitID>367</UnitID></BusinessUnit>"
                    + "<WorkstationID>1</WorkstationID><SequenceNumber>%s</SequenceNumber>"
                    + "<BusinessDayDate>2026-03-01</BusinessDayDate><EndDateTime>%s</EndDateTime>"
                    + "<CurrencyCode>EUR</CurrencyCode>";

    private static byte[] document(String lineItems) {
        return Till.document("<Transaction TransactionType='RETAIL_SALE'>"
                + HEADER.formatted("7", "2026-03-01T12:00:00") + "<RetailTransaction>" + lineItems
                + "<Total TotalType='TransactionPurchaseQuantity'>1</Total></RetailTransaction></Transaction>");
    }

    private static String line(String kind, String amount) {
        return "<LineItem><" + kind + "><ItemID>A</ItemID><Description>A</Description><ExtendedAmount>" + amount
                + "</ExtendedAmount><Quantity>1</Quantity></" + kind + "></LineItem>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic-6", "generic-2", "extenda", "wincor", "ncr", "roqqio", "xstore"})
    void unknownKindOfLineWithMoneyIsAnAlarmInEveryDialect(String name) {
        PosLogProfile profile = Read.shipped(name);

        assertThat(Read.receipt(profile, document(line("Sale", "5.00"))).lines())
                .hasSize(1);
        for (String lines : new String[] {
            line("SaleForLocker", "179.00"),
            line("Sale", "5.00") + line("SaleForLocker", "179.00"),
            line("Sale", "5.00") + "<LineItem><SaleForLocker Amount='179.00'/></LineItem>",
            line("Sale", "5.00")
                    .replace("</LineItem>", "<SaleForLocker><UnitPrice>179</UnitPrice></SaleForLocker></LineItem>"),
            line("Sale", "5.00").replace("</LineItem>", "<Note/><Fee><FeeAmount>1,00</FeeAmount></Fee></LineItem>")
        }) {
            assertThat(Read.rejected(profile, document(lines)).faults())
                    .as(name + ": " + lines)
                    .extracting(Fault::code)
                    .contains("unknown-line-kind");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic-6", "generic-2", "extenda", "wincor", "roqqio", "xstore"})
    void unknownKindOfLineWithoutMoneyIsAnAlarmTooWhereItIsNotTheDialectsHabit(String name) {
        assertThat(Read.rejected(
                                Read.shipped(name),
                                document(line("Sale", "5.00") + "<LineItem><Note>x</Note></LineItem>"))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("unknown-line-kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic-6", "generic-2", "extenda", "wincor", "ncr", "roqqio", "xstore"})
    void whatIsAboutAKnownLineIsNoAlarm(String name) {
        String about =
                line("Sale", "5.00").replace("</LineItem>", "<Note>x</Note><ZeroAmount>0.00</ZeroAmount></LineItem>");

        assertThat(Read.receipt(Read.shipped(name), document(about)).lines()).hasSize(1);
    }

    @Test
    void moneyBesideAKnownLineIsNoAlarmWhereTheReceiptComesToItsTotalWithoutIt() {
        String fee = line("Sale", "5.00").replace("</LineItem>", "<Fee><FeeAmount>1.00</FeeAmount></Fee></LineItem>");

        assertThat(Read.receipt(Read.shipped("generic-2"), document(fee + RoqqioTill.totals("5.00")))
                        .lines())
                .hasSize(1);
        assertThat(Read.rejected(Read.shipped("generic-2"), document(fee + RoqqioTill.totals("6.00")))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("unknown-line-kind");
    }

    @Test
    void wincorTransactionsOutOfOrderWithSessionsOfAnotherDayKeepTheirKeys() {
        String late = "<Transaction>" + HEADER.formatted("9", "2026-03-02T00:10:00") + "<RetailTransaction>"
                + line("Sale", "5.00") + total("5.00")
                + "</RetailTransaction><SessionID>367:1:2:19:20260302</SessionID></Transaction>";
        String early = "<Transaction>" + HEADER.formatted("8", "2026-03-01T23:50:00") + "<RetailTransaction>"
                + line("SaleForPickup", "179.00") + total("179.00")
                + "</RetailTransaction><SessionID>367:1:2:19:20260228</SessionID></Transaction>";

        assertThat(Read.all(Read.shipped("wincor"), Till.document(late + early)))
                .extracting(transaction -> Read.sold(transaction).uniqueId())
                .containsExactly("till-367-1-20260301-9", "till-367-1-20260301-8");
    }

    @Test
    void namesEncodedTwiceAreRepairedOnlyWhereTheProfileSaysSo() {
        String twice = new String("Vela árvore".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        byte[] document =
                document(line("Sale", "5.00").replace("<Description>A", "<Description>" + twice) + total("5.00"));

        assertThat(Read.receipt(Read.shipped("wincor"), document).lines())
                .extracting(Line::articleName)
                .containsExactly(twice);
        assertThat(Read.receipt(Read.profile("extends: wincor\nrepairDoubleEncoding: true"), document)
                        .lines())
                .extracting(Line::articleName)
                .containsExactly("Vela árvore");
    }

    @Test
    void prescriptionGoodsCanBeMaskedAndEarnNothing() {
        PosLogProfile profile = Read.profile("""
                extends: extenda
                item:
                  noBonus: {path: "@ItemType", is: "VRExt:RXBag"}
                  masks:
                    - {path: "@ItemType", is: "VRExt:RXBag", article: RX, name: Receptvaror}
                """);
        String medicine = line("Sale", "22.00").replace("<Sale>", "<Sale ItemType='VRExt:RXBag'>");
        Receipt receipt = Read.receipt(profile, document(medicine + line("Sale", "5.00")));

        assertThat(receipt.lines())
                .extracting(
                        line -> line.sku() + " " + line.articleName() + " " + line.gross() + " " + line.awardsBonus())
                .containsExactly("RX Receptvaror 22.00 false", "A A 5.00 null");
    }

    @Test
    void extendaRoundsDownToCoinsToo() {
        String rows = line("Sale", "22.12")
                + "<LineItem><Tender TenderType='Cash' TypeCode='Sale'><Amount>22.00</Amount></Tender></LineItem>"
                + "<LineItem><Tender><Rounding RoundingDirection='Down'>0.12</Rounding></Tender></LineItem>"
                + "<Total TotalType='VRExt:TransactionVatRateAmount' VATRate='25' VATExclAmount='17.70' VATAmount='4.42'/>";
        Receipt receipt = Read.receipt(Read.shipped("extenda"), document(rows));

        assertThat(receipt.total()).isEqualByComparingTo("22.12");
        assertThat(receipt.cashRounding()).isEqualByComparingTo("-0.12");
    }

    @Test
    void rejectingFilterSaysWhatToLookAt() {
        PosLogProfile profile = Read.profile("""
                extends: generic-6
                filters:
                  - {reason: odd-type, path: "@TransactionType", isNot: OTHER, do: reject}
                """);

        assertThat(Read.rejected(profile, document(line("Sale", "5.00"))).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("odd-type");
                    assertThat(fault.rule()).contains("filters", "profile test");
                });
    }

    @Test
    void conflictingReceiptsHaveOneIdAndOtherContent() {
        List<Transaction> both = Read.all(
                Read.shipped("generic-2"),
                Till.document("<Transaction>" + HEADER.formatted("8", "2026-03-01T12:00:00") + "<RetailTransaction>"
                        + line("Sale", "5.00") + total("5.00") + "</RetailTransaction></Transaction><Transaction>"
                        + HEADER.formatted("8", "2026-03-01T12:00:00") + "<RetailTransaction>" + line("Sale", "6.00")
                        + "</RetailTransaction></Transaction>"));

        assertThat(Read.sold(both.get(0)).uniqueId())
                .isEqualTo(Read.sold(both.get(1)).uniqueId());
        assertThat(Read.sold(both.get(0))).isNotEqualTo(Read.sold(both.get(1)));
    }

    private static String total(String amount) {
        return "<Total TotalType='TransactionGrandAmount'>" + amount + "</Total>";
    }
}
