package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.engageroutes.HandClock;
import io.engageroutes.Receipts;
import io.engageroutes.currency.ExchangeRates;
import io.engageroutes.currency.NoExchangeRate;
import io.engageroutes.currency.StaticRates;
import io.engageroutes.engage.EngageCircuit;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.RejectedReceipt;
import java.net.ConnectException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;

class EndsTest {

    private static final List<Duration> GAPS =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));

    private final HandClock clock = new HandClock();
    private final EngageCircuit circuit = new EngageCircuit(1000, GAPS, Duration.ofSeconds(65), clock);
    private final Ends ends = new Ends(circuit, GAPS, 5, clock);
    private ReceiptMessage message =
            new Messages().with("m-1", Receipts.sale("A")).open().get(0);

    private static Exception status(int status, String body) {
        return new HttpOperationFailedException("http://engage", status, null, null, Map.of(), body);
    }

    /** The message as it comes again from the queue. */
    private void comesAgain(Duration after) {
        Parcel.Entry entry = message.entry().failed(message.attempts(), message.failedAt());
        message = new Messages().with(entry).open().get(0);
        clock.advance(after);
    }

    private Duration wait(ReceiptMessage waiting) {
        return ((End.Later) waiting.end()).delay();
    }

    @Test
    void attemptsAreCountedOnlyWhenOthersPassedSince() {
        for (int outage = 0; outage < 50; outage++) {
            ends.retry(message, new ConnectException("refused"));
            assertThat(message.attempts()).isEqualTo(1);
            assertThat(wait(message)).isEqualTo(GAPS.get(0));
            comesAgain(Duration.ofMinutes(1));
        }
        int[] gap = {1, 2, 2};
        for (int attempt = 2; attempt < 5; attempt++) {
            circuit.answered();
            clock.advance(Duration.ofMillis(1));
            ends.retry(message, status(500, ""));
            assertThat(message.attempts()).isEqualTo(attempt);
            assertThat(wait(message)).isEqualTo(GAPS.get(gap[attempt - 2]));
            comesAgain(Duration.ofMinutes(1));
        }
        circuit.answered();
        ends.retry(message, status(500, "{\"message\":\"boom\"}"));
        assertThat(message.end()).isInstanceOfSatisfying(End.Dead.class, dead -> {
            assertThat(dead.faults()).singleElement().satisfies(fault -> assertThat(fault.code())
                    .isEqualTo("engage-keeps-failing"));
            assertThat(dead.answer()).isEqualTo("500 {\"message\":\"boom\"}");
        });
    }

    @Test
    void whatPassedBeforeTheFailureDoesNotCount() {
        ends.retry(message, status(503, ""));
        comesAgain(Duration.ZERO);
        circuit.answered();
        ends.retry(message, status(503, ""));
        assertThat(message.attempts()).as("passed in the same millisecond").isEqualTo(1);
    }

    /** The last receipt of a day may be the poison. */
    @Test
    void a500CountsAlsoWhenNobodyWasSentSinceButTheLastOtherOnePassed() {
        circuit.answered();
        clock.advance(Duration.ofSeconds(1));
        for (int attempt = 1; attempt < 5; attempt++) {
            ends.retry(message, status(500, ""));
            assertThat(message.attempts()).isEqualTo(attempt);
            comesAgain(Duration.ofMinutes(5));
        }
        ends.retry(message, status(500, ""));
        assertThat(message.end()).isInstanceOf(End.Dead.class);
        assertThat(circuit.reason()).isEqualTo("Engage answers");
    }

    @Test
    void a500DoesNotCountWhenAnotherReceiptFailedLast() {
        circuit.answered();
        clock.advance(Duration.ofSeconds(1));
        ReceiptMessage another =
                new Messages().with("m-2", Receipts.sale("B")).open().get(0);
        for (int outage = 0; outage < 50; outage++) {
            ends.retry(another, status(500, ""));
            ends.retry(message, status(500, ""));
            assertThat(message.attempts()).isEqualTo(1);
            comesAgain(Duration.ofMinutes(5));
        }
    }

    @Test
    void a500DoesNotCountBeforeAnybodyEverPassed() {
        for (int outage = 0; outage < 50; outage++) {
            ends.retry(message, status(500, ""));
            assertThat(message.attempts()).isEqualTo(1);
            comesAgain(Duration.ofMinutes(5));
        }
    }

    @Test
    void waitingForEngageCountsNothing() {
        for (int round = 0; round < 20; round++) {
            ends.waitForEngage(message);
            assertThat(message.end()).isEqualTo(new End.Later("engage-away", Duration.ofSeconds(1)));
            comesAgain(Duration.ofSeconds(1));
            circuit.answered();
        }
        assertThat(message.attempts()).isZero();
        assertThat(message.failedAt()).isZero();
    }

    @Test
    void anUnknownContactIsAskedForAFewTimesAndThenDead() {
        for (int gap : new int[] {0, 1, 2, 2}) {
            ends.unknownContact(message);
            assertThat(message.end()).isEqualTo(new End.Later("contact-unknown", GAPS.get(gap)));
            comesAgain(GAPS.get(gap));
        }
        ends.unknownContact(message);
        assertThat(message.end()).isInstanceOfSatisfying(End.Dead.class, dead -> assertThat(dead.faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("contact-unknown");
                    assertThat(fault.toString()).doesNotContain(Receipts.CONTACT);
                }));
    }

    @Test
    void aReceiptIsDeadWithAllItsFaults() {
        Fault one = new Fault("a", "x", null, "r");
        Fault two = new Fault("b", "y", null, "r");
        ends.dead(message, new RejectedReceipt(List.of(one, two)));
        assertThat(message.end()).isEqualTo(new End.Dead(List.of(one, two), null));
    }

    @Test
    void anAnswerOfEngageIsKeptWithTheDead() {
        ends.dead(message, status(422, "{\"errorCode\":\"ValidationError\",\"message\":\"no\"}"));
        assertThat(message.end()).isInstanceOfSatisfying(End.Dead.class, dead -> {
            assertThat(dead.faults().get(0).code()).isEqualTo("engage-ValidationError");
            assertThat(dead.answer()).startsWith("422 {");
        });
    }

    @Test
    void aMissingRateSaysWhichCurrency() {
        ExchangeRates none = new ExchangeRates(new StaticRates("SEK", Map.of()), Duration.ofDays(7));
        ends.dead(
                message,
                catchThrowableOfType(
                        NoExchangeRate.class, () -> none.rate("USD", "SEK", LocalDate.parse("2026-03-01"))));
        assertThat(message.end())
                .isInstanceOfSatisfying(
                        End.Dead.class, dead -> assertThat(dead.faults().get(0)).satisfies(fault -> {
                            assertThat(fault.code()).isEqualTo("no-exchange-rate");
                            assertThat(fault.value()).isEqualTo("USD");
                        }));
    }

    @Test
    void aDefectOfOursIsADeadLetterToo() {
        ends.dead(message, new IllegalStateException("boom"));
        assertThat(message.end()).isInstanceOfSatisfying(End.Dead.class, dead -> {
            assertThat(dead.faults().get(0).code()).isEqualTo("failure");
            assertThat(dead.faults().get(0).value()).contains("boom");
        });
    }

    @Test
    void whatIsHeldWaitsAsLongAsItIsTold() {
        ends.hold(message, "no-exchange-rate", Duration.ofMinutes(15));
        assertThat(message.end()).isEqualTo(new End.Later("no-exchange-rate", Duration.ofMinutes(15)));
    }
}
