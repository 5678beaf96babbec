package io.engageroutes.intake.poslog;

import io.engageroutes.receipt.Line;
import java.math.BigDecimal;

/**
 * A line with what matters only until its receipt is complete.
 *
 * @param reference what other lines of the document call it by, or null
 * @param taxFree whether it bears no tax, where tax is added on top
 * @param unsure discounts that its amount may or may not contain already; the totals tell
 */
record ReadLine(Line line, String reference, boolean taxFree, BigDecimal unsure) {

    /** The same with another quantity and amount, and what belongs to them. */
    ReadLine with(BigDecimal quantity, BigDecimal gross, BigDecimal taxAmount) {
        Line changed = new Line(
                line.number(),
                line.type(),
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
        return new ReadLine(changed, reference, taxFree, unsure);
    }

    /** The same after the discounts that its amount turned out not to contain. */
    ReadLine deducted() {
        return unsure.signum() == 0 ? this : with(line.quantity(), line.gross().subtract(unsure), line.taxAmount());
    }
}
