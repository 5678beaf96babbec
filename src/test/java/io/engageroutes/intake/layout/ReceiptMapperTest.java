package io.engageroutes.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the columns of a receipt's rows mean. */
class ReceiptMapperTest {

    private static final String KINDS = """
            encoding: UTF-8
            receiptBy: [Store, No]
            uniqueId: "{source}-{store}-{receipt}"
            numbers: { decimal: ".", thousands: ",", negative: [trailing], symbols: [kr] }
            date: dd.MM.yyyy
            time: HHmm
            returns: { by: quantity }
            blanks: repeat
            kinds: { column: Type, values: { A: line, P: tender, R: discount, T: ignored } }
            receipt:
              storeId: Store
              receiptNumber: No
              date: Day
              time: At
              businessDate: { column: Day, shared: true }
              currency: Currency
            line:
              sku: Code
              articleName: Text
              quantity: Qty
              grossBeforeDiscounts: Amount
              taxPercent: { column: Vat, values: { 1: 25.00, 2: 12.00, 0: 0 } }
              awardsBonus: { column: Bonus, values: { J: "true", N: "false" }, blank: "true" }
              discounts: [{ type: { constant: RAB }, amount: { column: Discount, negate: true } }]
            tenderRow:
              type: { column: Code, shared: true, values: { K: card, B: voucher } }
              voucher: { column: Code, shared: true, values: { B: "true" }, otherwise: "false" }
              amount: { column: Amount, shared: true }
            discountRow:
              type: { column: Code, shared: true }
              amount: { column: Amount, shared: true }
            """;

    private static final String COLUMNS = "Store;No;Day;At;Currency;Type;Code;Text;Qty;Amount;Vat;Discount;Bonus\n";

    private static final String WHOLE = COLUMNS
            + "014;7;25.10.2026;0230;SEK;A;S1;Shirt;2;1,200.00;1;100.00-;N\n"
            + "014;7;;;;A;S2;Cap;1-;50.00-;2;10.00;\n"
            + "014;7;;;;T;;Thank you;;;;;\n"
            + "014;7;;;;R;CAMPAIGN;;;20.00;;;\n"
            + "014;7;;;;P;K;;;1,000.00 kr;;;\n"
            + "014;7;;;;P;B;;;40.00;;;\n";

    @Test
    void rowsOfOtherKindsStandBesideTheLines() {
        Receipt receipt = kinds(WHOLE).only();

        assertThat(receipt.lines()).extracting(Line::number).containsExactly(1, 2);
        assertThat(receipt.lines()).extracting(Line::type).containsExactly(LineType.SALE, LineType.RETURN);
        assertThat(receipt.basketDiscounts()).hasSize(1);
        assertThat(receipt.tenders()).extracting("type").containsExactly("card", "voucher");
        assertThat(receipt.tenders()).extracting("voucher").containsExactly(false, true);
        assertThat(receipt.tenders().get(0).amount()).isEqualTo("1000.00");
    }

    @Test
    void signsAreTurnedSoThatOnlyTheTypeCarriesThem() {
        Receipt receipt = kinds(WHOLE).only();
        Line sold = receipt.lines().get(0);
        Line returned = receipt.lines().get(1);

        assertThat(sold.gross()).isEqualTo("1100.00");
        assertThat(sold.discounts().get(0).amount()).isEqualTo("100.00");
        assertThat(returned.quantity()).isEqualTo("1");
        assertThat(returned.gross()).isEqualTo("40.00");
        assertThat(returned.discounts().get(0).amount()).isEqualTo("10.00");
    }

    @Test
    void codesMeanWhatTheLayoutSays() {
        Receipt receipt = kinds(WHOLE).only();

        assertThat(receipt.lines())
                .extracting("taxPercent")
                .extracting(Object::toString)
                .containsExactly("25.00", "12.00");
        assertThat(receipt.lines()).extracting(Line::awardsBonus).containsExactly(false, true);
        assertThat(receipt.businessDate()).isEqualTo(LocalDate.of(2026, 10, 25));
    }

    @Test
    void hourThatComesTwiceIsTheFirst() {
        assertThat(kinds(WHOLE).only().occurredAt()).isEqualTo(OffsetDateTime.parse("2026-10-25T02:30:00+02:00"));
    }

