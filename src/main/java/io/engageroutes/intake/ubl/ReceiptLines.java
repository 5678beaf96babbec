package io.engageroutes.intake.ubl;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes lines and basket discounts of an invoice's parts. An allowance is a discount on the lines of its VAT category; where it goes
 * against the way of the receipt, or is more than those lines cost, it can only be a line of its own.
 */
final class ReceiptLines {

    private final UblLayout layout;
    private final int decimals;
    private final List<PricedPart> parts;
    private final long rounding;
    private final int roundingNumber;
    private final List<Line> lines = new ArrayList<>();
    private final List<BasketDiscount> discounts = new ArrayList<>();

    /** @param rounding the rounding that the total contains, in the smallest units, signed */
    ReceiptLines(UblLayout layout, List<PricedPart> parts, long rounding, int decimals) {
        this.layout = layout;
        this.parts = parts;
        this.rounding = rounding;
        this.decimals = decimals;
        this.roundingNumber =
                parts.stream().mapToInt(one -> one.part().number()).max().orElse(0) + 1;
        boolean sells = rounding > 0
                || parts.stream().anyMatch(one -> one.part().kind() != Part.Kind.ALLOWANCE && one.units() > 0);
        if (!make(sells)) {
            make(true);
        }
    }

    List<Line> lines() {
        return lines;
    }

    List<BasketDiscount> discounts() {
        return discounts;
    }

    /** False when a line that had to be added makes it a receipt that sells, so that discounts mean something else. */
    private boolean make(boolean sells) {
        lines.clear();
        discounts.clear();
        Map<TaxGroup, Long> given = new HashMap<>();
        boolean nowSells = sells;
        for (PricedPart priced : parts) {
            if (priced.part().kind() == Part.Kind.LINE) {
                lines.add(new ItemReader(layout.item(), decimals).line(priced));
            } else if (priced.units() != 0) {
                List<PricedPart> on = linesOf(priced, sells);
                long room = sum(on) - given.getOrDefault(priced.group(), 0L);
                boolean fits = priced.units() < 0 == sells && Math.abs(priced.units()) <= room;
                if (priced.part().kind() == Part.Kind.ALLOWANCE && fits) {
                    given.merge(priced.group(), Math.abs(priced.units()), Long::sum);
                    discounts.add(discount(priced, on));
                } else {
                    lines.add(ownLine(priced));
                    nowSells |= priced.units() > 0;
                }
            }
        }
        if (rounding != 0) {
            lines.add(line(
                    roundingNumber,
                    rounding,
                    LineKind.OTHER,
                    layout.allowances().roundingSku(),
                    layout.allowances().roundingName(),
                    BigDecimal.ZERO));
        }
        return nowSells == sells;
    }

    /** The lines that a discount of the same VAT category can be spread over: goods and services, else what there is. */
    private List<PricedPart> linesOf(PricedPart allowance, boolean sells) {
        LineType type = sells ? LineType.SALE : LineType.RETURN;
        List<PricedPart> all = parts.stream()
                .filter(one -> one.part().kind() == Part.Kind.LINE
                        && one.group() == allowance.group()
                        && one.part().type() == type)
                .toList();
        List<PricedPart> goods = all.stream()
                .filter(one -> {
                    LineKind kind = layout.item().kindOf(one.part().element());
                    return kind == LineKind.GOODS || kind == LineKind.SERVICE;
                })
                .toList();
        return sum(goods) == 0 ? all : goods;
    }

    private static long sum(List<PricedPart> lines) {
        return lines.stream().mapToLong(one -> Math.abs(one.units())).sum();
    }

    private BasketDiscount discount(PricedPart priced, List<PricedPart> on) {
        return new BasketDiscount(
                type(priced),
                name(priced),
                priced.amount(decimals),
                on.stream().map(one -> one.part().number()).toList(),
                layout.allowances().voucherId().first(priced.part().element()));
    }

    private Line ownLine(PricedPart priced) {
        boolean charge = priced.part().kind() == Part.Kind.CHARGE;
        LineKind kind = charge ? layout.allowances().kindOf(priced.part().element()) : LineKind.OTHER;
        String name = name(priced);
        String sku = type(priced);
        return line(priced.part().number(), priced.units(), kind, sku, name == null ? sku : name, priced.percent());
    }

    private Line line(int number, long units, LineKind kind, String sku, String name, BigDecimal percent) {
        return new Line(
                number,
                units < 0 ? LineType.RETURN : LineType.SALE,
                kind,
                sku,
                sku,
                name,
                null,
                BigDecimal.ONE,
                null,
                BigDecimal.valueOf(Math.abs(units), decimals),
                percent,
                null,
                List.of(),
                null,
                null);
    }

    private String type(PricedPart priced) {
        Part part = priced.part();
        String type = part.isOfDocument()
                ? layout.allowances().type().first(part.element())
                : layout.item().sku().first(part.element());
        return type != null ? type : part.kind() == Part.Kind.CHARGE ? "charge" : "allowance";
    }

    private String name(PricedPart priced) {
        Part part = priced.part();
        return part.isOfDocument()
                ? layout.allowances().description().first(part.element())
                : layout.item().name().first(part.element());
    }
}
