package io.engageroutes.intake.poslog;

import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The lines of one transaction. An extra line that voids another one makes that one smaller or takes it out, so that what was voided
 * is neither bought nor returned.
 */
final class ReadLines {

    /**
     * A voiding line that found nothing to take back so far.
     *
     * @param counts whether it is then a line like any other
     * @param place where it stands
     */
    private record Open(ReadLine back, LineType of, boolean counts, String place) {}

    private final List<ReadLine> kept = new ArrayList<>();
    private List<Open> open = List.of();

    void add(ReadLine line) {
        kept.add(line);
    }

    List<ReadLine> kept() {
        return kept;
    }

    /**
     * Takes back what an extra line voids, the latest line of the article first.
     *
     * @param back the voiding line, with positive quantity and amount
     * @param of what it voids: something sold or something returned
     * @param counts whether it is a line of its own when there is nothing to take back
     */
    void takeBack(ReadLine back, LineType of, boolean counts, String place) {
        if (!takesBack(back, of)) {
            open = open.isEmpty() ? new ArrayList<>() : open;
            open.add(new Open(back, of, counts, place));
        }
    }

    /** Decides on voiding lines that came before what they void, and on those that void nothing. */
    void settle(Findings findings) {
        for (Open voiding : open) {
            Line line = voiding.back().line();
            if (takesBack(voiding.back(), voiding.of()) || isZero(line.gross()) && isZero(line.quantity())) {
                continue;
            }
            if (voiding.counts()) {
                kept.add(voiding.back());
            } else if (!isZero(line.gross())) {
                findings.faultAt(
                        "void-without-line",
                        voiding.place(),
                        line.sku(),
                        "this line takes another one back, but there is no line of this article with its quantity and "
                                + "amount; if this till marks voided lines otherwise, correct lines.voids in profile "
                                + findings.profile);
            }
        }
        open = List.of();
    }

    private boolean takesBack(ReadLine back, LineType of) {
        for (int at = kept.size() - 1; at >= 0; at--) {
            Line line = kept.get(at).line();
            if (isSame(line, back.line(), of)
                    && isEqual(line.gross(), back.line().gross())
                    && isEqual(line.quantity(), back.line().quantity())) {
                kept.remove(at);
                return true;
            }
        }
        return takesParts(back, of) || takesFromAll(back, of);
    }

    /** Takes back more or less than one line: whole lines as long as they fit, then a part of one. */
    private boolean takesParts(ReadLine back, LineType of) {
        BigDecimal quantity = back.line().quantity();
        BigDecimal gross = back.line().gross();
        if (isZero(quantity) || isZero(gross)) {
            return false;
        }
        List<ReadLine> left = new ArrayList<>(kept);
        for (int at = left.size() - 1; at >= 0 && gross.signum() > 0 && quantity.signum() > 0; at--) {
            ReadLine whole = left.get(at);
            Line line = whole.line();
            if (!isSame(line, back.line(), of) || isZero(line.quantity()) || isZero(line.gross())) {
                continue;
            }
            int byQuantity = line.quantity().compareTo(quantity);
            int byGross = line.gross().compareTo(gross);
            if (byQuantity <= 0 && byGross <= 0) {
                quantity = quantity.subtract(line.quantity());
                gross = gross.subtract(line.gross());
                left.remove(at);
            } else if (byQuantity > 0 && byGross > 0) {
                left.set(
                        at,
                        whole.with(
                                line.quantity().subtract(quantity), line.gross().subtract(gross), null));
                quantity = BigDecimal.ZERO;
                gross = BigDecimal.ZERO;
            }
        }
        if (quantity.signum() != 0 || gross.signum() != 0) {
            return false;
        }
        kept.clear();
        kept.addAll(left);
        return true;
    }

    /**
     * Takes back what no line has alone, such as a piece whose price changed with the next one of its group: what is left of the
     * article becomes one line.
     */
    private boolean takesFromAll(ReadLine back, LineType of) {
        List<ReadLine> all = kept.stream()
                .filter(read -> isSame(read.line(), back.line(), of))
                .filter(read -> !isZero(read.line().quantity()) && read.line().gross() != null)
                .toList();
        BigDecimal quantity = isZero(back.line().quantity())
                ? BigDecimal.ZERO
                : back.line().quantity().negate();
        BigDecimal gross = isZero(back.line().gross())
                ? BigDecimal.ZERO
                : back.line().gross().negate();
        for (ReadLine read : all) {
            quantity = quantity.add(read.line().quantity());
            gross = gross.add(read.line().gross());
        }
        if (all.isEmpty()
                || quantity.signum() <= 0
                || gross.signum() < 0
                || isZero(back.line().quantity())) {
            return false;
        }
        kept.set(kept.indexOf(all.get(0)), all.get(0).with(quantity, gross, null));
        kept.removeAll(all.subList(1, all.size()));
        return true;
    }

    private static boolean isSame(Line line, Line back, LineType of) {
        return line.type() == of && line.sku() != null && Objects.equals(line.sku(), back.sku());
    }

    private static boolean isEqual(BigDecimal one, BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    private static boolean isZero(BigDecimal number) {
        return number == null || number.signum() == 0;
    }
}
