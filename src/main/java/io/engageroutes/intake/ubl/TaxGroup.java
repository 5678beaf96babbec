package io.engageroutes.intake.ubl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What an invoice says of one VAT category, and the parts that belong to it. */
final class TaxGroup {

    final Category category;
    final List<Part> parts = new ArrayList<>();
    BigDecimal taxable;
    BigDecimal tax;

    /** @param category null for an invoice that does not split its VAT by categories */
    TaxGroup(Category category, BigDecimal taxable, BigDecimal tax) {
        this.category = category;
        this.taxable = taxable;
        this.tax = tax;
    }

    BigDecimal percent(Part part) {
        Category own = category == null ? part.category() : category;
        return own == null || own.percent() == null ? BigDecimal.ZERO : own.percent();
    }

    /** Without the VAT, as the parts add up. */
    BigDecimal net() {
        return parts.stream().map(Part::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The VAT that follows from parts and rate, not rounded. */
    BigDecimal computedTax() {
        return parts.stream()
                .map(part -> part.net().multiply(percent(part)).movePointLeft(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A part with its VAT, not rounded. */
    BigDecimal gross(Part part) {
        return part.net().add(part.net().multiply(percent(part)).movePointLeft(2));
    }

    /** How much of the taxable amount its parts do not make up yet. */
    BigDecimal open() {
        return taxable.subtract(net());
    }

    @Override
    public String toString() {
        return category == null ? "the invoice" : "VAT category " + category;
    }
}
