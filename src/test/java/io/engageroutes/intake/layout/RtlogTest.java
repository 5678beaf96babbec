package io.engageroutes.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped layouts of Oracle's RTLOG. */
class RtlogTest {

    private static final Path SAMPLES = Path.of("../shared/samples/rtlog-oracle");

    private final Layout layout = Reading.shipped("rtlog-14.1.yaml");
    private final Layout later = Reading.shipped("rtlog-16.0.2.yaml");

    private Rtlog file() {
        return new Rtlog(layout);
    }

    @Test
    void widthsAreThoseOfTheRealLayoutTable() throws IOException {
        Path table = SAMPLES.resolve("RTLOG_format_14.1.3.layout.csv");
        assumeTrue(Files.exists(table), "the sample files are not here");
        Map<String, List<Integer>> widths = new LinkedHashMap<>();
        String type = null;
        for (String line :
                Files.readAllLines(table).subList(1, Files.readAllLines(table).size())) {
            String[] values = line.split(";");
            type = values[0].isEmpty() ? type : values[0];
            widths.computeIfAbsent(type, each -> new ArrayList<>())
                    .add(Integer.valueOf(values[2].replaceAll("[^0-9]", "")));
        }

        assertThat(widths.keySet())
                .containsExactlyElementsOf(layout.records().types().keySet());
        widths.forEach((name, lengths) -> {
            int[] bounds = layout.records().of(name).widths().bounds();
            List<Integer> own = new ArrayList<>();
            for (int at = 0; at < bounds.length; at += 2) {
                own.add(bounds[at + 1] - bounds[at]);
            }
            assertThat(own).as(name).isEqualTo(lengths);
        });
    }

    @Test
    void realFileOfAHeaderAloneIsIncompleteAndYieldsNothing() throws IOException {
        Path header = SAMPLES.resolve("FHEAD_single_record.txt");
        assumeTrue(Files.exists(header), "the sample files are not here");

        for (Layout each : List.of(layout, later)) {
            Reading read = Reading.of(each, Files.readAllBytes(header));

            assertThat(read.transactions()).isEmpty();
            assertThat(read.broken().code()).isEqualTo("trailer-missing");
            assertThat(read.broken().rule()).contains("FTAIL");
        }
    }

