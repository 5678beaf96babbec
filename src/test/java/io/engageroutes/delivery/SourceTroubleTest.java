package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.engageroutes.HandClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SourceTroubleTest {

    private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final SourceTrouble trouble = new SourceTrouble(clock);
    private final Logger log = (Logger) LoggerFactory.getLogger("io.engageroutes.sources");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
    }

    private List<String> warnings() {
        return lines.list.stream()
                .filter(line -> line.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void theSameTroubleIsSaidOnceAndAgainAfterTenMinutes() {
        for (int look = 0; look < 100; look++) {
            trouble.handleException("Failed polling", new IOException("no such folder"));
        }
        assertThat(warnings())
                .hasSize(1)
                .first()
                .asString()
                .contains("no such folder")
                .contains("tried again");
        clock.advance(Duration.ofMinutes(10));
        trouble.handleException("Failed polling", new IOException("no such folder"));
        assertThat(warnings()).hasSize(2);
    }

    @Test
    void anotherTroubleIsSaidAtOnceWithItsCause() {
        trouble.handleException("Failed polling", new IOException("no such folder"));
        trouble.handleException(
                "Failed polling", new IOException("cannot connect", new IOException("host key refused")));
        assertThat(warnings()).hasSize(2).last().asString().contains("cannot connect; because host key refused");
    }

    @Test
    void theOptionsOfAnEndpointAreLeftOut() {
        trouble.handleException(
                "Failed polling endpoint: sftp://localhost:2222/till-nord?autoCreate=false&include=.*&password=xxxxxx. Will"
                        + " try again at next poll",
                new IOException("Cannot list directory: till-nord"));
        assertThat(warnings())
                .containsExactly(
                        "Failed polling endpoint: sftp://localhost:2222/till-nord. Will try again at next poll:"
                                + " Cannot list directory: till-nord. Nothing is lost: it is tried again");
    }
}
