package io.engageroutes.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Canonical receipts of our own making. */
final class Receipts {

    /** Whom they belong to; the simulator knows her. */
    static final String MEMBER = "5210000017";

    private Receipts() {}

    /** A pair of socks for 79.90 SEK, with 25 % VAT. */
    static String sale(String uniqueId) {
        return sale(uniqueId, receipt -> {});
    }

    static String sale(String uniqueId, Consumer<ObjectNode> change) {
        ObjectNode receipt = RunningApplication.JSON.createObjectNode();
        receipt.put("uniqueId", uniqueId)
                .put("receiptNumber", uniqueId)
                .put("storeId", "014")
                .put("occurredAt", "2026-11-03T10:04:11+01:00")
                .put("currency", "SEK");
        receipt.putArray("contactKeys").addObject().put("type", "memberNumber").put("value", MEMBER);
        receipt.putArray("lines")
                .addObject()
                .put("number", 1)
                .put("type", "SALE")
                .put("sku", "A-1107-42")
                .put("articleNumber", "A-1107")
                .put("articleName", "Ullsockor")
                .put("quantity", "1")
                .put("gross", "79.90")
                .put("taxPercent", "25")
                .put("taxAmount", "15.98");
        receipt.putArray("tenders").addObject().put("type", "card").put("amount", "79.90");
        receipt.put("total", "79.90");
        change.accept(receipt);
        return receipt.toString();
    }

    /** JSON lines, one for each of the ids {@code <prefix>0} and on. */
    static String lines(String prefix, int many) {
        return IntStream.range(0, many).mapToObj(at -> sale(prefix + at)).collect(Collectors.joining("\n", "", "\n"));
    }

    static ObjectNode line(ObjectNode receipt) {
        return (ObjectNode) receipt.at("/lines/0");
    }
}
