package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Findings;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;

/**
 * A VAT category of UN/CEFACT 5305 with its rate.
 *
 * @param percent null when a line does not say
 */
record Category(String id, BigDecimal percent) {

    /** Zero rated, exempt, reverse charge, within the EU, export, outside the scope of VAT: no rate, or 0. */
    private static final Set<String> WITHOUT_TAX = Set.of("Z", "E", "AE", "K", "G", "O");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Null when there is no such element, or when it is wrong, which is a fault then. */
    static Category read(Element category, String where, Findings findings) {
        if (category == null) {
            return null;
        }
        String id = category.text("ID");
        String written = category.text("Percent");
        BigDecimal percent = findings.decimal(written, where + "/Percent");
        boolean untaxed = id != null && WITHOUT_TAX.contains(id);
        if (percent != null && (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
            findings.add(
                    "tax-percent-invalid",
                    where + "/Percent",
                    written,
                    "must be from 0 to 100, such as 25; correct it at the sender");
            return null;
        }
        if (untaxed && percent != null && percent.signum() != 0) {
            findings.add(
                    "tax-percent-invalid",
                    where + "/Percent",
                    written,
                    "must be 0 or left out in VAT category " + id + "; correct the category or the rate");
            return null;
        }
        return new Category(id, untaxed ? BigDecimal.ZERO : percent);
    }

    boolean hasId(Category other) {
        return id != null && id.equals(other.id);
    }

    boolean hasPercent(Category other) {
        return percent != null && other.percent != null && percent.compareTo(other.percent) == 0;
    }

    boolean isSame(Category other) {
        return Objects.equals(id, other.id) && (hasPercent(other) || percent == null && other.percent == null);
    }

    @Override
    public String toString() {
        return (id == null ? "" : id) + (percent == null ? "" : " " + percent.toPlainString() + " %");
    }
}
