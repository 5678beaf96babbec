package io.engageroutes.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.delivery.LedgerDays;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.util.List;

/** A reconciliation for programs: amounts are decimal strings, days and times ISO 8601. */
public final class ReconciliationJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReconciliationJson() {}

    public static ObjectNode of(Reconciliation result) {
        ObjectNode json = JSON.objectNode();
        json.put("reconciled", result.isReconciled());
        json.put(
                "from", result.period() == null ? null : result.period().first().toString());
        json.put(
                "until", result.period() == null ? null : result.period().last().toString());
        FiscalRecord fiscal = result.fiscal();
        ObjectNode record = json.putObject("fiscal");
        record.put("seen", fiscal.seen()).put("sales", fiscal.sales().size());
        ObjectNode reasons = record.putObject("nonSales");
        fiscal.nonSales().forEach(reasons::put);
        record.put("outside", fiscal.outside()).put("repeated", fiscal.repeated());
        ObjectNode matched = json.putObject("matched");
        for (Matching.Way way : Matching.Way.values()) {
            matched.put(way.name(), result.matched(way));
        }
        json.put("onTheirWay", result.onTheirWay())
                .put("otherStores", result.otherStores())
                .put("undated", result.undated());
        ArrayNode rows = json.putArray("tills");
        result.rows().forEach(row -> rows.add(row(row)));
        ArrayNode missing = json.putArray("missing");
        result.missing().forEach(sale -> missing.add(sale(sale)));
        ArrayNode surplus = json.putArray("surplus");
        result.surplus().forEach(sale -> surplus.add(delivered(sale.row())));
        pairs(json.putArray("dead"), result.ended("dead"));
        pairs(json.putArray("differing"), result.differing());
        ArrayNode unread = json.putArray("unread");
        fiscal.unread().forEach(one -> {
            ObjectNode entry = unread.addObject();
            entry.put("document", one.document()).put("place", one.place()).put("receiptNumber", one.receiptNumber());
            ArrayNode faults = entry.putArray("faults");
            one.faults().forEach(fault -> faults.add(fault.toString()));
        });
        ArrayNode reports = json.putArray("zReports");
        result.reports().forEach(check -> reports.add(report(check)));
        return json;
    }

    private static ObjectNode row(TillRow row) {
        ObjectNode json = till(JSON.objectNode(), row.key().till());
        json.put("currency", row.key().currency());
        json.put("sales", row.sales()).put("sold", text(row.sold()));
        json.put("returns", row.returns()).put("returned", text(row.returned()));
        json.put("delivered", row.delivered()).put("deliveredAmount", text(row.deliveredAmount()));
        json.put("skipped", row.skipped()).put("dead", row.dead()).put("duplicates", row.duplicates());
        json.put("differing", row.differing());
        json.put("missing", row.missing()).put("missingAmount", text(row.missingAmount()));
        return json.put("surplus", row.surplus()).put("surplusAmount", text(row.surplusAmount()));
    }

    private static ObjectNode till(ObjectNode json, Till till) {
        return json.put("store", till.store())
                .put("register", till.register())
                .put("day", till.day() == null ? null : till.day().toString());
    }

    private static ObjectNode sale(FiscalSale sale) {
        Receipt receipt = sale.receipt();
        return till(JSON.objectNode(), sale.till())
                .put("uniqueId", receipt.uniqueId())
                .put("receiptNumber", receipt.receiptNumber())
                .put("occurredAt", receipt.occurredAt().toString())
                .put("total", text(receipt.total()))
                .put("currency", receipt.currency())
                .put("document", sale.document())
                .put("place", sale.place());
    }

    private static ObjectNode delivered(LedgerDays.Row row) {
        return till(JSON.objectNode(), new Till(row.store(), row.register(), row.day()))
                .put("uniqueId", row.uniqueId())
                .put("receiptNumber", row.receiptNumber())
                .put(
                        "occurredAt",
                        row.occurredAt() == null ? null : row.occurredAt().toString())
                .put("total", text(row.total()))
                .put("currency", row.currency())
                .put("source", row.source())
                .put("messageId", row.messageId())
                .put("ended", row.ended())
                .put("reason", row.reason());
    }

    private static void pairs(ArrayNode json, List<Reconciliation.Pair> pairs) {
        for (Reconciliation.Pair pair : pairs) {
            ObjectNode entry = json.addObject();
            entry.set("fiscal", sale(pair.sale()));
            entry.set("feed", delivered(pair.delivered().row()));
            entry.put("matchedBy", pair.way().name());
        }
    }

    private static ObjectNode report(ReportCheck check) {
        return JSON.objectNode()
                .put("store", check.report().store())
                .put("register", check.report().register())
                .put("id", check.report().id())
                .put("at", check.report().at().toString())
                .put("sales", text(check.report().sales()))
                .put("transactions", text(check.sum()))
                .put("agrees", check.agrees());
    }

    private static String text(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
