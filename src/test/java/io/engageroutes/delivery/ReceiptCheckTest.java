package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.Receipts;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.json.CanonicalJsonFormat;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.ReceiptJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReceiptCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<String> faults(Consumer<ObjectNode> change) throws IOException {
        ObjectNode receipt = (ObjectNode) JSON.readTree(ReceiptJson.bytes(Receipts.sale("A")));
        change.accept(receipt);
        var read = new CanonicalJsonFormat()
                .read(
                        new ByteArrayInputStream(JSON.writeValueAsBytes(receipt)),
                        new Source("shop", LineFormat.STORES, null));
        return LineFormat.check().faults((Transaction.Rejected) read.next()).stream()
                .map(fault -> fault.code() + " " + fault.place())
                .toList();
    }

    private static ObjectNode line(ObjectNode receipt) {
        return (ObjectNode) receipt.at("/lines/0");
    }

    @Test
    void whatElseIsWrongIsSaidTogetherWithWhatCouldNotBeRead() throws IOException {
        assertThat(faults(receipt -> {
                    receipt.remove("receiptNumber");
                    receipt.put("storeId", "998").put("currency", "SKR");
                    line(receipt).put("gross", "9,5").put("quantity", "0");
                }))
                .containsExactlyInAnyOrder(
                        "field-missing receiptNumber",
                        "not-a-decimal lines[0].gross",
                        "store-unknown storeId",
                        "currency-unknown currency",
                        "quantity-not-positive lines[0].quantity");
    }

    @Test
    void whatCouldNotBeReadIsNotCalledMissingAsWell() throws IOException {
        assertThat(faults(receipt -> receipt.put("occurredAt", "yesterday"))).containsExactly("not-a-time occurredAt");
        assertThat(faults(receipt -> receipt.put("lines", "none"))).containsExactly("wrong-type lines");
        assertThat(faults(receipt -> receipt.putArray("lines").add("socks"))).containsExactly("wrong-type lines[0]");
    }

    @Test
    void theTypeThatCouldNotBeReadMayHaveBeenTheRightOneForTheTotal() throws IOException {
        assertThat(faults(receipt -> {
                    receipt.put("total", "-100.00");
                    line(receipt).put("type", "Return");
                }))
                .containsExactly("unknown-value lines[0].type");
    }

    @Test
    void aReaderWithPlacesOfItsOwnIsTakenAtItsWord() {
        Fault fault = new Fault("not-a-time", "row 3", "x", "r");
        assertThat(LineFormat.check().faults(new Transaction.Rejected(List.of(fault), "row 3", null, "")))
                .containsExactly(fault);
    }
}
