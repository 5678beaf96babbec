package io.engageroutes.reconcile;

import io.engageroutes.delivery.LedgerDays;
import io.engageroutes.receipt.Receipt;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A reconciliation for people: a table of tills, then every difference in a line. */
public final class ReconciliationText {

    private static final List<String> HEAD = List.of(
            "day",
            "store",
            "register",
            "",
            "sales",
            "sold",
            "returns",
            "returned",
            "delivered",
            "amount",
            "skipped",
            "dead",
            "again",
            "missing",
            "surplus",
            "differ");
    private static final int FIRST_NUMBER = 4;

    private final PrintWriter out;

    public ReconciliationText(PrintWriter out) {
        this.out = out;
    }

    public void print(Reconciliation result) {
        FiscalRecord fiscal = result.fiscal();
        out.println("Fiscal record: " + fiscal.seen() + " transactions = "
                + fiscal.sales().size() + " sales and returns + "
                + sum(fiscal) + " non-sales " + fiscal.nonSales() + " + "
                + fiscal.unread().size() + " unread + "
                + fiscal.outside() + " of other days + " + fiscal.repeated() + " that stand twice");
        if (result.period() == null) {
            out.println("It is about none of the days asked for.");
            return;
        }
        out.println("Compared from " + result.period().first() + " to "
                + result.period().last() + ": "
                + result.matched(Matching.Way.id) + " found by unique id, " + result.matched(Matching.Way.key)
                + " by key, " + result.matched(Matching.Way.amountAndTime) + " by amount and time");
        out.println();
        table(result);
        details(result);
        notes(result);
        out.println();
        out.println(result.isReconciled() ? "Reconciled." : "NOT reconciled.");
    }

    private static long sum(FiscalRecord fiscal) {
        return fiscal.nonSales().values().stream().mapToLong(Long::longValue).sum();
    }

    private void table(Reconciliation result) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        result.rows()
                .forEach(row -> rows.add(List.of(
                        row.key().till().day().toString(),
                        text(row.key().till().store()),
                        text(row.key().till().register()),
                        row.key().currency(),
                        Long.toString(row.sales()),
                        row.sold().toPlainString(),
                        Long.toString(row.returns()),
                        row.returned().toPlainString(),
                        Long.toString(row.delivered()),
                        row.deliveredAmount().toPlainString(),
                        Long.toString(row.skipped()),
                        Long.toString(row.dead()),
                        Long.toString(row.duplicates()),
                        Long.toString(row.missing()),
                        Long.toString(row.surplus()),
                        Long.toString(row.differing()))));
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(padded(row.get(column), width(rows, column), column >= FIRST_NUMBER))
                        .append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String text, int width, boolean right) {
        String blanks = " ".repeat(width - text.length());
        return right ? blanks + text : text + blanks;
    }

    private void details(Reconciliation result) {
        heading(
                "Missing: in the fiscal record, never brought by the feed",
                result.missing().size());
        result.missing().forEach(sale -> out.println("  " + fiscal(sale)));
        heading(
                "Surplus: brought by the feed, not in the fiscal record",
                result.surplus().size());
        result.surplus().forEach(sale -> out.println("  " + feed(sale.row())));
        heading("Dead: mend and replay them", result.ended("dead").size());
        result.ended("dead")
                .forEach(pair -> out.println("  " + fiscal(pair.sale()) + ": "
                        + pair.delivered().row().reason() + ", message "
                        + pair.delivered().row().messageId()));
        heading("Of another amount", result.differing().size());
        result.differing()
                .forEach(pair -> out.println("  " + fiscal(pair.sale()) + "; the feed has "
                        + feed(pair.delivered().row())));
        heading(
                "Unread: they are neither compared nor in any sum",
                result.fiscal().unread().size());
        result.fiscal().unread().forEach(one -> one.faults()
                .forEach(fault -> out.println("  " + one.document() + ", " + fault)));
        List<ReportCheck> wrong =
                result.reports().stream().filter(check -> !check.agrees()).toList();
        heading("Z reports that the transactions since the one before do not add up to", wrong.size());
        wrong.forEach(check -> out.println("  " + text(check.report().store()) + " register "
                + text(check.report().register()) + " report "
                + text(check.report().id()) + " of "
                + check.report().at() + ": " + check.report().sales().toPlainString() + ", transactions "
                + check.sum().toPlainString()));
        if (wrong.isEmpty() && !result.reports().isEmpty()) {
            out.println();
            out.println("All " + result.reports().size() + " Z reports agree with their transactions.");
        }
    }

    private void heading(String text, int count) {
        if (count > 0) {
            out.println();
            out.println(text + " (" + count + ")");
        }
    }

    private void notes(Reconciliation result) {
        out.println();
        if (result.onTheirWay() > 0) {
            out.println("Of the feed " + result.onTheirWay()
                    + " receipts have no end yet; some of what is missing may be among them: reconcile again later.");
        }
        if (result.otherStores() > 0) {
            out.println(result.otherStores()
                    + " receipts of the feed are of stores that are not in these files, or that the"
                    + " layout calls otherwise; they were not compared.");
        }
        if (result.undated() > 0) {
            out.println(
                    result.undated()
                            + " receipts of the feed have no day in the ledger (unreadable, or from before version 2 of the tables).");
        }
    }

    private static String fiscal(FiscalSale sale) {
        Receipt receipt = sale.receipt();
        return text(receipt.storeId()) + " register " + text(receipt.registerId()) + " receipt "
                + text(receipt.receiptNumber()) + " of " + receipt.occurredAt() + ": " + amount(receipt.total()) + " "
                + receipt.currency() + " (" + receipt.uniqueId() + ")";
    }

    private static String feed(LedgerDays.Row row) {
        return text(row.store()) + " register " + text(row.register()) + " receipt " + text(row.receiptNumber())
                + " of "
                + row.occurredAt() + ": " + amount(row.total()) + " " + text(row.currency()) + ", " + row.ended() + " ("
                + text(row.uniqueId()) + ")";
    }

    private static String amount(BigDecimal amount) {
        return amount == null ? "?" : amount.toPlainString();
    }

    private static String text(String value) {
        return value == null ? "-" : value;
    }
}
