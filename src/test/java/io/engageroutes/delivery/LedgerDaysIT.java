package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.HandClock;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerDaysIT {

    @Nested
    class OnH2 extends Contract {
        @Override
        protected TestDatabase open() {
            return TestDatabase.h2();
        }
    }

    @Nested
    class OnPostgreSql extends Contract {
        @Override
        protected TestDatabase open() throws IOException {
            return TestDatabase.postgreSql();
        }
    }

    abstract static class Contract extends DatabaseContract {

        private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

        private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
        private Ledger ledger;
        private LedgerDays days;

        @BeforeEach
        void begin() {
            ledger = new Ledger(database.jdbc(), clock);
            days = new LedgerDays(database.jdbc());
        }

        private List<LedgerDays.Row> rows(LocalDate first, LocalDate last) {
            return days.of(List.of("till"), first, last).rows();
        }

        private static ReceiptMessage message(String id, String json) throws IOException {
            Receipt receipt = ReceiptJson.read(json.getBytes(StandardCharsets.UTF_8));
            return SampleMessage.endedAs(new Messages().with(id, receipt).open().get(0), new End.Delivered());
        }

        @Test
        void whatTheReceiptWasIsNoted() throws IOException {
            String json = SampleMessage.json("A", "871", "100.50")
                    .replace(
                            "\"storeId\"", "\"registerId\":\"2\",\"sequence\":\"17\",\"total\":\"100.50\",\"storeId\"");
            ledger.enter(List.of(message("m-1", json)));

            assertThat(rows(DAY, DAY)).singleElement().satisfies(row -> {
                assertThat(row.store()).isEqualTo("3004");
                assertThat(row.register()).isEqualTo("2");
                assertThat(row.sequence()).isEqualTo("17");
                assertThat(row.receiptNumber()).isEqualTo("871");
                assertThat(row.day()).isEqualTo(DAY);
                assertThat(row.total()).isEqualTo("100.50");
                assertThat(row.currency()).isEqualTo("SEK");
                assertThat(row.occurredAt()).isEqualTo(OffsetDateTime.parse("2026-03-01T14:22:00+01:00"));
                assertThat(row.ended()).isEqualTo("delivered");
            });
        }

        @Test
        void theDayOfTheBooksWinsOverTheCalendar() throws IOException {
            String json = SampleMessage.json("A", "871", "100.50")
                    .replace("\"storeId\"", "\"businessDate\":\"2026-02-28\",\"storeId\"");
            ledger.enter(List.of(message("m-1", json)));

            assertThat(rows(DAY, DAY)).isEmpty();
            assertThat(rows(DAY.minusDays(1), DAY.minusDays(1))).hasSize(1);
        }

        @Test
        void withoutDeclaredTotalItIsWhatWasPaid() throws IOException {
            ledger.enter(List.of(message("m-1", SampleMessage.json("A", "871", "100.50"))));

            assertThat(rows(DAY, DAY).get(0).total()).isEqualByComparingTo("100.50");
        }

        @Test
        void anAbsurdTotalIsNotedAsUnknown() throws IOException {
            String json = SampleMessage.json("A", "871", "100.50")
                    .replace("\"storeId\"", "\"total\":\"" + "9".repeat(60) + "\",\"storeId\"");
            ledger.enter(List.of(message("m-1", json)));

            assertThat(rows(DAY, DAY).get(0).total()).isNull();
        }

        @Test
        void whatHasNoDayIsGivenFromTheFirstDayOn() {
            ledger.enter(List.of(SampleMessage.message().id("m-1").rejected().dead("cut-off")));

            assertThat(rows(DAY, DAY)).singleElement().satisfies(row -> {
                assertThat(row.day()).isNull();
                assertThat(row.store()).isNull();
                assertThat(row.receiptNumber()).isEqualTo("000871");
            });
            assertThat(rows(DAY.plusDays(2), DAY.plusDays(2))).isEmpty();
        }

        @Test
        void otherSourcesAreNotGiven() {
            ledger.enter(
                    List.of(SampleMessage.message().id("m-1").source("shop").ended(new End.Delivered())));

            assertThat(rows(DAY, DAY)).isEmpty();
            assertThat(days.of(List.of("till", "shop"), DAY, DAY).rows()).hasSize(1);
        }

        @Test
        void whatWasAcceptedAndHasNoEndIsOnItsWay() {
            Tally tally = new Tally();
            tally.reject();
            tally.reject();
            new Documents(database.jdbc(), clock).close(SampleMessage.DOCUMENT, "till", "till-1.xml", "f1", tally);
            ledger.enter(List.of(SampleMessage.message().id("m-1").rejected().dead("cut-off")));

            assertThat(days.of(List.of("till"), DAY, DAY).onTheirWay()).isEqualTo(1);
        }
    }
}
