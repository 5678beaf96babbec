package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads what a transaction has on top of its lines, such as tips. */
final class RaiseReader {

    private final SaftLayout layout;
    private final Codes codes;

    RaiseReader(SaftLayout layout, Codes codes) {
        this.layout = layout;
        this.codes = codes;
    }

    /**
     * Adds them as lines, unless what is there adds up without them: then they are inside the lines' amounts already.
     *
     * @param total as the transaction says
     * @return the total with them
     */
    BigDecimal add(Element transaction, Basket basket, BigDecimal total, Findings findings) {
        List<Line> raises = layout.raisesAreLines ? raises(transaction, basket.lines, findings) : List.of();
        if (raises.isEmpty()) {
            return total;
        }
        BigDecimal goods = basket.sum().subtract(basket.basketDiscounts());
        BigDecimal raised = raises.stream()
                .map(line -> line.type() == LineType.RETURN ? line.gross().negate() : line.gross())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean inTotal = goods.add(raised).compareTo(total) == 0;
        if (!inTotal && goods.compareTo(total) == 0 && paid(transaction).compareTo(total) == 0) {
            return total;
        }
        basket.lines.addAll(raises);
        return inTotal ? total : total.add(raised);
    }

    private List<Line> raises(Element transaction, List<Line> goods, Findings findings) {
        int number = goods.stream().mapToInt(Line::number).max().orElse(0);
        List<Line> raises = new ArrayList<>(0);
        for (Element child = transaction.firstChild(); child != null; child = child.next()) {
            if (child.name().equals("raise")) {
                BigDecimal amount = findings.required(child, "raiseAmnt", "raise/");
                if (amount.signum() != 0) {
                    raises.add(line(child, amount, ++number));
                }
            }
        }
        return raises;
    }

    private Line line(Element raise, BigDecimal amount, int number) {
        String type = Findings.text(raise, "raiseType");
        String text = codes.text(Codes.RAISES, type);
        return new Line(
                number,
                amount.signum() < 0 ? LineType.RETURN : LineType.SALE,
                LineKind.OTHER,
                type,
                type,
                text == null ? type : text,
                null,
                BigDecimal.ONE,
                null,
                amount.abs(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of(),
                false,
                false);
    }

    private static BigDecimal paid(Element transaction) {
        Findings saidElsewhere = new Findings("");
        BigDecimal sum = BigDecimal.ZERO;
        for (Element child = transaction.firstChild(); child != null; child = child.next()) {
            if (child.name().equals("payment")) {
                sum = sum.add(saidElsewhere.required(child, "paidAmnt", ""));
            }
        }
        return sum;
    }
}
