package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.HandClock;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReplayIT {

    private static final String ID = SampleMessage.DOCUMENT + "-1";

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
        private final List<Parcel> sent = new CopyOnWriteArrayList<>();
        private DeadLetters letters;
        private Ledger ledger;
        private DeadLetterSearch search;
        private Replay replay;

        @BeforeEach
        void begin() {
            sent.clear();
            letters = new DeadLetters(database.jdbc(), clock);
            ledger = new Ledger(database.jdbc(), clock);
            search = new DeadLetterSearch(database.jdbc());
            replay = replayThat(parcel -> {});
        }

        private Replay replayThat(Replay.Outgoing alsoDoes) {
            return new Replay(database.transaction(), database.jdbc(), clock, parcel -> {
                sent.add(ParcelJson.read(parcel.json()));
                alsoDoes.send(parcel);
            });
        }

        private void settle(ReceiptMessage message) {
            database.transaction().executeWithoutResult(status -> {
                ledger.enter(List.of(message));
                letters.enter(List.of(message));
            });
        }

        /** What the flow makes of a parcel that was sent. */
        private static ReceiptMessage ended(Parcel parcel, End end) {
            ReceiptMessage message = (ReceiptMessage) parcel.messages().get(0);
            message.end(end);
            return message;
        }

        private static End.Dead deadOf(String code) {
            return new End.Dead(SampleMessage.faults(code), "400 no");
        }

        private DeadLetter.Whole letter() {
            return search.show(ID).orElseThrow();
        }

        private String state() {
            return letter().letter().state();
        }

        private List<String> events() {
            return history().map(step -> step.path("event").asText()).toList();
        }

        private java.util.stream.Stream<JsonNode> history() {
            try {
                JsonNode history = new ObjectMapper().readTree(letter().history());
                return StreamSupport.stream(history.spliterator(), false);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private String ledgerSays() {
            return database.jdbc()
                    .queryForObject("select ended from message_ledger where message_id = ?", String.class, ID);
        }

        @Test
        void aReceiptWhoseCustomerWantsADigitalOneIsReplayedWithThatWish() {
            ReceiptMessage usual = SampleMessage.message().build();
            Parcel asking = new Parcel(
                    "till",
                    "document-1",
                    "a.xml",
                    false,
                    DigitalReceipts.SALES,
                    usual.parcel().entries());
            ReceiptMessage dying = (ReceiptMessage) asking.messages().get(0);
            dying.end(deadOf("total-mismatch"));
            settle(dying);
            replay.replay(dying.id(), null, null);

            assertThat(sent.get(0).digitalReceipts()).isEqualTo(DigitalReceipts.SALES);
        }

        @Test
        void theStoredReceiptGoesOutUnderItsOldId() {
            settle(SampleMessage.message().original("<T/>").dead("total-mismatch"));

            assertThat(replay.replay(ID, null, "anna: new rate")).isEqualTo(new Replay.Outcome.Done(1));

            Parcel.Entry entry = sent.get(0).entries().get(0);
            assertThat(sent).hasSize(1);
            assertThat(sent.get(0).document()).isEqualTo(SampleMessage.DOCUMENT);
            assertThat(entry.id()).isEqualTo(ID);
            assertThat(entry.receipt()).isEqualTo(SampleMessage.message().receipt());
            assertThat(entry.contentHash())
                    .isEqualTo(SampleMessage.message().build().entry().contentHash());
            assertThat(entry.attempts()).isZero();
            assertThat(entry.replays()).isEqualTo(1);
            assertThat(entry.original()).isEqualTo("<T/>");
            assertThat(state()).isEqualTo("replayed");
            assertThat(events()).containsExactly("dead", "replayed");
            assertThat(history().skip(1))
                    .singleElement()
                    .satisfies(step -> assertThat(step.path("note").asText()).isEqualTo("anna: new rate"));
        }

        @Test
        void whatCannotBeSentStaysDead() {
            settle(SampleMessage.message().dead("total-mismatch"));
            Replay broken = replayThat(parcel -> {
                throw new IllegalStateException("no broker");
            });

            assertThatThrownBy(() -> broken.replay(ID, null, "again")).isInstanceOf(Replay.NotDurable.class);

            assertThat(state()).isEqualTo("dead");
            assertThat(letter().letter().replays()).isZero();
            assertThat(events()).containsExactly("dead");
        }

        @Test
        void aMendedReceiptGoesOutAndTheOldOneIsKeptInTheHistory() {
            settle(SampleMessage.message().original("<T/>").dead("total-mismatch"));
            Receipt mended =
                    SampleMessage.message().gross("99.50").uniqueId("B-2").receipt();

            replay.replay(ID, new Content.OfReceipt(mended), null);

            Parcel.Entry entry = sent.get(0).entries().get(0);
            assertThat(entry.receipt()).isEqualTo(mended);
            assertThat(entry.contentHash()).isEqualTo(ContentHash.of(ReceiptJson.bytes(mended)));
            assertThat(letter().original()).isEqualTo("<T/>");
            assertThat(letter().canonical()).isEqualTo(new String(ReceiptJson.bytes(mended), StandardCharsets.UTF_8));
            assertThat(letter().letter().uniqueId()).isEqualTo("B-2");
            assertThat(history()
                            .skip(1)
                            .findFirst()
                            .orElseThrow()
                            .at("/before/lines/0/gross")
                            .asText())
                    .isEqualTo("100.00");
        }

        @Test
        void anUnchangedReceiptIsNoMendedOne() {
            settle(SampleMessage.message().dead("total-mismatch"));

            replay.replay(ID, new Content.OfReceipt(SampleMessage.message().receipt()), null);

            assertThat(history()).noneMatch(step -> step.has("before"));
        }

        @Test
        void whatTheReaderRejectedNeedsAReceipt() {
            settle(SampleMessage.message().rejected().dead("cut-off"));

            assertThat(replay.replay(ID, null, null)).isInstanceOf(Replay.Outcome.NoReceipt.class);
            assertThat(state()).isEqualTo("dead");
            assertThat(replay.replay(
                            ID, new Content.OfReceipt(SampleMessage.message().receipt()), null))
                    .isEqualTo(new Replay.Outcome.Done(1));
            assertThat(sent.get(0).entries().get(0).faults()).isEmpty();
            settle(ended(sent.get(0), new End.Delivered()));
            assertThat(state()).isEqualTo("delivered");
        }

        @Test
        void aReceiptThatCannotBeReadAnyMoreIsNotSent() {
            settle(SampleMessage.message().dead("total-mismatch"));
            database.jdbc().update("update dead_letter set canonical = '{\"was\":1}'");

            assertThat(replay.replay(ID, null, null)).isInstanceOf(Replay.Outcome.NoReceipt.class);
            assertThat(sent).isEmpty();
        }

        @Test
        void onlyADeadLetterIsReplayedOrDiscarded() {
            settle(SampleMessage.message().dead("total-mismatch"));
            replay.replay(ID, null, null);

            assertThat(replay.replay(ID, null, null)).isEqualTo(new Replay.Outcome.NotDead("replayed"));
            assertThat(replay.discard(ID, "no")).isEqualTo(new Replay.Outcome.NotDead("replayed"));
            assertThat(replay.replay("no such", null, null)).isInstanceOf(Replay.Outcome.Unknown.class);
            assertThat(replay.discard("no such", "no")).isInstanceOf(Replay.Outcome.Unknown.class);
            assertThat(sent).hasSize(1);
        }

        @Test
        void aDiscardedLetterSaysWhy() {
            settle(SampleMessage.message().dead("total-mismatch"));

            assertThat(replay.discard(ID, "a test sale")).isEqualTo(new Replay.Outcome.Done(0));

            assertThat(state()).isEqualTo("discarded");
            assertThat(history().skip(1).findFirst().orElseThrow().path("note").asText())
                    .isEqualTo("a test sale");
            assertThat(search.open()).isZero();
        }

        @Test
        void aReplayEndsAsItsMessageDoes() {
            List<End> ends = List.of(
                    new End.Delivered(), new End.Skipped("no-contact"), new End.Duplicate(), new End.EndedBefore());
            List<String> states = new ArrayList<>();
            for (End end : ends) {
                database.empty();
                sent.clear();
                settle(SampleMessage.message().dead("total-mismatch"));
                replay.replay(ID, null, null);
                settle(ended(sent.get(0), end));
                states.add(state() + " " + ledgerSays());
                assertThat(events()).hasSize(3);
            }
            assertThat(states)
                    .containsExactly(
                            "delivered delivered", "skipped skipped", "duplicate duplicate", "delivered delivered");
        }

        @Test
        void aReplayThatDiesAgainIsDeadWithItsNewReasons() {
            settle(SampleMessage.message().dead("total-mismatch"));
            replay.replay(ID, null, null);
            clock.advance(Duration.ofMinutes(1));

            settle(ended(sent.get(0), deadOf("engage-400")));

            assertThat(state()).isEqualTo("dead");
            assertThat(letter().letter().reasons()).containsExactly("engage-400");
            assertThat(letter().answer()).isEqualTo("400 no");
            assertThat(letter().letter().diedAt()).isBefore(letter().letter().changedAt());
            assertThat(events()).containsExactly("dead", "replayed", "dead");
            assertThat(replay.replay(ID, null, null)).isEqualTo(new Replay.Outcome.Done(2));
        }

        @Test
        void aParcelBroughtAgainAfterACrashEndsItsReplayOnce() {
            settle(SampleMessage.message().dead("total-mismatch"));
            replay.replay(ID, null, null);

            settle(ended(sent.get(0), deadOf("engage-400")));
            settle(ended(sent.get(0), deadOf("engage-400")));

            assertThat(events()).containsExactly("dead", "replayed", "dead");
        }

        @Test
        void aReplayThatDiedAndIsDeliveredWhenBroughtAgainIsDelivered() {
            settle(SampleMessage.message().dead("total-mismatch"));
            replay.replay(ID, null, null);

            settle(ended(sent.get(0), deadOf("engage-keeps-failing")));
            settle(ended(sent.get(0), new End.Delivered()));

            assertThat(state()).isEqualTo("delivered");
            assertThat(ledgerSays()).isEqualTo("delivered");
        }

        @Test
        void aMessageThatDiedAndIsDeliveredWhenBroughtAgainIsDelivered() {
            settle(SampleMessage.message().dead("engage-keeps-failing"));

            settle(SampleMessage.message().ended(new End.Delivered()));

            assertThat(state()).isEqualTo("delivered");
            assertThat(ledgerSays()).isEqualTo("delivered");
            assertThat(replay.replay(ID, null, null)).isEqualTo(new Replay.Outcome.NotDead("delivered"));
        }

        @Test
        void aMessageOfAnEarlierReplayDoesNotEndALaterOne() {
            settle(SampleMessage.message().dead("total-mismatch"));
            replay.replay(ID, null, null);
            settle(ended(sent.get(0), deadOf("engage-400")));
            replay.replay(ID, null, null);

            settle(ended(sent.get(0), deadOf("engage-400")));

            assertThat(state()).isEqualTo("replayed");
            settle(ended(sent.get(1), new End.Delivered()));
            assertThat(state()).isEqualTo("delivered");
        }

        @Test
        void anEndWaitsForTheTransactionThatSentItsMessage() throws Exception {
            settle(SampleMessage.message().dead("total-mismatch"));
            List<CompletableFuture<Void>> flow = new ArrayList<>();
            Replay fast = replayThat(parcel -> {
                flow.add(CompletableFuture.runAsync(
                        () -> settle(ended(ParcelJson.read(parcel.json()), new End.Delivered()))));
                assertThatThrownBy(() -> flow.get(0).get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
            });

            fast.replay(ID, null, null);
            flow.get(0).get(20, TimeUnit.SECONDS);

            assertThat(state()).isEqualTo("delivered");
            assertThat(events()).containsExactly("dead", "replayed", "delivered");
        }

        @Test
        void whatWasSentBeforeItsTransactionWasLostStillEndsTheLetter() {
            settle(SampleMessage.message().dead("total-mismatch"));
            loseTransactionAfterSending();
            assertThat(state()).isEqualTo("dead");

            settle(ended(sent.get(0), new End.Delivered()));

            assertThat(state()).isEqualTo("delivered");
            assertThat(letter().letter().replays()).isEqualTo(1);
            assertThat(ledgerSays()).isEqualTo("delivered");
        }

        private void loseTransactionAfterSending() {
            Replay lost = replayThat(parcel -> {
                throw new IllegalStateException("killed after it was sent");
            });
            assertThatThrownBy(() -> lost.replay(ID, null, null)).isInstanceOf(Replay.NotDurable.class);
        }

        @Test
        void twoMessagesOfOneIdEndTheLetterOnce() {
            settle(SampleMessage.message().dead("total-mismatch"));
            loseTransactionAfterSending();
            replay.replay(ID, null, null);

            settle(ended(sent.get(0), new End.Delivered()));
            settle(ended(sent.get(1), new End.EndedBefore()));

            assertThat(state()).isEqualTo("delivered");
            assertThat(events()).containsExactly("dead", "replayed", "delivered");
        }

        @Test
        void theLostMessageDoesNotEndTheMendedOneThatFollowed() {
            settle(SampleMessage.message().dead("total-mismatch"));
            loseTransactionAfterSending();
            replay.replay(
                    ID,
                    new Content.OfReceipt(SampleMessage.message().gross("99.50").receipt()),
                    "mended");

            settle(ended(sent.get(0), new End.Delivered()));
            assertThat(state()).isEqualTo("replayed");
            settle(ended(sent.get(1), deadOf("conflict")));

            assertThat(state()).isEqualTo("dead");
            assertThat(events()).containsExactly("dead", "replayed", "delivered", "dead");
        }

        @Test
        void aLetterDiscardedAfterALostTransactionStillSaysThatItWasDelivered() {
            settle(SampleMessage.message().dead("total-mismatch"));
            loseTransactionAfterSending();
            replay.discard(ID, "no longer wanted");

            settle(ended(sent.get(0), new End.Delivered()));

            assertThat(state()).isEqualTo("delivered");
            assertThat(events()).containsExactly("dead", "discarded", "delivered");
        }

        @Test
        void ofManyWhoReplayTheSameLetterAtOnceOneDoes() throws Exception {
            settle(SampleMessage.message().dead("total-mismatch"));
            ExecutorService people = Executors.newFixedThreadPool(4);
            try {
                List<Callable<Replay.Outcome>> wishes = new ArrayList<>();
                for (int person = 0; person < 4; person++) {
                    wishes.add(() -> replay.replay(ID, null, null));
                }
                List<Replay.Outcome> outcomes = new ArrayList<>();
                for (var outcome : people.invokeAll(wishes, 30, TimeUnit.SECONDS)) {
                    outcomes.add(outcome.get());
                }

                assertThat(outcomes)
                        .filteredOn(Replay.Outcome.Done.class::isInstance)
                        .hasSize(1);
                assertThat(outcomes)
                        .filteredOn(new Replay.Outcome.NotDead("replayed")::equals)
                        .hasSize(3);
                assertThat(sent).hasSize(1);
            } finally {
                people.shutdownNow();
            }
        }

        @Test
        void aReplayOfALetterThatIsGoneIsBuriedAnew() {
            settle(SampleMessage.message().dead("total-mismatch"));
            replay.replay(ID, null, null);
            database.jdbc().update("delete from dead_letter");

            settle(ended(sent.get(0), deadOf("engage-400")));

            assertThat(state()).isEqualTo("dead");
            assertThat(letter().letter().replays()).isEqualTo(1);
        }

        @Test
        void textThatNoColumnTakesIsKeptAsFarAsItGoes() {
            settle(SampleMessage.message()
                    .rejected()
                    .place("\0".repeat(300))
                    .receiptNumber("\0" + "9".repeat(200))
                    .original("a\0b" + "ö".repeat(10_000_000))
                    .ended(new End.Dead(SampleMessage.faults("cut-off"), "\0".repeat(20_000))));

            assertThat(letter().original()).hasSize(10_000_000).startsWith("a\uFFFDb");
            assertThat(letter().letter().receiptNumber()).hasSize(100);
            assertThat(ledgerSays()).isEqualTo("dead");
        }

        @Test
        void aLongHistoryForgetsTheOldestReceiptsFirst() {
            settle(SampleMessage.message()
                    .uniqueId("0")
                    .receiptNumber("x".repeat(400_000))
                    .dead("total-mismatch"));
            for (int time = 1; time <= 4; time++) {
                replay.replay(
                        ID,
                        new Content.OfReceipt(SampleMessage.message()
                                .uniqueId(Integer.toString(time))
                                .receiptNumber("x".repeat(400_000))
                                .receipt()),
                        null);
                settle(ended(sent.get(time - 1), deadOf("engage-400")));
            }

            assertThat(events()).hasSize(9);
            assertThat(history().filter(step -> step.has("before")))
                    .extracting(step -> step.at("/before/uniqueId").asText())
                    .containsExactly("2", "3");
        }
    }
}
