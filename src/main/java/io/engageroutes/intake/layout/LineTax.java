package io.engageroutes.intake.layout;

import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The VAT of a line as the file has it.
 *
 * @param percent null when the file does not say, or has several rates
 * @param amount null when the file does not say
 */
record LineTax(BigDecimal percent, BigDecimal amount) {

    /** What records of their own say; one rate is a rate, of several only the sum of their amounts counts. */
    static LineTax ofRows(TaxFields fields, List<Row> rows, Cells line, Signs signs, LineType type) {
        List<BigDecimal> percents = new ArrayList<>();
        BigDecimal amount = null;
        for (Row row : rows) {
            Cells cells = new Cells(row, line.faults());
            percents.add(cells.number(fields.percent()));
            BigDecimal one = cells.number(fields.amount());
            if (one != null) {
                BigDecimal turned = signs.amount(type, one);
                amount = amount == null ? turned : amount.add(turned);
            }
        }
        LineFields.positive(new Cells(rows.get(rows.size() - 1), line.faults()), fields.amount(), amount);
        return new LineTax(rows.size() == 1 ? percents.get(0) : null, amount);
    }

    LineTax orElse(LineTax other) {
        return new LineTax(percent == null ? other.percent : percent, amount == null ? other.amount : amount);
    }

    /** The VAT on top of an amount without it. A line that nothing is said about bears none. */
    LineTax onTopOf(BigDecimal net) {
        if (net == null) {
            return this;
        }
        BigDecimal tax = amount != null ? amount : percent == null ? BigDecimal.ZERO : Exact.percentOf(net, percent);
        return new LineTax(percent != null ? percent : Exact.rate(net, tax), tax);
    }
}