    @Test
    void allFaultsOfAReceiptAreToldAtOnceWithLineAndColumn() {
        String document = WHOLE.replace("25.10.2026", "31.11.2026")
                .replace("S1;Shirt;2;1,200.00;1", ";Shirt;2,0;1.200,00;9")
                .replace("A;S2", "X;S2")
                .replace("P;K", "P;Q")
                .replace("20.00;;;\n", "2O.00;;;\n");

        assertThat(kinds(document).faults())
                .containsExactlyInAnyOrder(
                        "not-a-date line 2, column \"Day\"",
                        "missing-value line 2, column \"Code\"",
                        "not-a-number line 2, column \"Qty\"",
                        "not-a-number line 2, column \"Amount\"",
                        "unknown-value line 2, column \"Vat\"",
                        "unknown-value line 3, column \"Type\"",
                        "not-a-number line 5, column \"Amount\"",
                        "unknown-value line 6, column \"Code\"");
        assertThat(kinds(document).rejected().get(0).receiptNumber()).isEqualTo("7");
        assertThat(kinds(document).rejected().get(0).faults().toString()).contains("one of 1, 2, 0 should stand here");
    }

    @Test
    void negativeAmountOnASaleContradictsItself() {
        assertThat(kinds(WHOLE.replace("1,200.00", "1,200.00-")).faults())
                .containsExactly("sign-contradiction line 2, column \"Amount\"");
        assertThat(kinds(WHOLE.replace("50.00-", "50.00")).faults())
                .containsExactly("sign-contradiction line 3, column \"Amount\"");
        assertThat(kinds(WHOLE.replace("100.00-", "100.00")).faults())
                .containsExactly("negative-discount line 2, column \"Discount\"");
    }

    @Test
    void storeWithoutZoneIsAFaultOfItsReceipt() {
        assertThat(kinds(WHOLE.replace("014;", "999;")).faults())
                .containsExactly("store-zone-unknown line 2, column \"At\"");
    }

    @Test
    void yearBeforeAnySaleIsNoDate() {
        for (String day : List.of("25.10.-2026", "25.10.0000", "25.10.12026")) {
            assertThat(kinds(WHOLE.replace("25.10.2026", day)).faults())
                    .as(day)
                    .contains("not-a-date line 2, column \"Day\"");
        }
    }

    @Test
    void idsKeepTheirLeadingZeros() {
        assertThat(kinds(WHOLE.replace("014;7", "014;007")).only().uniqueId()).isEqualTo("till-014-007");
    }

    @Test
    void uniqueIdThatLacksAPartIsAFault() {
        String layout = Reading.SMALL.replace("{source}-{receipt}", "{source}-{register}-{receipt}");

        assertThat(Reading.of(
                                Reading.layout(layout),
                                (Reading.HEADER + Reading.row("1", "1,00", "1,00")).getBytes(StandardCharsets.UTF_8))
                        .faults())
                .containsExactly("unique-id-incomplete line 2");
    }

    @Test
    void statusSaysWhatWasNoSaleAndAnUnknownOneIsAFault() {
        String filters = "filters: [{ column: Name, values: { VOID: cancelled }, sales: [Name] }]\n";
        String layout = Reading.SMALL.replace("articleName: Name", "articleName: { constant: X }") + filters;
        String document = Reading.HEADER
                + Reading.row("1", "1,00", "1,00")
                + Reading.row("2", "x", "1,00").replace("Name", "VOID")
                + Reading.row("3", "1,00", "1,00").replace("Name", "PARKED")
                + Reading.row("4", "1,00", "1,00")
                + Reading.row("4", "1,00", "1,00").replace("Name", "VOID");

        Reading read = Reading.of(Reading.layout(layout), document.getBytes(StandardCharsets.UTF_8));

        assertThat(read.receiptNumbers()).containsExactly("1");
        assertThat(read.transactions()).contains(new Transaction.NonSale("cancelled", "line 3"));
        assertThat(read.faults())
                .containsExactly("unknown-value line 4, column \"Name\"", "header-differs line 6, column \"Name\"");
    }

    @Test
    void contactKeyIsTheFirstColumnThatHasOne() {
        String layout = Reading.SMALL.replace("articleName: Name", "articleName: { constant: X }") + """
                contactKeys:
                  - { column: Name, types: [{ pattern: "[0-9]+", type: memberNumber }] }
                  - { column: Phone, type: mobilePhone }
                optional: [Phone]
                """;
        String header = Reading.HEADER.replace("\n", ";Phone\n");
        String row = Reading.row("1", "1,00", "1,00").replace("\n", ";0701\n");

        assertThat(of(layout, header + row.replace("Name", ""))
                        .only()
                        .contactKeys()
                        .toString())
                .contains("mobilePhone");
        assertThat(of(layout, header + row.replace("Name", "007"))
                        .only()
                        .contactKeys()
                        .toString())
                .contains("memberNumber, value=007");
        Reading odd = of(layout, header + row);
        assertThat(odd.faults()).containsExactly("unknown-contact-key line 2, column \"Name\"");
        assertThat(odd.rejected().get(0).faults().get(0).value()).isEqualTo("(not shown)");
    }

    private static Reading kinds(String document) {
        return of(KINDS, document);
    }

    private static Reading of(String layout, String document) {
        return Reading.of(Reading.layout(layout), document.getBytes(StandardCharsets.UTF_8));
    }
}
