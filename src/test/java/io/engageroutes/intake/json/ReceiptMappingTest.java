package io.engageroutes.intake.json;

import static io.engageroutes.intake.json.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptMappingTest {

    @Test
    void everyFieldOfTheSampleArrives() throws IOException {
        Receipt receipt = Documents.read(sample()).only();

        assertThat(receipt.uniqueId()).isEqualTo("shop-100045");
        assertThat(receipt.contactKeys()).containsExactly(new ContactKey(ContactKeyType.memberNumber, "0012003"));
        assertThat(receipt.lines().get(0).gross()).isEqualTo(new BigDecimal("398.10"));
        assertThat(receipt.lines().get(0).discounts().get(0).amount()).isEqualTo("100.00");
        assertThat(receipt.lines().get(1).type()).isEqualTo(LineType.RETURN);
        assertThat(receipt.lines().get(1).articleNumber()).isEqualTo("B");
        assertThat(receipt.basketDiscounts().get(0).lines()).containsExactly(1);
        assertThat(receipt.tenders().get(0).voucher()).isFalse();
        assertThat(receipt.taxTotal()).isNull();
    }

    @Test
    void lineTakesItsDefaultsFromItsPlaceAndItsSku() {
        Receipt receipt = Documents.read(with("lines", "[{\"sku\":\"A\"},{\"sku\":\"B\",\"number\":7}]"))
                .only();

        assertThat(receipt.lines()).extracting("number").containsExactly(1, 7);
        assertThat(receipt.lines()).extracting("articleNumber").containsExactly("A", "B");
        assertThat(receipt.lines()).extracting("type").containsOnly(LineType.SALE);
        assertThat(receipt.lines()).extracting("kind").containsOnly(LineKind.GOODS);
    }

    @Test
    void decimalsKeepEveryDigitTheyWereSentWith() {
        assertThat(Documents.read(with("total", "123456789012345.10")).only().total())
                .isEqualTo(new BigDecimal("123456789012345.10"));
        assertThat(Documents.read(with("total", "\"0.1000\"")).only().total()).isEqualTo(new BigDecimal("0.1000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1e3\"",
                "1e3",
                "1E-2",
                "\"12,50\"",
                "\"1 000.00\"",
                "\"+1\"",
                "\".5\"",
                "\"5.\"",
                "\"0x1F\"",
                "\"NaN\"",
                "\"\"",
                "\"١٢\""
            })
    void whatIsNoPlainDecimalIsRefused(String total) {
        assertThat(Documents.read(with("total", total)).faultsInShort()).containsExactly("not-a-decimal total");
    }

    @Test
    void allFaultsOfAReceiptAreToldAtOnceWithTheirPaths() {
        Documents read = Documents.read("""
                {"receiptNumber": 12, "storeId": 14, "businessDate": "2026-02-30", "occurredAt": "01.03.2026 14:22",
                 "contactKeys": [{"type": "loyalty", "value": "1"}, {"type": "email"}],
                 "lines": [{"sku": "A", "quantitty": 1}, null,
                           {"sku": "B", "type": "RETURN", "quantity": "-1", "gross": -5, "kind": "goods", "discountable": "no"}],
                 "basketDiscounts": {"amount": 1}, "tenders": [{"amount": [1]}], "vouchersUsed": ["", 1],
                 "total": true, "schemaVersion": "2", "promotionsUsed": [{}]}
                """);

        assertThat(read.faultsInShort())
                .containsExactlyInAnyOrder(
                        "field-missing uniqueId",
                        "wrong-type receiptNumber",
                        "wrong-type storeId",
                        "not-a-date businessDate",
                        "not-a-time occurredAt",
                        "unknown-value contactKeys[0].type",
                        "field-missing contactKeys[1].value",
                        "unknown-field lines[0].quantitty",
                        "wrong-type lines[1]",
                        "amount-negative lines[2].quantity",
                        "amount-negative lines[2].gross",
                        "unknown-value lines[2].kind",
                        "wrong-type lines[2].discountable",
                        "wrong-type basketDiscounts",
                        "wrong-type tenders[0].amount",
                        "wrong-type vouchersUsed[0]",
                        "wrong-type vouchersUsed[1]",
                        "wrong-type total",
                        "unknown-value schemaVersion",
                        "field-missing promotionsUsed[0].promotionId");
    }

    @Test
    void fieldThatStandsTwiceIsAFaultAndNotTheLastOneWins() {
        String twice = Documents.receipt("1").replace("\"gross\":\"10.00\"", "\"gross\":\"10.00\",\"gross\":\"1.00\"");

        assertThat(Documents.read(twice).faultsInShort()).containsExactly("duplicate-field lines[0].gross");
    }

    @Test
    void misspeltFieldIsNamedWithTheOnesThatExist() {
        Fault fault = Documents.read(with("Total", "\"1\"")).faults().get(0);

        assertThat(fault.code()).isEqualTo("unknown-field");
        assertThat(fault.rule()).contains("tenders, total,");
    }

    @Test
    void fieldsOfTheSendersOwnAreIgnored() {
        assertThat(Documents.read(with("x-anything", "{\"total\": [1]}")).only())
                .isNotNull();
    }

    @Test
    void nullIsTheSameAsAbsent() {
        assertThat(Documents.read(with("tenders", "null")).only().tenders()).isEmpty();
        assertThat(Documents.read(with("uniqueId", "null")).faultsInShort()).containsExactly("field-missing uniqueId");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T14:22:05, 2026-03-01T14:22:05+01:00",
        "2026-07-01T14:22, 2026-07-01T14:22:00+02:00",
        // twice when summer time ends: the first
        "2026-10-25T02:30:00, 2026-10-25T02:30:00+02:00",
        // never when it begins: the till's clock was not set yet
        "2026-03-29T02:30:00, 2026-03-29T03:30:00+02:00",
        "2026-03-01T14:22:05.125Z, 2026-03-01T14:22:05.125Z",
        "2026-03-01T14:22:05-0330, 2026-03-01T14:22:05-03:30",
    })
    void timeWithoutOffsetIsInTheZoneOfItsStore(String sent, OffsetDateTime expected) {
        assertThat(Documents.read(with("occurredAt", "\"" + sent + "\"")).only().occurredAt())
                .isEqualTo(expected);
    }

    @Test
    void timeWithoutOffsetOfAnUnknownStoreIsAFault() {
        String unknown = with("occurredAt", "\"2026-03-01T14:22:05\"").replace("\"014\"", "\"999\"");

        assertThat(Documents.read(unknown).faultsInShort()).containsExactly("store-zone-unknown occurredAt");
        assertThat(Documents.read(unknown).faults().get(0).rule()).contains("'999'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30T10:00:00Z", "2026-03-01T24:30:00Z", "2026-03-01T10:00:00+19:00", "2026-03-01", "now"
            })
    void timeThatDoesNotExistIsRefused(String time) {
        assertThat(Documents.read(with("occurredAt", "\"" + time + "\"")).faultsInShort())
                .containsExactly("not-a-time occurredAt");
    }

    @Test
    void otherEventsAreNoSales() {
        assertThat(Documents.read(with("eventType", "\"receipt.voided\"")).transactions())
                .containsExactly(new Transaction.NonSale("receipt-voided", "line 1, column 1"));
        assertThat(Documents.read(with("eventType", "\"receipt completed\"")).faultsInShort())
                .containsExactly("unknown-value eventType");
        assertThat(Documents.read(with("eventType", "\"receipt.completed\"")).only())
                .isNotNull();
    }

    @Test
    void contactKeyIsNeverToldInAFault() {
        Documents read = Documents.read(with(
                "contactKeys",
                "[{\"type\":\"email\",\"value\":123456789},{\"type\":\"a@b.se\",\"value\":\"x\"},\"c@d.se\"]"));

        assertThat(read.faults()).hasSize(3);
        assertThat(read.faults().toString()).doesNotContain("123456789").doesNotContain("@");
    }

    @Test
    void originalKeepsTheReceiptButNoStaffNorCards() throws IOException {
        Transaction.Sold sold =
                (Transaction.Sold) Documents.read(sample()).transactions().get(0);
        String original = sold.original().get();

        assertThat(original).contains("\"gross\":398.10").contains("0012003").doesNotContain("Nobody Special");
        assertThat(Documents.read(original).only()).isEqualTo(sold.receipt());
    }

    @Test
    void originalOfARejectedReceiptKeepsMisspeltFieldsForMending() {
        Documents read =
                Documents.read(with("Total", "\"12.50\"").replace("{\"unique", "{\"cashierName\":\"Eva\",\"unique"));
        Transaction.Rejected rejected =
                (Transaction.Rejected) read.transactions().get(0);

        assertThat(rejected.receiptNumber()).isEqualTo("1");
        assertThat(rejected.original()).contains("\"Total\":\"12.50\"").doesNotContain("Eva");
        assertThat(rejected.faults().toString()).doesNotContain("Eva");
    }

    @Test
    void originalOfALineThatIsNoJsonLosesStaffAsWell() {
        Documents read = Documents.read(
                Documents.receipt("1") + "\n{\"cashier\": \"Eva \\\" B\", \"x-pan\": 4111, \"total\": }\n{}");
        Transaction.Rejected rejected =
                (Transaction.Rejected) read.transactions().get(1);

        assertThat(rejected.original()).isEqualTo("{\"cashier\": null, \"x-pan\": null, \"total\": }");
    }

    private static byte[] sample() throws IOException {
        try (InputStream in = ReceiptMappingTest.class.getResourceAsStream("/json/one-receipt.json")) {
            return in.readAllBytes();
        }
    }
}
