package io.engageroutes.intake.poslog;

import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;

/**
 * A line with what matters only until its receipt is complete.
 *
 * @param reference what other lines of the document call it by, or null
 * @param taxFree whether it bears no tax, where tax is added on top
 * @param signless whether it was written as sold, but is of a kind that may be given back without a sign; the totals tell
 * @param unsure discounts that its amount may or may not contain already; the totals tell
 */
record ReadLine(Line line, String reference, boolean taxFree, boolean signless, BigDecimal unsure) {

    /** The same with another quantity and amount, and what belongs to them. */
    ReadLine with(BigDecimal quantity, BigDecimal gross, BigDecimal taxAmount) {
        return as(line.type(), quantity, gross, taxAmount);
    }

    /** The same as something given back, when it has no sign. */
    ReadLine givenBack() {
        return signless ? as(LineType.RETURN, line.quantity(), line.gross(), line.taxAmount()) : this;
    }

    private ReadLine as(LineType type, BigDecimal quantity, BigDecimal gross, BigDecimal taxAmount) {
        Line changed = new Line(
                line.number(),
                type,
                line.kind(),
                line.sku(),
                line.articleNumber(),
                line.articleName(),
                line.articleGroup(),
                quantity,
                line.unitPrice(),
                gross,
                line.taxPercent(),
                taxAmount,
                line.discounts(),
                line.awardsBonus(),
                line.discountable());
        return new ReadLine(changed, reference, taxFree, signless, unsure);
    }

    /** The same after the discounts that its amount turned out not to contain. */
    ReadLine deducted() {
        return unsure.signum() == 0 ? this : with(line.quantity(), line.gross().subtract(unsure), line.taxAmount());
    }
}
