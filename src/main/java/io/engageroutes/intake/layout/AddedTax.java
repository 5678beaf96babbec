package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tax that a file has for the receipt alone and on top of its lines, as sales tax is: every taxable line gets its part by its
 * amount, and the parts add up exactly. Where lines bear different rates the parts are not those of the till, only their sum is.
 */
final class AddedTax {

    private AddedTax() {}

    /** The lines with their parts; null when no line can bear the tax. */
    static List<Line> spread(BigDecimal tax, List<Line> lines, List<Boolean> taxable) {
        if (tax.signum() == 0) {
            return lines;
        }
        int[] bearers = IntStream.range(0, lines.size())
                .filter(at -> taxable.get(at) && lines.get(at).gross().signum() > 0)
                .toArray();
        BigDecimal sum =
                IntStream.of(bearers).mapToObj(at -> signed(lines.get(at))).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() != tax.signum()) {
            return null;
        }
        List<Line> taxed = new ArrayList<>(lines);
        BigDecimal left = tax;
        int largest = bearers[0];
        for (int at : bearers) {
            BigDecimal part = Exact.part(tax, signed(lines.get(at)), sum);
            left = left.subtract(part);
            taxed.set(at, with(lines.get(at), part.abs()));
            largest = lines.get(at).gross().compareTo(lines.get(largest).gross()) > 0 ? at : largest;
        }
        if (left.signum() != 0) {
            Line line = lines.get(largest);
            BigDecimal rest = line.type() == LineType.RETURN ? left.negate() : left;
            taxed.set(largest, with(line, taxed.get(largest).taxAmount().add(rest)));
        }
        return taxed;
    }

    static Fault fits(String place, BigDecimal tax) {
        return new Fault(
                "tax-without-lines",
                place,
                tax.toPlainString(),
                "tax on top of the lines should have the sign of what the taxable lines come to: see which lines are taxable,"
                        + " or set `taxes.receipt` to included");
    }

    private static BigDecimal signed(Line line) {
        return line.type() == LineType.RETURN ? line.gross().negate() : line.gross();
    }

    private static Line with(Line line, BigDecimal tax) {
        return new Line(
                line.number(),
                line.type(),
                line.kind(),
                line.sku(),
                line.articleNumber(),
                line.articleName(),
                line.articleGroup(),
                line.quantity(),
                null,
                line.gross().add(tax),
                Exact.rate(line.gross(), tax),
                tax,
                line.discounts(),
                line.awardsBonus(),
                line.discountable());
    }
}
