package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.HandClock;
import io.engageroutes.intake.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DocumentsIT {

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
        private SimpleMeterRegistry metrics;
        private Documents documents;
        private Ledger ledger;
        private DocumentSearch search;

        @BeforeEach
        void begin() {
            metrics = new SimpleMeterRegistry();
            documents = new Documents(database.jdbc(), clock, metrics);
            ledger = new Ledger(database.jdbc(), clock);
            search = new DocumentSearch(database.jdbc());
        }

        /** Three receipts, one rejected, two non-sales. */
        private static Tally tally() {
            Tally tally = new Tally();
            tally.message(Kind.RECEIPT);
            tally.message(Kind.RECEIPT);
            tally.message(Kind.RECEIPT);
            tally.reject();
            tally.nonSale("cancelled");
            tally.nonSale("training");
            tally.raw(1234, "hash");
            return tally;
        }

        private static ReceiptMessage message(String document, int number, End end) {
            return SampleMessage.message()
                    .document(document)
                    .id(document + "-" + number)
                    .ended(end);
        }

        private Accounts.OfSource till() {
            return search.accounts().stream()
                    .filter(source -> source.source().equals("till"))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void aDocumentShowsWhatItYielded() {
            documents.close("d-1", "till", "a\0.xml", "f", tally());

            DocumentSearch.Document document = search.show("d-1").orElseThrow();

            assertThat(document.name()).isEqualTo("a\uFFFD.xml");
            assertThat(document.state()).isEqualTo("done");
            assertThat(document.seen()).isEqualTo(6);
            assertThat(document.reasons()).isEqualTo(Map.of("cancelled", 1L, "training", 1L));
            assertThat(document.sizeBytes()).isEqualTo(1234);
            assertThat(search.show("d-2")).isEmpty();
        }

        @Test
        void aDigitalReceiptIsInTheLedgerOfItsDocumentButNotInItsAccounts() {
            documents.close("d-1", "till", "a.xml", "f", tally());
            ledger.enter(List.of(message("d-1", 1, new End.Delivered())));
            ledger.enter(List.of(SampleMessage.message()
                    .document("d-1")
                    .id("d-1-1" + DigitalReceiptOrders.MARK)
                    .ended(new End.Delivered())));

            assertThat(database.jdbc().queryForObject("select count(*) from message_ledger", Integer.class))
                    .isEqualTo(2);
            assertThat(till().accounts().delivered()).isOne();
            assertThat(till().wrong()).isZero();
        }

        @Test
        void documentsAreListedBySourceNameAndState() {
            documents.close("d-1", "till", "a.xml", "f", tally());
            Tally broken = tally();
            broken.broken("line 7: truncated");
            documents.close("d-2", "erp", "b.xml", "g", broken);
            String reading = documents.open("till", "c.xml", "h");

            assertThat(ids("till", null, null)).containsExactlyInAnyOrder("d-1", reading);
            assertThat(ids(null, "b.xml", null)).containsExactly("d-2");
            assertThat(ids(null, null, "failed")).containsExactly("d-2");
            assertThat(ids("till", null, "reading")).containsExactly(reading);
            assertThat(search.list(new DocumentSearch.Filter(null, null, null), new Page.Cut(1, 0))
                            .total())
                    .isEqualTo(3);
        }

        private List<String> ids(String source, String name, String state) {
            return search.list(new DocumentSearch.Filter(source, name, state), new Page.Cut(100, 0)).items().stream()
                    .map(DocumentSearch.Document::id)
                    .toList();
        }

        @Test
        void accountsAddUpWhileMessagesAreOnTheirWayAndWhenAllHaveEnded() {
            documents.close("d-1", "till", "a.xml", "f", tally());
            ledger.enter(List.of(
                    message("d-1", 1, new End.Delivered()),
                    message("d-1", 2, new End.Skipped("no-contact")),
                    message("d-1", 3, new End.Dead(SampleMessage.faults("conflict"), null))));

            assertThat(search.accounts(search.show("d-1").orElseThrow()))
                    .isEqualTo(new Accounts(6, 3, 2, 1, 1, 1, 0, 1));
            assertThat(till().accounts().open()).isEqualTo(1);
            assertThat(till().accounts().addsUp()).isTrue();

            ledger.enter(List.of(message("d-1", 4, new End.Duplicate())));

            assertThat(till())
                    .isEqualTo(new Accounts.OfSource("till", 1, 0, 0, 0, new Accounts(6, 3, 2, 1, 1, 1, 1, 1)));
            assertThat(till().accounts().open()).isZero();
            assertThat(search.wrong()).isEmpty();
        }

        @Test
        void aDocumentWithMoreEndsThanMessagesIsNamedEvenWhereAnotherOneHidesIt() {
            documents.close("d-1", "till", "a.xml", "f", tally());
            Tally one = new Tally();
            one.message(Kind.RECEIPT);
            documents.close("d-2", "till", "b.xml", "g", one);
            ledger.enter(List.of(message("d-2", 1, new End.Delivered()), message("d-2", 2, new End.Delivered())));

            assertThat(till().accounts().addsUp()).isTrue();
            assertThat(till().addsUp()).isFalse();
            assertThat(search.wrong()).containsExactly("d-2");
            assertThat(search.accounts(search.show("d-2").orElseThrow()).addsUp())
                    .isFalse();
        }

        @Test
        void aDocumentThatIsBeingReadIsNotInTheAccountsYet() {
            String reading = documents.open("till", "a.xml", "f");
            ledger.enter(List.of(message(reading, 1, new End.Delivered())));

            assertThat(till()).isEqualTo(new Accounts.OfSource("till", 0, 1, 0, 0, Accounts.NONE));
            assertThat(search.wrong()).isEmpty();
        }

        @Test
        void messagesWithoutADocumentAreCounted() {
            ledger.enter(List.of(SampleMessage.message()
                    .source("unknown")
                    .document("x")
                    .id("x-1")
                    .dead("unreadable-parcel")));

            assertThat(search.accounts()).containsExactly(new Accounts.OfSource("unknown", 0, 0, 1, 0, Accounts.NONE));
        }

        @Test
        void documentsAreCountedBySourceAndEnd() {
            documents.close("d-1", "till", "a.xml", "f", tally());
            Tally broken = tally();
            broken.broken("line 7: truncated");
            documents.close("d-2", "till", "b.xml", "g", broken);

            assertThat(metrics.get("engage.routes.documents")
                            .tag("source", "till")
                            .tag("end", "failed")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(metrics.get("engage.routes.documents")
                            .tag("end", "done")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }
}
