package io.engageroutes.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.intake.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The counts and totals of documents, as JSON. */
final class TriedJson {

    private TriedJson() {}

    /** One document: its name, counts, and where it broke. */
    public static ObjectNode of(Tried tried) {
        ObjectNode node = Json.object();
        node.put("document", tried.document());
        node.put("good", tried.isGood());
        if (tried.refused()) {
            node.put("refused", true);
        }
        if (tried.broken() != null) {
            node.set("broken", JudgedJson.fault(tried.broken(), true));
        }
        return node.setAll(of(tried.account()));
    }

    /** Counts, totals by currency and end. */
    public static ObjectNode of(Account account) {
        ObjectNode node = counts(account);
        ObjectNode ends = node.putObject("ends");
        for (Judged.End end : Judged.End.values()) {
            if (end != Judged.End.NON_SALE && end != Judged.End.REJECTED) {
                ends.put(end.word(), account.of(end));
            }
        }
        put(node.putObject("skipped"), account.skipped());
        put(node.putObject("faults"), account.faults());
        ObjectNode totals = node.putObject("totals");
        account.sums().forEach((currency, byEnd) -> {
            ObjectNode ofCurrency = totals.putObject(currency);
            byEnd.forEach((end, sum) -> ofCurrency
                    .putObject(end.word())
                    .put("receipts", sum.receipts())
                    .put("total", plain(sum.total()))
                    .put("tax", plain(sum.tax())));
        });
        return node;
    }

    /** seen = receipts + orders + contacts + non-sales + rejected; orders and contacts only where there are some. */
    static ObjectNode counts(Account account) {
        ObjectNode node = Json.object();
        node.put("seen", account.seen()).put("receipts", account.receipts());
        for (Kind kind : List.of(Kind.ORDER, Kind.CONTACT)) {
            if (account.of(kind) > 0) {
                node.put(kind.flow(), account.of(kind));
            }
        }
        put(node.putObject("nonSales"), account.nonSales());
        return node.put("rejected", account.of(Judged.End.REJECTED));
    }

    private static void put(ObjectNode node, Map<String, Long> counts) {
        counts.forEach(node::put);
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
