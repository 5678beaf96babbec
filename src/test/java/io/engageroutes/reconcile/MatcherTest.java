package io.engageroutes.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.delivery.LedgerDays;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    private static FiscalSale fiscal(String number, String total, String time) {
        Receipt receipt = new Receipt(
                "fiscal-" + number,
                number,
                "014",
                "2",
                null,
                DAY,
                at(time),
                "NOK",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new BigDecimal(total),
                null,
                null,
                null,
                List.of(),
                List.of());
        return new FiscalSale("day.xml", "cashtransaction " + number, receipt);
    }

    private static OffsetDateTime at(String time) {
        return LocalDateTime.parse(DAY + "T" + time).atOffset(ZoneOffset.ofHours(1));
    }

    private static LedgerDays.Row row(String key, String number, String total, String time, String ended) {
        return row(key, number, "2", DAY, total, time, ended);
    }

    private static LedgerDays.Row row(
            String key, String number, String register, LocalDate day, String total, String time, String ended) {
        return new LedgerDays.Row(
                "m-" + key + ended,
                key,
                "till",
                number,
                null,
                "014",
                register,
                day,
                total == null ? null : new BigDecimal(total),
                "NOK",
                time == null ? null : at(time),
                ended,
                null);
    }

    private static List<String> matched(Matching how, List<FiscalSale> sales, LedgerDays.Row... rows) {
        return new Matcher(how, sales, DeliveredSale.of(List.of(rows)))
                .match().stream()
                        .map(pair -> pair.sale().receipt().receiptNumber() + "="
                                + pair.delivered().row().uniqueId() + " " + pair.way())
                        .toList();
    }

    @Test
    void anEqualUniqueIdIsSurest() {
        assertThat(matched(
                        Matching.usual(),
                        List.of(fiscal("7", "80.00", "12:00:00")),
                        row("till-7", "7", "80.00", "12:00:00", "delivered"),
                        row("fiscal-7", "9", "1.00", "01:00:00", "delivered")))
                .containsExactly("7=fiscal-7 id");
    }

    @Test
    void leadingZerosOfNumbersDoNotCount() {
        assertThat(matched(
                        Matching.usual(),
                        List.of(fiscal("7", "80.00", "12:00:00")),
                        row("a", "000007", "80.00", "15:00:00", "delivered")))
                .containsExactly("7=a key");
    }

    @Test
    void ofTwoWithTheSameNumberTheOneOfTheSameAmountIsIt() {
        assertThat(matched(
                        Matching.usual(),
                        List.of(fiscal("7", "80.00", "12:00:00")),
                        row("a", "7", "10.00", "15:00:00", "delivered"),
                        row("b", "7", "80.00", "15:00:00", "delivered")))
                .containsExactly("7=b key");
    }

    @Test
    void anotherDayIsAnotherReceipt() {
        Matching byKey = new Matching(EnumSet.allOf(Matching.Part.class), Duration.ZERO);

        assertThat(matched(
                        byKey,
                        List.of(fiscal("7", "80.00", "12:00:00")),
                        row("a", "7", "2", DAY.minusDays(1), "80.00", "12:00:00", "delivered")))
                .isEmpty();
    }

    @Test
    void theRegisterMayBeLeftOutOfTheKey() {
        LedgerDays.Row other = row("a", "7", "11", DAY, "80.00", "15:00:00", "delivered");
        List<FiscalSale> sales = List.of(fiscal("7", "80.00", "12:00:00"));

        assertThat(matched(Matching.usual(), sales, other)).isEmpty();
        assertThat(matched(
                        new Matching(EnumSet.complementOf(EnumSet.of(Matching.Part.register)), Duration.ZERO),
                        sales,
                        other))
                .containsExactly("7=a key");
    }

    @Test
    void twoSalesOfOneAmountAreToldApartByTime() {
        assertThat(matched(
                        Matching.usual(),
                        List.of(fiscal("1", "80.00", "12:00:00"), fiscal("2", "80.00", "12:01:00")),
                        row("b", "X2", "80.00", "12:01:05", "delivered"),
                        row("a", "X1", "80.00", "12:00:05", "delivered")))
                .containsExactlyInAnyOrder("1=a amountAndTime", "2=b amountAndTime");
    }

    @Test
    void oneReceiptIsNeverTwoSales() {
        assertThat(matched(
                        Matching.usual(),
                        List.of(fiscal("1", "80.00", "12:00:00"), fiscal("2", "80.00", "12:00:30")),
                        row("a", "X", "80.00", "12:00:29", "delivered")))
                .containsExactly("2=a amountAndTime");
    }

    @Test
    void timesTooFarApartAreNoMatch() {
        assertThat(matched(
                        Matching.usual(),
                        List.of(fiscal("1", "80.00", "12:00:00")),
                        row("a", "X", "80.00", "12:02:01", "delivered")))
                .isEmpty();
    }

    @Test
    void aLedgerWithoutDaysIsMatchedByNumberWhenOnlyOneHasIt() {
        List<FiscalSale> sales = List.of(fiscal("1", "80.00", "12:00:00"));

        assertThat(matched(Matching.usual(), sales, row("a", "1", null, null, null, null, "dead")))
                .containsExactly("1=a key");
        assertThat(matched(
                        Matching.usual(),
                        sales,
                        row("a", "1", null, null, null, null, "dead"),
                        row("b", "1", null, null, null, null, "dead")))
                .isEmpty();
    }

    @Test
    void whatCameSeveralTimesIsOneReceiptByItsBestEnd() {
        List<DeliveredSale> all = DeliveredSale.of(List.of(
                row("a", "1", "80.00", "12:00:00", "duplicate"),
                row("a", "1", "80.00", "12:00:00", "skipped"),
                row("a", "1", "80.00", "12:00:00", "delivered")));

        assertThat(all).singleElement().satisfies(one -> {
            assertThat(one.ended()).isEqualTo("delivered");
            assertThat(one.duplicates()).isEqualTo(1);
        });
    }
}
