package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;

/** Reads a sold or returned line. Its type carries the sign; quantity and amounts come out positive. */
final class ItemReader {

    private final ItemRules rules;
    private final LineRules lines;
    private final TaxRules tax;

    ItemReader(ItemRules rules, LineRules lines, TaxRules tax) {
        this.rules = rules;
        this.lines = lines;
        this.tax = tax;
    }

    /**
     * @param returnElement whether the element itself says that it is a return
     * @param voided whether it is an extra line that voids another one by counting against it
     */
    void read(Element item, int number, boolean returnElement, boolean voided, Findings findings) {
        BigDecimal quantity = findings.decimal(rules.quantity(), item);
        BigDecimal gross = findings.decimal(rules.gross(), item);
        boolean givenBack = lines.givenBack().holds(item);
        if (isNothing(quantity) && isNothing(gross)) {
            // some tills write rows of text as lines of nothing
            return;
        }
        if (voided) {
            voided(item, number, returnElement, givenBack, quantity, gross, findings);
            return;
        }
        boolean returned = returnElement
                || lines.returned().holds(item)
                || lines.negativeQuantityReturns() && isNegative(quantity)
                || (lines.negativeAmountReturns() || givenBack) && isNegative(gross);
        if (!returned) {
            checkSigns(quantity, gross, findings);
        }
        LineType type = returned ? LineType.RETURN : LineType.SALE;
        findings.lines.add(line(item, number, type, givenBack && !returned, quantity, gross, findings));
    }

    /**
     * An extra line of a sale counts against what was sold when it is negative, and against what was given back when it is positive;
     * of a return element, whose amounts are positive, the other way round.
     */
    private void voided(
            Element item,
            int number,
            boolean returnElement,
            boolean givenBack,
            BigDecimal quantity,
            BigDecimal gross,
            Findings findings) {
        boolean negative = isNegative(gross) || isNegative(quantity) && !givenBack;
        LineType own = returnElement != (negative && givenBack) ? LineType.RETURN : LineType.SALE;
        ReadLine back = line(item, number, own, false, quantity, gross, findings);
        if (returnElement && !negative) {
            findings.lines.add(back);
            return;
        }
        boolean positive = !negative && gross != null && gross.signum() > 0;
        LineType of = returnElement || positive ? LineType.RETURN : LineType.SALE;
        findings.lines.takeBack(back, of, positive || givenBack, findings.here(item.name()));
    }

    private ReadLine line(
            Element item,
            int number,
            LineType type,
            boolean signless,
            BigDecimal quantity,
            BigDecimal gross,
            Findings findings) {
        LineDiscounts discounts = LineDiscounts.read(rules.discounts(), item, quantity, findings);
        Mask mask = mask(item);
        Line line = new Line(
                number,
                type,
                kind(item, findings),
                mask == null ? rules.sku().first(item) : mask.article(),
                mask == null ? rules.articleNumber().first(item) : mask.article(),
                mask == null ? rules.name().first(item) : mask.name(),
                mask == null ? rules.group().first(item) : null,
                positive(quantity),
                positive(findings.decimal(rules.unitPrice(), item)),
                gross == null ? null : gross.abs().subtract(discounts.toDeduct()),
                findings.decimal(rules.taxPercent(), item),
                positive(findings.decimal(rules.taxAmount(), item)),
                discounts.all(),
                rules.noBonus().holds(item) ? Boolean.FALSE : null,
                null);
        return new ReadLine(line, rules.reference().first(item), tax.free().holds(item), signless, discounts.unsure());
    }

    private Mask mask(Element item) {
        for (Mask mask : rules.masks()) {
            if (mask.condition().holds(item)) {
                return mask;
            }
        }
        return null;
    }

    private void checkSigns(BigDecimal quantity, BigDecimal gross, Findings findings) {
        if (isNegative(quantity)) {
            findings.fault(
                    "negative-quantity",
                    rules.quantity(),
                    quantity.toPlainString(),
                    "a sold line must have a positive quantity; if this till writes returns so, set "
                            + "lines.negativeQuantity to return in profile " + findings.profile);
        }
        if (isNegative(gross)) {
            findings.fault(
                    "amount-negative",
                    rules.gross(),
                    gross.toPlainString(),
                    "a sold line must have a positive amount; if this till writes returns so, set "
                            + "lines.negativeAmount to return in profile " + findings.profile);
        }
    }

    private LineKind kind(Element item, Findings findings) {
        String written = rules.kind().first(item);
        LineKind kind = written == null ? LineKind.GOODS : rules.kinds().get(written);
        if (kind == null && rules.kindsComplete()) {
            findings.fault(
                    "unknown-line-kind",
                    rules.kind(),
                    written,
                    "this kind of line is not declared, so it is not known whether it is goods: add it to item.kinds in "
                            + "profile " + findings.profile);
        }
        return kind == null ? LineKind.GOODS : kind;
    }

    private static boolean isNothing(BigDecimal number) {
        return number != null && number.signum() == 0;
    }

    private static boolean isNegative(BigDecimal number) {
        return number != null && number.signum() < 0;
    }

    private static BigDecimal positive(BigDecimal number) {
        return isNegative(number) ? number.negate() : number;
    }
}
