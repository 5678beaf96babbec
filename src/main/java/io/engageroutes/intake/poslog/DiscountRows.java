package io.engageroutes.intake.poslog;

import io.engageroutes.receipt.BasketDiscount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes basket discounts of discount lines: rows about the same discount are added up, so that one may take another back, and of a
 * discount that is said in detail and in summary only one of the two counts.
 */
final class DiscountRows {

    private DiscountRows() {}

    /** Adds the discounts to the findings. */
    static void settle(boolean preferSummary, Findings findings) {
        Map<ReadLine, BigDecimal> taken = new IdentityHashMap<>();
        for (DiscountRow row : withoutReversals(joined(preferSummary, findings.discountRows))) {
            if (row.amount().signum() < 0) {
                findings.faultAt(
                        "discount-sign",
                        row.place(),
                        row.amount().toPlainString(),
                        "this discount would raise the price; if this till writes discounts with the other sign, set sign "
                                + "of the rule in discounts of profile " + findings.profile);
            } else if (row.amount().signum() > 0) {
                findings.discounts.add(new BasketDiscount(
                        row.type(), row.description(), row.amount(), lines(row, findings, taken), row.voucherId()));
            }
        }
    }

    /** What all of them take off. */
    static BigDecimal sum(boolean preferSummary, Findings findings) {
        return joined(preferSummary, findings.discountRows).stream()
                .map(DiscountRow::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Collection<DiscountRow> joined(boolean preferSummary, List<DiscountRow> rows) {
        if (rows.stream().allMatch(row -> row.id() == null)) {
            return rows;
        }
        Set<String> preferred = rows.stream()
                .filter(row -> row.id() != null && row.summary() == preferSummary)
                .map(DiscountRow::id)
                .collect(Collectors.toSet());
        Set<String> summed = rows.stream()
                .filter(DiscountRow::summary)
                .map(DiscountRow::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Object, DiscountRow> joined = new LinkedHashMap<>();
        for (DiscountRow row : rows) {
            boolean saidTwice = row.id() != null && summed.contains(row.id());
            if (!saidTwice || row.summary() == preferSummary || !preferred.contains(row.id())) {
                joined.merge(row.id() == null ? row.place() : row.about(), row, DiscountRow::plus);
            }
        }
        return joined.values();
    }

    /**
     * Leaves out a row that gives back what another row of its discount took off, when it names another line: tills that reverse a
     * discount with its line name the line that voids.
     */
    private static List<DiscountRow> withoutReversals(Collection<DiscountRow> rows) {
        List<DiscountRow> left = new ArrayList<>(rows);
        for (DiscountRow back : rows) {
            if (back.id() == null || back.amount().signum() >= 0) {
                continue;
            }
            for (int at = left.size() - 1; at >= 0; at--) {
                DiscountRow row = left.get(at);
                if (back.id().equals(row.id())
                        && row.amount().add(back.amount()).signum() == 0) {
                    left.remove(at);
                    left.remove(back);
                    break;
                }
            }
        }
        return left;
    }

    /** The line that the discount is for; none, which means all, when that one is not there or has less left. */
    private static List<Integer> lines(DiscountRow row, Findings findings, Map<ReadLine, BigDecimal> taken) {
        if (row.line() == null) {
            return List.of();
        }
        for (ReadLine line : findings.lines.kept()) {
            BigDecimal gross = line.line().gross();
            if (row.line().equals(line.reference()) && gross != null) {
                BigDecimal all = taken.getOrDefault(line, BigDecimal.ZERO).add(row.amount());
                if (all.compareTo(gross) <= 0) {
                    taken.put(line, all);
                    return List.of(line.line().number());
                }
            }
        }
        return List.of();
    }
}
