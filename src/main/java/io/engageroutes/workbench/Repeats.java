package io.engageroutes.workbench;

import io.engageroutes.delivery.ContentHash;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.ReceiptJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What receipts of the given documents have to do with each other: the same comes twice, another one comes under the same id, or
 * one is taken back by its till.
 */
final class Repeats {

    private final Map<String, First> delivered = new HashMap<>();

    private final Map<String, String> voided = new HashMap<>();

    private record First(String contentHash, String where) {}

    /** The judgement with what an earlier receipt changes in it. */
    Judged after(Judged judged) {
        if (judged.voids() != null) {
            return postVoid(judged);
        }
        if (judged.end() != Judged.End.DELIVERED || judged.receipt() == null) {
            return judged;
        }
        if (voided.containsKey(judged.uniqueId())) {
            return judged.skipped("post-voided", "taken back in " + voided.get(judged.uniqueId()));
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

    /** What becomes of it depends on whether the other one is at Engage by then, so both ways are said. */
    private Judged postVoid(Judged judged) {
        First first = delivered.get(judged.voids());
        voided.put(judged.voids(), judged.document() + ", " + judged.place());
        return judged.skipped(
                "post-void",
                (first == null
                                ? "the receipt is in none of these documents so far"
                                : "the receipt stands in " + first.where())
                        + "; it is withheld, or if it was delivered by then, taken back as the source's postVoids says");
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
