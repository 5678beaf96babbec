package io.engageroutes.intake.ubl;

import io.engageroutes.receipt.WholeUnits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part with its VAT.
 *
 * @param units in the smallest units that the invoice counts in, signed
 */
record PricedPart(Part part, TaxGroup group, long units) {

    /**
     * All parts with their VAT: rounded within their VAT category by largest remainder so that each category comes to its taxable amount
     * and VAT, and all together to the total.
     *
     * @param total signed, without a rounding that is in it
     * @throws IllegalStateException when no rounding of the parts gives the total
     */
    static List<PricedPart> all(List<TaxGroup> groups, BigDecimal total, int decimals) {
        BigDecimal[] exact = groups.stream()
                .map(group -> group.taxable.add(group.tax).movePointRight(decimals))
                .toArray(BigDecimal[]::new);
        long[] targets = WholeUnits.of(exact, total.movePointRight(decimals).longValueExact());
        List<PricedPart> priced = new ArrayList<>();
        for (int at = 0; at < targets.length; at++) {
            TaxGroup group = groups.get(at);
            BigDecimal[] parts = group.parts.stream()
                    .map(part -> group.gross(part).movePointRight(decimals))
                    .toArray(BigDecimal[]::new);
            long[] units = WholeUnits.of(parts, targets[at]);
            for (int part = 0; part < units.length; part++) {
                priced.add(new PricedPart(group.parts.get(part), group, units[part]));
            }
        }
        priced.sort(Comparator.comparing(one -> one.part().number()));
        return priced;
    }

    BigDecimal percent() {
        return group.percent(part);
    }

    BigDecimal amount(int decimals) {
        return BigDecimal.valueOf(Math.abs(units), decimals);
    }
}
