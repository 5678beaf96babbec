package io.engageroutes.workbench;

import static io.engageroutes.workbench.Benches.CSV;
import static io.engageroutes.workbench.Benches.JSON;
import static io.engageroutes.workbench.Benches.csv;
import static io.engageroutes.workbench.Benches.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.currency.ExchangeRates;
import io.engageroutes.currency.StaticRates;
import io.engageroutes.receipt.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class WorkbenchTest {

    private final Benches.Seen seen = new Benches.Seen(Benches.bench());

    @Test
    void aGoodReceiptWouldBeDeliveredWithTheBodyThatWouldBeSent() {
        Tried tried = seen.read(CSV, "a.csv", csv(row("1", "5210000017", "100,00", "100,00")));

        assertThat(tried.isGood()).isTrue();
        assertThat(seen.ends()).containsExactly("delivered");
        assertThat(new String(seen.judged.get(0).sent(), StandardCharsets.UTF_8))
                .contains("\"uniqueReceiptId\":\"till-csv-014-7-20261103-1\"", "\"totalGrossPrice\":100.00");
    }

    @Test
    void withoutContactItIsSkippedAndItsAmountsAreLookedAtAllTheSame() {
        Tried tried = seen.read(CSV, "a.csv", csv(row("1", "", "100,00", "90,00")));

        assertThat(seen.ends()).containsExactly("skipped");
        assertThat(seen.judged.get(0).reason()).isEqualTo("no-contact");
        assertThat(seen.judged.get(0).faults()).extracting(Fault::code).contains("total-mismatch");
        assertThat(tried.isGood()).isTrue();
        assertThat(tried.account().wrong()).isOne();
    }

    @Test
    void theSameReceiptAgainIsADuplicateAlsoInAnotherDocument() {
        byte[] document = csv(row("1", "5210000017", "100,00", "100,00"));
        seen.read(CSV, "a.csv", document);
        Tried again = seen.read(CSV, "b.csv", document);

        assertThat(seen.ends()).containsExactly("delivered", "duplicate");
        assertThat(seen.judged.get(1).note()).contains("a.csv").contains("line 2");
        assertThat(again.isGood()).isTrue();
    }

    @Test
    void anotherReceiptUnderTheSameIdIsAConflict() {
        seen.read(CSV, "a.csv", csv(row("1", "5210000017", "100,00", "100,00")));
        Tried tried = seen.read(CSV, "b.csv", csv(row("1", "5210000017", "101,00", "101,00")));

        assertThat(seen.ends()).containsExactly("delivered", "dead");
        assertThat(seen.judged.get(1).faults()).extracting(Fault::code).containsExactly("conflict");
        assertThat(tried.isGood()).isFalse();
    }

    @Test
    void aDeadReceiptDoesNotTakeTheIdOfAGoodOne() {
        seen.read(CSV, "a.csv", csv(row("1", "5210000017", "100,00", "90,00")));
        seen.read(CSV, "b.csv", csv(row("1", "5210000017", "100,00", "100,00")));

        assertThat(seen.ends()).containsExactly("dead", "delivered");
    }

    @Test
    void seenIsReceiptsAndNonSalesAndRejected() {
        Tried tried = seen.read(
                CSV,
                "a.csv",
                csv(
                        row("1", "5210000017", "100,00", "100,00"),
                        row("2", "5210000017", "5,00", "5,00").replace(";OK", ";AVBRUTEN"),
                        row("3", "5210000017", "fem", "5,00")));

        Account account = tried.account();
        assertThat(account.seen()).isEqualTo(3);
        assertThat(account.receipts()).isEqualTo(1);
        assertThat(account.nonSales()).isEqualTo(Map.of("cancelled", 1L));
        assertThat(account.of(Judged.End.REJECTED)).isEqualTo(1);
        assertThat(account.faults()).containsEntry("not-a-number", 1L);
    }

    @Test
    void totalsAreByCurrencyAndEndWithReturnsTakenOff() {
        Tried tried = seen.read(
                CSV,
                "a.csv",
                csv(
                        row("1", "5210000017", "100,00", "100,00"),
                        row("2", "5210000017", "40,00", "-40,00").replace(";V;", ";R;"),
                        row("3", "", "5,00", "5,00")));

        Map<Judged.End, Account.Sum> sums = tried.account().sums().get("SEK");
        assertThat(sums.get(Judged.End.DELIVERED))
                .isEqualTo(new Account.Sum(2, new BigDecimal("60.00"), new BigDecimal("12.00")));
        assertThat(sums.get(Judged.End.SKIPPED).total()).isEqualByComparingTo("5.00");
    }

    @Test
    void whatIsPackedIsUnpacked() throws IOException {
        byte[] plain = csv(row("1", "5210000017", "100,00", "100,00"));
        seen.read(CSV, "a.csv.gz", gzip(plain));
        seen.read(CSV, "b.zip", zip(csv(row("2", "5210000017", "1,00", "1,00"))));

        assertThat(seen.ends()).containsExactly("delivered", "delivered");
    }

    @Test
    void aBrokenDocumentKeepsWhatCameBefore() {
        byte[] whole = csv(
                row("1", "5210000017", "100,00", "100,00"),
                row("2", "5210000017", "1,00", "1,00"),
                row("3", "5210000017", "1,00", "1,00"));
        byte[] cut = whole.clone();
        cut[cut.length - 20] = (byte) 0x81; // no character of Windows-1252
        Tried tried = seen.read(CSV, "a.csv", cut);

        assertThat(seen.ends()).containsExactly("delivered");
        assertThat(tried.broken().code()).isEqualTo("wrong-charset");
        assertThat(tried.isGood()).isFalse();
    }

    @Test
    void aSourceThatRefusesTakesNothingWhenOneReceiptIsWrong() {
        SourceReading refusing = new SourceReading("till-csv", "delimited", "nordic-flat", true, null);
        Tried good = seen.read(refusing, "a.csv", csv(row("1", "5210000017", "100,00", "100,00")));
        Tried bad = seen.read(refusing, "b.csv", csv(row("2", "", "100,00", "90,00")));

        assertThat(good.refused()).isFalse();
        assertThat(bad.refused()).isTrue();
        assertThat(bad.isGood()).isFalse();
    }

    @Test
    void anEmptyDocumentIsBrokenAndNoCrash() {
        assertThat(seen.read(CSV, "a.csv", new byte[0]).broken().code()).isEqualTo("empty-document");
    }

    @Test
    void aNumberWithMillionsOfDigitsIsAFaultAndNotSummed() {
        String huge = "{\"uniqueId\":\"x-1\",\"receiptNumber\":\"1\",\"storeId\":\"014\",\"currency\":\"SEK\","
                + "\"occurredAt\":\"2026-11-03T10:00:00+01:00\",\"lines\":[{\"number\":1,\"type\":\"SALE\",\"sku\":\"A\","
                + "\"quantity\":\"1\",\"gross\":\"1E+99999999\"}],\"total\":\"1E+99999999\"}";
        Tried tried = seen.read(JSON, "a.json", Benches.utf8(huge));

        assertThat(tried.account().isGood()).isFalse();
        assertThat(TriedJson.of(tried).toString()).hasSizeLessThan(2000);
    }

    @Test
    void aMissingLayoutIsSaidWithItsFile() {
        SourceReading missing = CSV.by(null, "nowhere");
        byte[] document = csv();

        assertThatThrownBy(() -> seen.read(missing, "a.csv", document))
                .isInstanceOf(CannotTry.class)
                .hasMessageContaining("nowhere.yaml")
                .hasMessageContaining("there are hlp, nordic-flat");
    }

    @Test
    void aMissingRateIsSaidAndNoFault() {
        Rating rating = new Rating(
                new ExchangeRates(new StaticRates("EUR", Map.of()), Duration.ofDays(7)), "EUR", true, "hold");
        Benches.Seen rated = new Benches.Seen(Workbench.open(Benches.settings(), rating, Benches.CLOCK));
        Tried tried = rated.read(CSV, "a.csv", csv(row("1", "5210000017", "100,00", "100,00")));

        assertThat(tried.isGood()).isTrue();
        assertThat(rated.judged.get(0).note()).contains("SEK").contains("currency.missing-rate: hold");
    }

    @Test
    void aStaticRateIsSent() {
        Rating rating = new Rating(
                new ExchangeRates(new StaticRates("EUR", Map.of("SEK", new BigDecimal("0.09"))), Duration.ofDays(7)),
                "EUR",
                true,
                "hold");
        Benches.Seen rated = new Benches.Seen(Workbench.open(Benches.settings(), rating, Benches.CLOCK));
        rated.read(CSV, "a.csv", csv(row("1", "5210000017", "100,00", "100,00")));

        assertThat(new String(rated.judged.get(0).sent(), StandardCharsets.UTF_8))
                .contains("\"exchangeRateToGroupCurrency\":0.09");
    }

    @Test
    void aPostVoidCountsAsAReceiptAndNamesTheOneThatItTakesBack() {
        Repeats repeats = new Repeats();
        seen.read(CSV, "a.csv", csv(row("1", "5210000017", "100,00", "100,00")));
        Judged sold = repeats.after(seen.judged.get(0));
        Judged taken = repeats.after(Judged.nonSale("b.csv", "line 9", "post-void", sold.uniqueId()));
        Account account = new Account();
        account.enter(taken);

        assertThat(taken.end()).isEqualTo(Judged.End.SKIPPED);
        assertThat(taken.note()).contains("a.csv, line 2");
        assertThat(account.receipts()).isOne();
        assertThat(account.nonSales()).isEmpty();
    }

    @Test
    void aReceiptThatWasTakenBackBeforeItCameIsSkipped() {
        Repeats repeats = new Repeats();
        seen.read(CSV, "a.csv", csv(row("1", "5210000017", "100,00", "100,00")));
        repeats.after(Judged.nonSale(
                "b.csv", "line 9", "post-void", seen.judged.get(0).uniqueId()));

        assertThat(repeats.after(seen.judged.get(0)).reason()).isEqualTo("post-voided");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("day/b.csv"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