    @Test
    void saleHasItsAmountsFromQuantityUnitRetailAndDiscounts() {
        Receipt receipt = file().begin("SALE", "0000000017")
                .record("TCUST", "customer=1002003", "customerType=CUSTID", "name=Eva Ek", "email=eva@example.pt")
                .item("S", "P", 20_000, 1_990_000)
                .discount("P", 20_000, 200_000)
                .vat("P", 230_000, 6_694_309)
                .item("S", "P", 5_000, 510_000)
                .vat("P", 60_000, 144_340)
                .tender("P", 3_835_000)
                .end()
                .finish()
                .read()
                .only();

        assertThat(receipt.uniqueId()).isEqualTo("till-30017-2-20260301-0000000017");
        assertThat(receipt.occurredAt()).isEqualTo(OffsetDateTime.parse("2026-03-01T14:22:05+00:00"));
        assertThat(receipt.businessDate()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(receipt.currency()).isEqualTo("EUR");
        assertThat(receipt.contactKeys()).containsExactly(new ContactKey(ContactKeyType.memberNumber, "1002003"));
        assertThat(receipt.lines())
                .extracting(Line::gross)
                .map(Object::toString)
                .containsExactly("358.00", "25.50");
        assertThat(receipt.lines()).extracting(Line::sku).containsOnly("100200300");
        assertThat(receipt.lines().get(0).discounts())
                .hasSize(1)
                .allMatch(each -> each.amount().toString().equals("40.00"));
        assertThat(receipt.lines().get(0).taxPercent()).isEqualByComparingTo("23");
        assertThat(receipt.lines().get(0).taxAmount()).isEqualByComparingTo("66.94309");
        assertThat(receipt.lines().get(1).quantity()).isEqualByComparingTo("0.5");
        assertThat(receipt.tenders()).hasSize(1);
        assertThat(receipt.tenders().get(0).amount()).isEqualByComparingTo("383.50");
        assertThat(receipt.tenders().get(0).type()).isEqualTo("CCARD");
    }

    @Test
    void returnKeepsItsSignInTheTenderOnly() {
        Receipt receipt = file().begin("RETURN", "0000000018")
                .item("R", "N", 10_000, 1_990_000)
                .discount("N", 10_000, 190_000)
                .vat("N", 230_000, 3_365_854)
                .tender("N", 1_800_000)
                .end()
                .finish()
                .read()
                .only();

        Line line = receipt.lines().get(0);
        assertThat(line.type()).isEqualTo(LineType.RETURN);
        assertThat(line.gross()).isEqualTo("180.00");
        assertThat(line.taxAmount()).isEqualByComparingTo("33.65854");
        assertThat(receipt.tenders().get(0).amount()).isEqualByComparingTo("-180");
        assertThat(file().begin("SALE", "1")
                        .item("S", "N", 10_000, 100_000)
                        .end()
                        .finish()
                        .read()
                        .faults())
                .containsExactlyInAnyOrder(
                        "sign-contradiction line 3, record TITEM, column \"quantity\"",
                        "sign-contradiction line 3, record TITEM, column \"unitRetail\"");
    }

    @Test
    void voidedItemWasNeverSoldAndNeitherWereItsDiscounts() {
        Receipt receipt = file().begin("SALE", "0000000019")
                .item("S", "P", 10_000, 100_000)
                .item("V", "P", 10_000, 990_000)
                .discount("P", 10_000, 90_000)
                .tender("P", 100_000)
                .end()
                .finish()
                .read()
                .only();

        assertThat(receipt.lines()).hasSize(1);
        assertThat(receipt.lines().get(0).discounts()).isEmpty();
    }

    @Test
    void salesTaxIsSpreadOverTheTaxableItemsExactly() {
        Receipt receipt = file().begin("SALE", "0000000020")
                .item("S", "P", 10_000, 100_000)
                .item("S", "P", 10_000, 200_000)
                .record(
                        "TITEM",
                        "status=S",
                        "itemType=ITEM",
                        "item=7",
                        "quantitySign=P",
                        "quantity=000000010000",
                        "unitRetail=00000000000000500000",
                        "taxable=N")
                .record("TTAX", "code=STATE", "sign=P", "amount=%020d".formatted(24_800))
                .tender("P", 824_800)
                .end()
                .finish()
                .read()
                .only();

        assertThat(receipt.lines().stream()
                        .map(Line::gross)
                        .reduce(BigDecimal::add)
                        .orElseThrow())
                .isEqualByComparingTo("82.48");
        assertThat(receipt.lines().get(2).gross()).isEqualByComparingTo("50");
        assertThat(receipt.lines().get(0).taxAmount()).isBetween(new BigDecimal("0.8266"), new BigDecimal("0.8268"));
        assertThat(receipt.taxTotal()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "VOID, void",
        "NOSALE, no-sale",
        "PAIDIN, paid-in",
        "PAIDOU, paid-out",
        "OPEN, open",
        "CLOSE, close",
        "LOAN, loan",
        "PULL, pull",
        "COND, cond",
        "TOTAL, total"
    })
    void typeThatIsNoSaleIsCountedByItsReason(String type, String reason) {
        Reading read = file().begin(type, "0000000001")
                .tender("P", 5)
                .end()
                .sale("0000000002")
                .finish()
                .read();

        assertThat(read.broken()).isNull();
        assertThat(read.reasons()).containsExactly(reason);
        assertThat(read.receiptNumbers()).containsExactly("0000000002");
    }

    @Test
    void typeThatNobodyKnowsIsAFaultOfItsTransaction() {
        Reading read = file().begin("GIFT", "0000000001")
                .end()
                .sale("0000000002")
                .finish()
                .read();

        assertThat(read.faults()).containsExactly("unknown-value line 2, record THEAD, column \"transactionType\"");
        assertThat(read.receiptNumbers()).containsExactly("0000000002");
    }

    @Test
    void postVoidNamesTheReceiptThatItTakesBack() {
        Reading read = file().sale("0000000017")
                .begin("PVOID", "0000000018", "origNumber=0000000017", "origRegister=2")
                .end()
                .finish()
                .read();

        assertThat(read.transactions().get(1))
                .isEqualTo(new Transaction.NonSale(
                        "post-void", "lines 7 to 8", read.receipts().get(0).uniqueId()));
        assertThat(file().begin("PVOID", "0000000018").end().finish().read().faults())
                .containsExactlyInAnyOrder(
                        "missing-value line 2, record THEAD, column \"origNumber\"",
                        "missing-value line 2, record THEAD, column \"origRegister\"");
    }

    @Test
    void fileOfAnotherReleaseIsToldByRecordAndLength() {
        Rtlog old = file().begin("SALE", "1")
                .item("S", "P", 10_000, 100_000)
                .discount("P", 10_000, 10_000)
                .end()
                .finish();

        Reading read = Reading.of(later, old.text().getBytes(StandardCharsets.UTF_8));

        assertThat(read.faults()).containsExactly("record-width line 4, record IDISC");
        assertThat(read.rejected().get(0).faults().get(0).value()).isEqualTo("245 characters");
        assertThat(read.rejected().get(0).faults().get(0).rule())
                .contains("269 characters")
                .contains("rtlog-14.1 and rtlog-16.0.2");
        Rtlog young = new Rtlog(later).sale("1").finish();
        assertThat(young.read().receipts()).hasSize(1);
        assertThat(Reading.of(layout, young.text().getBytes(StandardCharsets.UTF_8))
                        .faults())
                .containsExactly("record-width line 5, record TTEND");
    }

    @Test
    void cutAnywhereAFileIsNeverTakenForWhole() {
        Rtlog file = file().sale("0000000001").sale("0000000002").finish();
        String whole = file.text().stripTrailing();
        int first = String.join("\n", file.lines().subList(0, 6)).length();

        for (int length = 1; length < whole.length(); length++) {
            Reading read = Reading.of(layout, whole.substring(0, length).getBytes(StandardCharsets.UTF_8));

            assertThat(read.broken()).as("cut at %s", length).isNotNull();
            assertThat(read.receipts().size())
                    .as("cut at %s", length)
                    .isEqualTo(length < first ? 0 : read.receipts().size());
            assertThat(read.receipts()).allMatch(receipt -> receipt.tenders().size() == 1);
        }
        assertThat(Reading.of(layout, whole.getBytes(StandardCharsets.UTF_8)).receipts())
                .hasSize(2);
    }

    @Test
    void countsOfTrailersAreHeldAgainstTheRecords() {
        Rtlog file = file().sale("0000000001").sale("0000000002").finish();
        List<String> lines = new ArrayList<>(file.lines());
        lines.remove(3);
        Reading read = Reading.of(layout, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));

        assertThat(read.faults()).containsExactly("trailer-mismatch line 5, record TTAIL, column \"records\"");
        assertThat(read.receiptNumbers()).containsExactly("0000000002");
        assertThat(read.broken().code()).isEqualTo("trailer-mismatch");

        Rtlog transactions = file().sale("0000000001").sale("0000000002").record("FTAIL", "records=0000000002");
        assertThat(transactions.read().broken()).isNull();
    }

