package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Decimals;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What has been read of one transaction so far, and everything that was wrong with it. */
final class Findings {

    final String profile;
    final String place;
    final List<Line> lines = new ArrayList<>();
    final List<BasketDiscount> discounts = new ArrayList<>(2);
    final List<Tender> tenders = new ArrayList<>(2);
    /** True when some tender was rounded to coins. */
    boolean rounded;
    /** By how much, as far as the tenders say; null when one of them does not. */
    BigDecimal rounding = BigDecimal.ZERO;

    private List<Fault> faults = List.of();
    private Element lineItem;
    private int position;
    private Element kind;

    Findings(String profile, String place) {
        this.profile = profile;
        this.place = place;
    }

    /**
     * Says what faults are about from now on.
     *
     * @param lineItem null for the transaction itself
     * @param position of the line item among all, from 1
     * @param kind what stands in the line item, or null for itself
     */
    void at(Element lineItem, int position, Element kind) {
        this.lineItem = lineItem;
        this.position = position;
        this.kind = kind;
    }

    void fault(String code, Object where, String value, String rule) {
        if (faults.isEmpty()) {
            faults = new ArrayList<>();
        }
        String within = lineItem == null
                ? ""
                : lineItem.name() + " " + position
                        + (kind == null || where.equals(kind.name()) ? "/" : "/" + kind.name() + "/");
        faults.add(new Fault(code, place + ", " + within + where, value, rule));
    }

    List<Fault> faults() {
        return faults;
    }

    /** The first value at the paths as a decimal; null when there is none or it is wrong, which is a fault then. */
    BigDecimal decimal(Paths paths, Element from) {
        String text = paths.first(from);
        return text == null ? null : decimal(text, paths);
    }

    BigDecimal decimal(String text, Object where) {
        BigDecimal number = Decimals.parse(text);
        if (number == null) {
            fault(
                    "not-a-decimal",
                    where,
                    text,
                    "must be digits with a decimal point, such as 1234.50; correct it at the sender");
        }
        return number;
    }

    /** Sold less returned less basket discounts. */
    BigDecimal goods() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : lines) {
            if (line.gross() != null) {
                sum = line.type() == LineType.SALE ? sum.add(line.gross()) : sum.subtract(line.gross());
            }
        }
        for (BasketDiscount discount : discounts) {
            sum = sum.subtract(discount.amount());
        }
        return sum;
    }

    BigDecimal paid() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Tender tender : tenders) {
            if (tender.amount() != null) {
                sum = sum.add(tender.amount());
            }
        }
        return sum;
    }
}
