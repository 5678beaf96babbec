package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.Receipts;
import io.engageroutes.intake.Kind;
import io.engageroutes.receipt.Fault;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Whatever stands in a document, its parcel can be settled, on every database. */
interface EndTextsContract {

    DataSource database();

    /** A text that the database refuses would bring the parcel back for ever. */
    @Test
    default void noTextOfASourceKeepsAParcelFromBeingSettled() {
        SettlementContract.Desk desk = new SettlementContract.Desk(database());
        for (String text :
                List.of("\u0000", "a\u0000b", "\uD800", "x".repeat(3_000), "å".repeat(500), "😀".repeat(300))) {
            String id = "m-" + UUID.randomUUID();
            Fault fault = new Fault("bad", text, text, text);
            Parcel.Entry rejected = Parcel.Entry.rejected(id, text, Kind.RECEIPT, List.of(fault), text, text);
            Parcel.Entry sold =
                    new Parcel.Entry(id + "-2", text, Receipts.sale(text), "hash", List.of(), null, text, 0, 0, 0);
            List<ReceiptMessage> messages =
                    new Messages().with(rejected).with(sold).open();
            messages.forEach(message -> message.end(new End.Dead(List.of(fault), text)));
            desk.settlement.settle(messages);
            assertThat(desk.ended(id)).isEqualTo("dead");
            assertThat(desk.ended(id + "-2")).isEqualTo("dead");
            assertThat(desk.deadLetter(id + "-2")).hasSize(1);
        }
    }

    @Test
    default void noNumberOfFaultsAndNoSizeOfOriginalKeepsAParcelFromBeingSettled() {
        SettlementContract.Desk desk = new SettlementContract.Desk(database());
        String id = "m-" + UUID.randomUUID();
        List<Fault> faults = IntStream.range(0, 20_000)
                .mapToObj(line -> new Fault("field-missing", "lines[" + line + "].sku", null, "r".repeat(100)))
                .toList();
        Parcel.Entry rejected =
                Parcel.Entry.rejected(id, "document", Kind.RECEIPT, faults, null, "o".repeat(11_000_000));
        List<ReceiptMessage> messages = new Messages().with(rejected).open();
        messages.get(0).end(new End.Dead(faults, "a".repeat(20_000)));
        desk.settlement.settle(messages);
        assertThat(desk.deadLetter(id)).singleElement().satisfies(letter -> assertThat(
                        letter.get("faults").toString())
                .contains("lines[0].sku")
                .endsWith("}]"));
    }
}