    @Test
    void originalHasNothingOfTheCustomerAndTheCardAndIsAsWide() {
        Transaction.Sold sold = (Transaction.Sold) file().begin("SALE", "0000000017")
                .record("TCUST", "customer=1002003", "name=Eva Ek", "email=eva@example.pt")
                .item("S", "P", 10_000, 100_000)
                .tender("P", 100_000)
                .end()
                .finish()
                .read()
                .transactions()
                .get(0);
        String original = sold.original().get();

        assertThat(original).doesNotContain("Eva").doesNotContain("@").doesNotContain("4571");
        String again = original + "\n" + "FTAIL0000000001" + "0000000005";
        assertThat(Reading.of(layout, again.getBytes(StandardCharsets.UTF_8)).only())
                .isEqualTo(sold.receipt());
    }

    @Test
    void faultOfAPostVoidIsThatOfItsRecordAlone() {
        String text = new Rtlog(layout)
                .begin("PVOID", "0000000018", "origNumber=0000000017", "origRegister=2")
                .tender("N", 100_000)
                .end()
                .finish()
                .text();

        Reading reading = Reading.of(later, text.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.faults()).containsExactly("record-width line 3, record TTEND");
        assertThat(reading.rejected().get(0).faults().get(0).rule()).contains("looseEnds");
    }
}
