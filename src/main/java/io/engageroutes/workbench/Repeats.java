package io.engageroutes.workbench;

import io.engageroutes.delivery.ContentHash;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.ReceiptJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Receipts that would go to Engage twice, inside the given documents: the same again, or another under the same id. */
final class Repeats {

    private final Map<String, First> delivered = new HashMap<>();

    private record First(String contentHash, String where) {}

    /** The judgement with what an earlier receipt changes in it. */
    Judged after(Judged judged) {
        if (judged.end() != Judged.End.DELIVERED) {
            return judged;
        }
        String hash = ContentHash.of(ReceiptJson.bytes(judged.receipt()));
        First first =
                delivered.putIfAbsent(judged.uniqueId(), new First(hash, judged.document() + ", " + judged.place()));
        if (first == null) {
            return judged;
        }
        return first.contentHash().equals(hash)
                ? judged.as(Judged.End.DUPLICATE, List.of(), "the same as in " + first.where())
                : judged.as(Judged.End.DEAD, List.of(conflict(judged.uniqueId(), first.where())), null);
    }

    private static Fault conflict(String id, String where) {
        return new Fault(
                "conflict",
                "uniqueId",
                id,
                "must differ from that of another receipt, which stands in " + where
                        + ": find out what tells the two apart in the source and put it into the unique id");
    }
}
