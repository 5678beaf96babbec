package io.engageroutes.intake.poslog;

import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.RejectedReceipt;
import io.engageroutes.receipt.TaxOnTop;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings tax on top of the amounts into the lines of a receipt that was read without. */
final class TaxInLines {

    /** By ISO 4217: what a retailer books otherwise matters for currencies without sales tax only. */
    private static final MinorUnits UNITS = new MinorUnits(Map.of());

    private static final TaxOnTop ON_TOP = new TaxOnTop(UNITS);

    private TaxInLines() {}

    /** The receipt with tax; as it is when something that this needs is missing, which is said when the receipt is checked. */
    static Receipt of(Receipt net, Findings findings) {
        boolean whole = net.lines().stream()
                .noneMatch(line -> line.gross() == null || line.gross().signum() < 0);
        if (!findings.faults().isEmpty() || !whole || net.lines().isEmpty() || !UNITS.isKnown(net.currency())) {
            return net;
        }
        Set<Integer> free = findings.lines.kept().stream()
                .filter(ReadLine::taxFree)
                .map(ReadLine::line)
                .map(Line::number)
                .collect(Collectors.toSet());
        try {
            return ON_TOP.included(net, free, findings.taxOnTopPercent);
        } catch (RejectedReceipt doesNotAddUp) {
            doesNotAddUp
                    .faults()
                    .forEach(fault -> findings.fault(fault.code(), fault.place(), fault.value(), fault.rule()));
            return net;
        }
    }
}
