package io.engageroutes.intake.poslog;

import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.List;

/**
 * What lines come to, without basket discounts.
 *
 * @param goods sold less returned
 * @param unsure discounts that may be in {@code goods} or not
 * @param onlyTakesBack whether goods only come back, so that a discount makes less come back
 */
record LineSums(BigDecimal goods, BigDecimal unsure, boolean onlyTakesBack) {

    static LineSums of(List<ReadLine> lines) {
        BigDecimal goods = BigDecimal.ZERO;
        BigDecimal unsure = BigDecimal.ZERO;
        boolean sells = false;
        boolean takesBack = false;
        for (ReadLine read : lines) {
            Line line = read.line();
            if (line.gross() == null) {
                continue;
            }
            if (line.type() == LineType.SALE) {
                goods = goods.add(line.gross());
                unsure = unsure.add(read.unsure());
                sells |= line.gross().signum() != 0;
            } else {
                goods = goods.subtract(line.gross());
                unsure = unsure.subtract(read.unsure());
                takesBack |= line.gross().signum() != 0;
            }
        }
        return new LineSums(goods, unsure, takesBack && !sells);
    }

    /** Less what is taken off in all. */
    BigDecimal less(BigDecimal discounts) {
        return onlyTakesBack ? goods.add(discounts) : goods.subtract(discounts);
    }
}
