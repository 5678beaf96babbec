package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.engageroutes.Databases;
import io.engageroutes.HandClock;
import io.engageroutes.Receipts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ClaimKeysTest {

    private final HikariDataSource database = Databases.h2();
    private final Claims claims = new Claims(new JdbcTemplate(database), new HandClock(), Duration.ofMinutes(15));
    private final ClaimKeys step = new ClaimKeys(claims);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void freshKeysAreToBeDeliveredInTheOrderOfTheParcel() {
        List<ReceiptMessage> messages = new Messages()
                .with("m-1", Receipts.sale("C"))
                .with("m-2", Receipts.sale("A"))
                .with("m-3", Receipts.sale("B"))
                .open();
        assertThat(step.claim(messages)).containsExactlyElementsOf(messages);
    }

    @Test
    void whatHasItsEndAlreadyIsNotClaimed() {
        List<ReceiptMessage> messages = new Messages()
                .with("m-1", Receipts.sale("A"))
                .with("m-2", Receipts.sale("A"))
                .open();
        messages.get(0).end(new End.Skipped("no-contact"));
        assertThat(step.claim(messages)).containsExactly(messages.get(1));
        assertThat(messages.get(1).isOpen()).isTrue();
    }

    @Test
    void whenAllHaveEndedNothingIsAsked() {
        assertThat(step.claim(new Messages().rejected("m-1").ended(new End.Dead(List.of(), null))))
                .isEmpty();
    }

    @Test
    void aRepeatInTheParcelWaitsWhateverItsContent() {
        List<ReceiptMessage> messages = new Messages()
                .with("m-1", Receipts.sale("A"))
                .with("m-2", Receipts.sale("A"))
                .with("m-3", Receipts.sale("A", "1.00"))
                .open();
        assertThat(step.claim(messages)).containsExactly(messages.get(0));
        assertThat(messages.subList(1, 3)).allSatisfy(message -> assertThat(message.end())
                .isEqualTo(new End.Later("in-progress", Duration.ofSeconds(2))));
    }

    @Test
    void repeatsOfSomethingDeliveredAreDuplicatesOrConflicts() {
        List<ReceiptMessage> before =
                new Messages().with("m-0", Receipts.sale("A")).open();
        step.claim(before);
        claims.confirm(before.stream().map(ClaimKeys::wish).toList());

        List<ReceiptMessage> messages = new Messages()
                .with("m-1", Receipts.sale("A"))
                .with("m-2", Receipts.sale("A"))
                .with("m-3", Receipts.sale("A", "1.00"))
                .open();
        assertThat(step.claim(messages)).isEmpty();
        assertThat(messages.get(0).end()).isEqualTo(new End.Duplicate());
        assertThat(messages.get(1).end()).isEqualTo(new End.Duplicate());
        assertThat(messages.get(2).end()).isInstanceOfSatisfying(End.Dead.class, dead -> assertThat(dead.faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("conflict");
                    assertThat(fault.value()).isEqualTo("A");
                }));
    }

    @Test
    void aRepeatBehindAConflictIsJudgedLaterByItself() {
        List<ReceiptMessage> before =
                new Messages().with("m-0", Receipts.sale("A")).open();
        step.claim(before);
        claims.confirm(before.stream().map(ClaimKeys::wish).toList());

        List<ReceiptMessage> messages = new Messages()
                .with("m-1", Receipts.sale("A", "1.00"))
                .with("m-2", Receipts.sale("A"))
                .open();
        assertThat(step.claim(messages)).isEmpty();
        assertThat(messages.get(0).end()).isInstanceOf(End.Dead.class);
        assertThat(messages.get(1).end()).isInstanceOf(End.Later.class);
    }

    @Test
    void theSameParcelAfterACrashGoesOnWhereItWas() {
        Messages parcel = new Messages().with("m-1", Receipts.sale("A")).with("m-2", Receipts.sale("B"));
        List<ReceiptMessage> first = parcel.open();
        step.claim(first);
        claims.confirm(List.of(ClaimKeys.wish(first.get(0))));

        List<ReceiptMessage> again = parcel.open();
        assertThat(step.claim(again)).containsExactly(again.get(1));
        assertThat(again.get(0).end()).isEqualTo(new End.EndedBefore());
    }

    @Test
    void aKeyThatAnotherParcelHoldsWaits() {
        step.claim(new Messages().with("m-1", Receipts.sale("A")).open());
        List<ReceiptMessage> other =
                new Messages().with("m-2", Receipts.sale("A")).open();
        assertThat(step.claim(other)).isEmpty();
        assertThat(other.get(0).end()).isInstanceOf(End.Later.class);
    }
}
