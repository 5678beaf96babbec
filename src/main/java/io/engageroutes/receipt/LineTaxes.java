package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the VAT rate of every line, and compares what it makes with what the source says. */
final class LineTaxes {

    private final VatRates rates;
    private final StoreRegister stores;
    private final int tolerance;

    LineTaxes(VatRates rates, StoreRegister stores, int tolerance) {
        this.rates = rates;
        this.stores = stores;
        this.tolerance = tolerance;
    }

    /** One rate per line, null where there is a fault. */
    List<BigDecimal> percents(Receipt receipt, Sums sums, BigDecimal total, int decimals, Findings findings) {
        Optional<BigDecimal> ofAll = ofAllLines(receipt, sums, total, decimals);
        List<BigDecimal> percents = new ArrayList<>();
        for (int at = 0; at < receipt.lines().size(); at++) {
            Line line = receipt.lines().get(at);
            BigDecimal percent = line.taxPercent() != null
                    ? line.taxPercent()
                    : ofAll.orElseGet(() -> derived(receipt, line, decimals));
            percents.add(percent);
            if (percent == null) {
                findings.add("tax-missing", place(at, "taxPercent"), null, missing(receipt, line, decimals));
            } else if (line.taxAmount() != null && differs(line, percent, decimals)) {
                findings.add(
                        "tax-mismatch",
                        place(at, "taxAmount"),
                        line.taxAmount(),
                        "must be "
                                + VatRates.taxIn(line.gross(), percent, decimals)
                                        .toPlainString() + ", the VAT of "
                                + percent.toPlainString() + " % in the line's gross, give or take " + tolerance
                                + " of the currency's smallest unit; correct the rate or the amount");
            }
        }
        return percents;
    }

    /**
     * The one rate that explains the VAT of a receipt whose lines say nothing about theirs. With several lines it must be the only one
     * that does. With sales and returns a nearly even exchange is explained by every rate, so nothing is near enough there.
     */
    private Optional<BigDecimal> ofAllLines(Receipt receipt, Sums sums, BigDecimal total, int decimals) {
        boolean silent =
                receipt.lines().stream().allMatch(line -> line.taxPercent() == null && line.taxAmount() == null);
        Optional<String> country = country(receipt);
        if (!silent || receipt.taxTotal() == null || country.isEmpty()) {
            return Optional.empty();
        }
        VatRates.Days days = days(receipt, !sums.isRefund());
        if (sums.priced() <= 1) {
            return rates.nearest(country.get(), days, total, receipt.taxTotal(), decimals, 1);
        }
        boolean exchange = sums.sells() && sums.takesBack();
        // Rounding is off by half a unit for a line, and by half a unit for the total.
        int unitsOff = (sums.priced() + 2) / 2;
        return rates.only(country.get(), days, total, receipt.taxTotal(), decimals, unitsOff, !exchange);
    }

    private BigDecimal derived(Receipt receipt, Line line, int decimals) {
        if (line.taxAmount() == null || line.gross().signum() == 0) {
            // In nothing there is no VAT, whatever the rate.
            return line.gross().signum() == 0 ? BigDecimal.ZERO : null;
        }
        return country(receipt)
                .flatMap(country -> rates.nearest(
                        country,
                        days(receipt, line.type() == LineType.SALE),
                        line.gross(),
                        line.taxAmount(),
                        decimals,
                        1))
                .orElse(null);
    }

    private String missing(Receipt receipt, Line line, int decimals) {
        String hint = "; give the VAT rate, such as 25";
        Optional<String> country = country(receipt);
        if (country.isPresent() && !rates.knows(country.get())) {
            return "must be given: there are no VAT rates of " + country.get()
                    + " to find it by; add them to routes/data/vat-rates.csv, or give the VAT rate, such as 25";
        }
        if (line.taxAmount() == null) {
            String store = country.isPresent()
                    ? ""
                    : " (the store register does not say the country of store " + receipt.storeId() + ")";
            return "must be given: the line has neither VAT rate nor amount, and no single rate explains the VAT of the receipt"
                    + store + hint;
        }
        if (country.isEmpty()) {
            return "must be given: a rate is found from the VAT amount only when the store register says the country of store "
                    + receipt.storeId() + hint;
        }
        return "must be given: VAT of " + Totals.plain(line.taxAmount(), decimals) + " in "
                + Totals.plain(line.gross(), decimals) + " is no rate of " + country.get() + " on "
                + receipt.occurredAt().toLocalDate() + hint + ", or add the rate to routes/data/vat-rates.csv";
    }

    private boolean differs(Line line, BigDecimal percent, int decimals) {
        BigDecimal tolerated = BigDecimal.valueOf(tolerance, decimals);
        BigDecimal exact = VatRates.unroundedTaxIn(line.gross(), percent);
        BigDecimal rounded = VatRates.taxIn(line.gross(), percent, decimals);
        return exact.subtract(line.taxAmount()).abs().compareTo(tolerated) > 0
                && rounded.subtract(line.taxAmount()).abs().compareTo(tolerated) > 0;
    }

    /**
     * Compares the source's VAT total with the lines' VAT. By contract it is the VAT in the total, after basket discounts. Tills
     * differ in whether they work it out before these, or after vouchers, so it is a fault only when it fits none of the stages.
     *
     * @param stages the lines' amounts in minor units before basket discounts, after them, and after vouchers
     */
    void compareTotal(
            Receipt receipt, List<BigDecimal> percents, List<long[]> stages, int decimals, Findings findings) {
        if (receipt.taxTotal() == null) {
            return;
        }
        BigDecimal tolerated = BigDecimal.valueOf((long) tolerance * percents.size(), decimals);
        List<BigDecimal> sums = stages.stream()
                .map(amounts -> sum(receipt, percents, amounts, decimals))
                .distinct()
                .toList();
        if (sums.stream()
                .noneMatch(sum -> sum.subtract(receipt.taxTotal()).abs().compareTo(tolerated) <= 0)) {
            findings.add(
                    "tax-mismatch",
                    "taxTotal",
                    receipt.taxTotal(),
                    "must be " + sum(receipt, percents, stages.get(1), decimals).toPlainString()
                            + ", the VAT of the lines after basket discounts, give or take " + tolerance
                            + " of the currency's smallest unit for each line; correct the lines' rates or the VAT total");
        }
    }

    private static BigDecimal sum(Receipt receipt, List<BigDecimal> percents, long[] amounts, int decimals) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int at = 0; at < amounts.length; at++) {
            BigDecimal tax = VatRates.taxIn(BigDecimal.valueOf(amounts[at], decimals), percents.get(at), decimals);
            sum = receipt.lines().get(at).type() == LineType.RETURN ? sum.subtract(tax) : sum.add(tax);
        }
        return sum;
    }

    private Optional<String> country(Receipt receipt) {
        return stores.store(receipt.storeId()).map(Store::country);
    }

    /** What is returned may have been sold under a rate that ended within the last year. */
    private static VatRates.Days days(Receipt receipt, boolean sale) {
        LocalDate day = receipt.occurredAt().toLocalDate();
        return new VatRates.Days(sale ? day : day.minusYears(1), day);
    }

    private static String place(int line, String field) {
        return "lines[" + line + "]." + field;
    }
}
