package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Findings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/** The VAT categories of one invoice: what it declares for each, and which of its parts belong to which. */
final class TaxGroups {

    private final Amounts amounts;
    private final Findings findings;
    private final List<TaxGroup> groups = new ArrayList<>();
    private BigDecimal tax = BigDecimal.ZERO;

    TaxGroups(Amounts amounts, Findings findings) {
        this.amounts = amounts;
        this.findings = findings;
    }

    /** Reads the VAT totals in the invoice's own currency; another one in that of the tax office is left alone. */
    void read(Element invoice, String currency) {
        List<Element> totals = invoice.children("TaxTotal");
        List<Element> ours = totals.stream()
                .filter(total -> Objects.equals(currencyOf(total, currency), currency))
                .toList();
        for (Element total : ours.isEmpty() ? totals : ours) {
            BigDecimal amount = amounts.total(amounts.required(total.child("TaxAmount"), "TaxTotal/TaxAmount"));
            tax = amount == null ? tax : tax.add(amount);
            for (Element subtotal : total.children("TaxSubtotal")) {
                subtotal(subtotal);
            }
        }
    }

    private static String currencyOf(Element total, String otherwise) {
        Element amount = total.child("TaxAmount");
        String given = amount == null ? null : amount.attribute("currencyID");
        return given == null ? otherwise : given;
    }

    private void subtotal(Element subtotal) {
        BigDecimal taxable = amounts.required(subtotal.child("TaxableAmount"), "TaxSubtotal/TaxableAmount");
        BigDecimal amount = amounts.required(subtotal.child("TaxAmount"), "TaxSubtotal/TaxAmount");
        Category category = Category.read(subtotal.child("TaxCategory"), "TaxSubtotal/TaxCategory", findings);
        if (category == null && !findings.isEmpty()) {
            return;
        }
        if (category == null || category.percent() == null) {
            findings.add(
                    "tax-percent-missing",
                    "TaxSubtotal/TaxCategory",
                    category == null ? null : category.id(),
                    "must say its VAT category and rate, such as S and 25; correct it at the sender");
        } else if (taxable != null && amount != null) {
            for (TaxGroup group : groups) {
                if (group.category.hasId(category) && group.category.hasPercent(category)) {
                    group.taxable = group.taxable.add(taxable);
                    group.tax = group.tax.add(amount);
                    return;
                }
            }
            groups.add(new TaxGroup(category, taxable, amount));
        }
    }

    /** The VAT of the invoice as it declares it, signed. */
    BigDecimal tax() {
        return tax;
    }

    List<TaxGroup> all() {
        return groups;
    }

    /** Puts every part into its category. */
    void assign(List<Part> parts, BigDecimal exclusive) {
        if (groups.isEmpty()) {
            groups.add(new TaxGroup(null, exclusive, tax));
        }
        List<Part> without = new ArrayList<>();
        for (Part part : parts) {
            if (groups.get(0).category == null) {
                alone(part);
            } else if (part.category() == null) {
                without.add(part);
            } else {
                add(part, of(part.category()));
            }
        }
        if (!without.isEmpty()) {
            TaxGroup group = thatLacks(without);
            without.forEach(part -> add(part, group));
        }
    }

    /** Without categories the VAT must follow from the lines' own rates; where there is none, no rate is needed. */
    private void alone(Part part) {
        boolean known = part.category() != null && part.category().percent() != null;
        add(part, known || tax.signum() == 0 ? groups.get(0) : null);
    }

    private void add(Part part, TaxGroup group) {
        if (group != null) {
            group.parts.add(part);
            return;
        }
        if (groups.get(0).category == null) {
            findings.add(
                    "tax-percent-missing",
                    part.where(),
                    part.category() == null ? null : part.category().toString(),
                    "must say the rate of its VAT, such as S and 25, for TaxTotal does not split the VAT by rates");
            return;
        }
        findings.add(
                part.category() == null ? "tax-category-missing" : "tax-category-unknown",
                part.where(),
                part.category() == null ? null : part.category().toString(),
                "must have a VAT category that TaxTotal has too; there are "
                        + groups.stream()
                                .map(one -> one.category)
                                .filter(Objects::nonNull)
                                .toList());
    }

    private TaxGroup of(Category category) {
        TaxGroup both = only((one, other) -> one.hasId(other) && one.hasPercent(other), category);
        TaxGroup id = both != null || category.percent() != null ? both : only(Category::hasId, category);
        return id != null ? id : only(Category::hasPercent, category);
    }

    private TaxGroup only(BiPredicate<Category, Category> same, Category category) {
        List<TaxGroup> found = groups.stream()
                .filter(group -> same.test(group.category, category))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** Before Peppol charges and allowances had no category: they are in the one whose taxable amount they make up. */
    private TaxGroup thatLacks(List<Part> without) {
        if (groups.size() == 1) {
            return groups.get(0);
        }
        List<BigDecimal> nets = without.stream().map(Part::net).toList();
        BigDecimal sum = nets.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<TaxGroup> fitting = groups.stream()
                .filter(group -> amounts.same(sum, group.open(), nets))
                .filter(group -> groups.stream()
                        .allMatch(other -> other == group || amounts.same(BigDecimal.ZERO, other.open(), nets)))
                .toList();
        return fitting.size() == 1 || sum.signum() == 0
                ? fitting.stream()
                        .max(Comparator.comparing(group -> group.taxable.abs()))
                        .orElse(null)
                : null;
    }
}
