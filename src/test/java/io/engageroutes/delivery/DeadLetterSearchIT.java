package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.HandClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeadLetterSearchIT {

    private static final Page.Cut ALL = new Page.Cut(100, 0);

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

        private HandClock clock;
        private DeadLetterSearch search;

        @BeforeEach
        void threeLetters() {
            clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
            search = new DeadLetterSearch(database.jdbc());
            Documents documents = new Documents(database.jdbc(), clock);
            documents.close(SampleMessage.DOCUMENT, "till", "till-1.xml", "f1", new Tally());
            DeadLetters letters = new DeadLetters(database.jdbc(), clock);
            letters.enter(
                    List.of(SampleMessage.message().id("m-1").uniqueId("A").dead("total-mismatch", "field-missing")));
            clock.advance(Duration.ofMinutes(1));
            letters.enter(List.of(SampleMessage.message()
                    .id("m-2")
                    .uniqueId("B")
                    .receiptNumber("7")
                    .dead("conflict")));
            clock.advance(Duration.ofMinutes(1));
            letters.enter(List.of(SampleMessage.message()
                    .id("m-3")
                    .source("erp")
                    .document("d-9")
                    .rejected()
                    .dead("cut-off")));
        }

        private List<String> ids(DeadLetter.Filter filter) {
            return search.list(filter, ALL).items().stream().map(DeadLetter::id).toList();
        }

        private static DeadLetter.Filter filter(
                String reason, String source, String number, String key, String document) {
            return new DeadLetter.Filter(null, reason, source, number, key, document, null, null);
        }

        private static DeadLetter.Filter between(String from, String to) {
            return new DeadLetter.Filter(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    from == null ? null : Instant.parse(from),
                    to == null ? null : Instant.parse(to));
        }

        @Test
        void aFilterWithoutAnythingFindsAllNewestFirst() {
            assertThat(ids(filter(null, null, null, null, null))).containsExactly("m-3", "m-2", "m-1");
        }

        @Test
        void eachFilterFindsItsOwn() {
            assertThat(ids(filter(null, "erp", null, null, null))).containsExactly("m-3");
            assertThat(ids(filter(null, null, "7", null, null))).containsExactly("m-2");
            assertThat(ids(filter(null, null, null, "A", null))).containsExactly("m-1");
            assertThat(ids(filter(null, "till", "7", "A", null))).isEmpty();
        }

        @Test
        void aDocumentIsFoundByItsNameAndByItsId() {
            assertThat(ids(filter(null, null, null, null, "till-1.xml"))).containsExactly("m-2", "m-1");
            assertThat(ids(filter(null, null, null, null, SampleMessage.DOCUMENT)))
                    .containsExactly("m-2", "m-1");
            assertThat(ids(filter(null, null, null, null, "d-9"))).containsExactly("m-3");
        }

        @Test
        void aReasonIsOneWholeCodeAndNoPattern() {
            assertThat(ids(filter("total-mismatch", null, null, null, null))).containsExactly("m-1");
            assertThat(ids(filter("field-missing", null, null, null, null))).containsExactly("m-1");
            assertThat(ids(filter("total", null, null, null, null))).isEmpty();
            assertThat(ids(filter("%", null, null, null, null))).isEmpty();
            assertThat(ids(filter("c_nflict", null, null, null, null))).isEmpty();
        }

        @Test
        void fromIsIncludedAndToIsNot() {
            assertThat(ids(between("2026-03-01T12:01:00Z", null))).containsExactly("m-3", "m-2");
            assertThat(ids(between(null, "2026-03-01T12:01:00Z"))).containsExactly("m-1");
            assertThat(ids(between("2026-03-01T12:01:00Z", "2026-03-01T12:02:00Z")))
                    .containsExactly("m-2");
        }

        @Test
        void aPageKnowsHowManyThereAreInAll() {
            Page<DeadLetter> page = search.list(filter(null, null, null, null, null), new Page.Cut(1, 1));

            assertThat(page.total()).isEqualTo(3);
            assertThat(page.items()).extracting(DeadLetter::id).containsExactly("m-2");
        }

        @Test
        void onlyDeadLettersWait() {
            new Replay(database.transaction(), database.jdbc(), clock, parcel -> {}).discard("m-2", "no");

            assertThat(search.waiting(filter(null, null, null, null, null))).containsExactly("m-1", "m-3");
            assertThat(search.waiting(filter("conflict", null, null, null, null)))
                    .isEmpty();
            assertThat(search.open()).isEqualTo(2);
            assertThat(ids(new DeadLetter.Filter("discarded", null, null, null, null, null, null, null)))
                    .containsExactly("m-2");
        }

        @Test
        void lettersAreCountedByStateSourceAndReasons() {
            assertThat(search.counts())
                    .containsExactly(
                            new DeadLetter.Count("dead", "erp", List.of("cut-off"), 1),
                            new DeadLetter.Count("dead", "till", List.of("conflict"), 1),
                            new DeadLetter.Count("dead", "till", List.of("field-missing", "total-mismatch"), 1));
        }

        @Test
        void aLetterIsShownWithItsDocument() {
            assertThat(search.show("m-1").orElseThrow().letter().documentName()).isEqualTo("till-1.xml");
            assertThat(search.show("m-3").orElseThrow().letter().documentName()).isNull();
            assertThat(search.show("m-4")).isEmpty();
        }
    }
}
