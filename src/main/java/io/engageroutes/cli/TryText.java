package io.engageroutes.cli;

import io.engageroutes.intake.Kind;
import io.engageroutes.workbench.Account;
import io.engageroutes.workbench.Json;
import io.engageroutes.workbench.Judged;
import io.engageroutes.workbench.JudgedJson;
import io.engageroutes.workbench.SourceReading;
import io.engageroutes.workbench.Tried;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code try} says to people: a document's accounts, every receipt that is not good, and totals. */
final class TryText {

    /**
     * What is to be said.
     *
     * @param show how many receipts in full
     * @param most of how many the faults
     * @param every whether good transactions get a line too
     */
    record Wish(int show, int most, boolean every, boolean contacts) {}

    private final PrintWriter out;
    private final Wish wish;
    private final JudgedJson json;
    private int shown;
    private int described;

    TryText(PrintWriter out, Wish wish) {
        this.out = out;
        this.wish = wish;
        this.json = new JudgedJson(wish.contacts());
    }

    void begin(SourceReading reading) {
        out.println("Source " + reading.source() + ": " + reading.format()
                + (reading.hasLayout() ? " by " + reading.layout() : "")
                + (reading.file() == null ? "" : " (" + reading.file() + ")"));
    }

    void document(String name) {
        out.println();
        out.println(Wrapped.shown(name));
    }

    void transaction(Judged judged) {
        boolean full = judged.end() != Judged.End.NON_SALE && shown < wish.show();
        boolean telling = !judged.faults().isEmpty() || judged.note() != null;
        if (telling && described++ >= wish.most()) {
            telling = false;
        }
        if (full || telling || wish.every()) {
            line(judged);
        }
        if (telling) {
            judged.faults().forEach(fault -> Wrapped.print(out, 6, fault.toString()));
            if (judged.note() != null) {
                Wrapped.print(out, 6, judged.note());
            }
        }
        if (full) {
            shown++;
            out.print(Json.pretty(json.full(judged)).indent(4));
        }
    }

    private void line(Judged judged) {
        StringBuilder line = new StringBuilder("  ");
        line.append(String.format("%-9s", judged.end().word())).append(' ').append(judged.place());
        if (judged.uniqueId() != null) {
            line.append(judged.content() == null ? ", " : ", " + judged.kind().field() + " ")
                    .append(judged.uniqueId());
        } else if (judged.receiptNumber() != null) {
            line.append(", receipt ").append(judged.receiptNumber());
        }
        if (judged.priced() != null) {
            line.append(", ")
                    .append(judged.receipt().currency())
                    .append(' ')
                    .append(amount(judged.priced().total()));
        }
        if (judged.action() != null) {
            line.append(", action ").append(judged.action());
        }
        if (judged.reason() != null) {
            line.append(", ").append(judged.reason());
        }
        if (judged.voids() != null) {
            line.append(", takes back ").append(judged.voids());
        }
        out.println(Wrapped.shown(line.toString()));
    }

    void end(Tried tried) {
        Account account = tried.account();
        out.println("  " + account.seen() + " seen = " + account.receipts() + " receipts"
                + others(account, Kind.ORDER) + others(account, Kind.CONTACT) + " + " + sum(account.nonSales())
                + " non-sales" + reasons(account.nonSales()) + " + " + account.of(Judged.End.REJECTED) + " rejected");
        if (tried.broken() != null) {
            Wrapped.print(out, 2, "BROKEN: cannot be read any further. " + tried.broken());
        }
        if (tried.refused()) {
            out.println(
                    "  REFUSED: something in it is wrong, so this source takes nothing of it and the sender is told.");
        }
    }

    void totals(Account account, int documents) {
        out.println();
        out.println(documents == 1 ? "In all" : "In all " + documents + " documents");
        if (account.seen() == 0) {
            out.println("  nothing");
        }
        for (Judged.End end : Judged.End.values()) {
            if (account.of(end) > 0) {
                out.println(String.format("  %-9s %7d", end.word(), account.of(end))
                        + (end == Judged.End.SKIPPED ? reasons(account.skipped()) : "")
                        + (end == Judged.End.NON_SALE ? reasons(account.nonSales()) : ""));
            }
        }
        if (!account.sums().isEmpty()) {
            out.println(String.format("  %-13s %9s %16s %16s", "", "receipts", "total", "VAT"));
            account.sums().forEach(this::sums);
        }
        if (!account.faults().isEmpty()) {
            out.println("  faults" + reasons(account.faults()));
        }
        if (described > wish.most()) {
            out.println("  " + (described - wish.most()) + " more with faults or notes: try --verbose shows them");
        }
        out.println();
    }

    private void sums(String currency, Map<Judged.End, Account.Sum> byEnd) {
        byEnd.forEach((end, sum) -> out.println(String.format(
                "  %-3s %-9s %9d %16s %16s",
                currency, end.word(), sum.receipts(), amount(sum.total()), amount(sum.tax()))));
    }

    private static String others(Account account, Kind kind) {
        return account.of(kind) == 0 ? "" : " + " + account.of(kind) + " " + kind.flow();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String reasons(Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String amount(BigDecimal amount) {
        return amount.toPlainString();
    }
}
