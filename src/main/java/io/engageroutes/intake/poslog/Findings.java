package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Decimals;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What has been read of one transaction so far, and everything that was wrong with it. */
final class Findings {

    final String profile;
    final String place;
    final ReadLines lines = new ReadLines();
    final List<DiscountRow> discountRows = new ArrayList<>(0);
    /** Made of the rows once all lines are read. */
    final List<BasketDiscount> discounts = new ArrayList<>(2);

    /** What discounts took off that the lines contain already, as far as rows of information say. */
    final List<BigDecimal> contained = new ArrayList<>(0);

    final ReadTenders tenders = new ReadTenders();
    /** Rows of tax on top of the amounts, added up; null when there are none. */
    BigDecimal taxOnTop;
    /** The one rate of those rows; null when they have none or several. */
    BigDecimal taxOnTopPercent;
    /** True when some tender was rounded to coins. */
    boolean rounded;
    /** By how much, as far as the tenders say; null when one of them does not. */
    BigDecimal rounding = BigDecimal.ZERO;

    private List<Fault> faults = List.of();
    /** Faults that are none when the receipt comes to its total without them. */
    private List<Fault> suspicions = List.of();

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
        faultAt(code, here(where), value, rule);
    }

    /** The same at a place that {@link #here} named earlier. */
    void faultAt(String code, String where, String value, String rule) {
        if (faults.isEmpty()) {
            faults = new ArrayList<>();
        }
        faults.add(new Fault(code, where, value, rule));
    }

    /** Notes what is a fault unless the receipt comes to its total without it. */
    void suspect(Fault fault) {
        suspicions = suspicions.isEmpty() ? new ArrayList<>() : suspicions;
        suspicions.add(fault);
    }

    void confirmSuspicions() {
        suspicions.forEach(fault -> faultAt(fault.code(), fault.place(), fault.value(), fault.rule()));
    }

    /** The place of a path, seen from what is being read now. */
    String here(Object where) {
        String within = lineItem == null
                ? ""
                : lineItem.name() + " " + position
                        + (kind == null || where.equals(kind.name()) ? "/" : "/" + kind.name() + "/");
        return place + ", " + within + where;
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

    /** Sold less returned, and less basket discounts once they are settled. */
    BigDecimal goods() {
        BigDecimal off = BigDecimal.ZERO;
        for (BasketDiscount discount : discounts) {
            off = off.add(discount.amount());
        }
        return LineSums.of(lines.kept()).less(off);
    }
}
