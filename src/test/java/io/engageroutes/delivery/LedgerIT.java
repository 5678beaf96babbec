package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.HandClock;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerIT {

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

        private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
        private Ledger ledger;
        private LedgerSearch search;

        @BeforeEach
        void begin() {
            ledger = new Ledger(database.jdbc(), clock);
            search = new LedgerSearch(database.jdbc());
        }

        private List<String> ids(String number, String key, String contact, String document, String message) {
            return search
                    .find(new LedgerSearch.Filter(number, key, contact, document, message), new Page.Cut(100, 0))
                    .items()
                    .stream()
                    .map(LedgerSearch.Row::messageId)
                    .toList();
        }

        private LedgerSearch.Row only(String messageId) {
            return search.find(new LedgerSearch.Filter(null, null, null, null, messageId), new Page.Cut(1, 0))
                    .items()
                    .get(0);
        }

        @Test
        void aMessageIsFoundByEachOfItsNames() {
            new Documents(database.jdbc(), clock)
                    .close(SampleMessage.DOCUMENT, "till", "till-1.xml", "f1", new Tally());
            ledger.enter(List.of(
                    SampleMessage.message().id("m-1").uniqueId("A").ended(new End.Delivered()),
                    SampleMessage.message()
                            .id("m-2")
                            .uniqueId("B")
                            .receiptNumber("7")
                            .document("d-9")
                            .ended(new End.Skipped("no-contact"))));

            assertThat(ids("7", null, null, null, null)).containsExactly("m-2");
            assertThat(ids(null, "A", null, null, null)).containsExactly("m-1");
            assertThat(ids(null, null, null, "till-1.xml", null)).containsExactly("m-1");
            assertThat(ids(null, null, null, SampleMessage.DOCUMENT, null)).containsExactly("m-1");
            assertThat(ids(null, null, null, "d-9", null)).containsExactly("m-2");
            assertThat(ids(null, null, null, "m-1", null)).isEmpty();
            assertThat(ids(null, null, null, null, "m-1")).containsExactly("m-1");
            assertThat(ids(null, "A", null, null, "m-2")).isEmpty();
            assertThat(ids(null, null, ContentHash.ofContact("email", "Anna@Example.com "), null, null))
                    .containsExactlyInAnyOrder("m-1", "m-2");
            assertThat(ids(null, null, ContentHash.ofContact("mobilePhone", "anna@example.com"), null, null))
                    .isEmpty();
            assertThat(only("m-2").reasons()).containsExactly("no-contact");
        }

        @Test
        void anEndEnteredTwiceStandsOnce() {
            List<ReceiptMessage> parcel = List.of(
                    SampleMessage.message().id("m-1").ended(new End.Delivered()),
                    SampleMessage.message().id("m-2").dead("conflict"));

            ledger.enter(parcel);
            ledger.enter(parcel);

            assertThat(ids(null, null, null, SampleMessage.DOCUMENT, null)).containsExactlyInAnyOrder("m-1", "m-2");
        }

        @Test
        void deliveredStaysDeliveredWhateverComesAgain() {
            ledger.enter(List.of(SampleMessage.message().id("m-1").ended(new End.Delivered())));
            ledger.enter(List.of(SampleMessage.message().id("m-1").dead("conflict")));

            assertThat(only("m-1").ended()).isEqualTo("delivered");
        }

        @Test
        void whatDiedAndIsDeliveredWhenBroughtAgainIsDelivered() {
            ledger.enter(List.of(
                    SampleMessage.message().id("m-1").dead("engage-keeps-failing"),
                    SampleMessage.message().id("m-2").dead("conflict")));
            ledger.enter(List.of(
                    SampleMessage.message().id("m-1").ended(new End.Delivered()),
                    SampleMessage.message().id("m-2").dead("conflict")));

            assertThat(only("m-1").ended()).isEqualTo("delivered");
            assertThat(only("m-1").reasons()).isEmpty();
            assertThat(only("m-2").ended()).isEqualTo("dead");
        }

        @Test
        void aReplayReplacesTheEndBeforeIt() {
            ledger.enter(List.of(SampleMessage.message().id("m-1").dead("conflict")));
            ledger.enter(List.of(
                    SampleMessage.message().id("m-1").replays(1).uniqueId("B").ended(new End.Duplicate())));

            assertThat(only("m-1").ended()).isEqualTo("duplicate");
            assertThat(only("m-1").uniqueId()).isEqualTo("B");
            assertThat(only("m-1").replays()).isEqualTo(1);
        }
    }
}
