package io.engageroutes.receipt;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The VAT rates that a country has on a day, from {@code routes/data/vat-rates.csv}. */
public final class VatRates {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Rate> rates;

    public VatRates(Collection<Rate> rates) {
        this.rates = List.copyOf(rates);
    }

    /**
     * One rate.
     *
     * @param country ISO 3166 alpha-2
     * @param percent 0 to 100
     * @param from the first day, or null when it has always been in force
     * @param to the last day, or null when it still is
     */
    public record Rate(String country, BigDecimal percent, LocalDate from, LocalDate to) {

        boolean isIn(String where, Days days) {
            return country.equals(where)
                    && (from == null || !days.last().isBefore(from))
                    && (to == null || !days.first().isAfter(to));
        }
    }

    /** The days from first to last. */
    record Days(LocalDate first, LocalDate last) {}

    /**
     * Reads the rates: CSV with the header {@code country;percent;from;to}; lines that begin with {@code #} are comments. From
     * and to may be empty and are both days on which the rate is in force.
     *
     * @param fileName what to call it in messages
     * @throws IllegalArgumentException with every fault of the file, each naming file and line
     */
    public static VatRates read(Reader csv, String fileName) throws IOException {
        DataTable table = new DataTable(csv, fileName, "country", "percent", "from", "to");
        List<Rate> rates = new ArrayList<>();
        for (DataTable.Row row : table.rows()) {
            rates.add(rate(row));
        }
        table.demandNoProblems();
        return new VatRates(rates);
    }

    private static Rate rate(DataTable.Row row) {
        String country = row.cell("country");
        if (!country.matches("[A-Z]{2}")) {
            row.wrong("country", "is not a country; give two capital letters such as SE");
        }
        LocalDate from = day(row, "from");
        LocalDate to = day(row, "to");
        if (from != null && to != null && to.isBefore(from)) {
            row.wrong("to", "is before from; the rate would never be in force");
        }
        return new Rate(country, percent(row), from, to);
    }

    private static BigDecimal percent(DataTable.Row row) {
        String percent = row.cell("percent");
        if (percent.matches("\\d{1,3}([.]\\d{1,4})?") && new BigDecimal(percent).compareTo(HUNDRED) <= 0) {
            return new BigDecimal(percent);
        }
        row.wrong("percent", "is not a VAT rate; give a number from 0 to 100 such as 25 or 13.5");
        return BigDecimal.ZERO;
    }

    private static LocalDate day(DataTable.Row row, String column) {
        try {
            return row.cell(column).isEmpty() ? null : LocalDate.parse(row.cell(column));
        } catch (DateTimeException e) {
            row.wrong(column, "is not a day; write it like 2026-01-01 or leave it empty");
            return null;
        }
    }

    /**
     * The rate that explains an amount of VAT: its own amount, rounded half up, differs from the given one by at most one minor
     * unit. For tiny amounts several do; then one that gives exactly the amount is preferred, then the one whose unrounded amount
     * is nearest. Zero explains only no VAT at all.
     *
     * @param gross the amount including VAT
     * @param tax the VAT in it, with the sign of {@code gross}
     * @param decimals the decimals of the currency
     * @return the rate in percent, or empty when the country has none like it
     */
    public Optional<BigDecimal> nearest(String country, LocalDate day, BigDecimal gross, BigDecimal tax, int decimals) {
        return nearest(country, new Days(day, day), gross, tax, decimals, 1);
    }

    /** The same for rates in force on any of several days, which may be several minor units off. */
    Optional<BigDecimal> nearest(
            String country, Days days, BigDecimal gross, BigDecimal tax, int decimals, int unitsOff) {
        BigDecimal rounded = tax.setScale(decimals, RoundingMode.HALF_UP);
        Comparator<BigDecimal> exactFirst =
                Comparator.comparing(percent -> taxIn(gross, percent, decimals).compareTo(rounded) != 0);
        return percents(country, days, gross, tax, decimals, unitsOff)
                .min(exactFirst
                        .thenComparing(percent ->
                                unroundedTaxIn(gross, percent).subtract(tax).abs())
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * The only rate that explains an amount of VAT, where each may be several minor units off.
     *
     * @param exact whether of several that do, the only one that makes just the amount is taken
     */
    Optional<BigDecimal> only(
            String country, Days days, BigDecimal gross, BigDecimal tax, int decimals, int unitsOff, boolean exact) {
        List<BigDecimal> near =
                percents(country, days, gross, tax, decimals, unitsOff).toList();
        List<BigDecimal> just = near.stream()
                .filter(percent -> taxIn(gross, percent, decimals).compareTo(tax) == 0)
                .toList();
        if (near.size() == 1) {
            return Optional.of(near.get(0));
        }
        return exact && just.size() == 1 ? Optional.of(just.get(0)) : Optional.empty();
    }

    /** Whether there are any rates of the country. */
    boolean knows(String country) {
        return rates.stream().anyMatch(rate -> rate.country().equals(country));
    }

    private Stream<BigDecimal> percents(
            String country, Days days, BigDecimal gross, BigDecimal tax, int decimals, int unitsOff) {
        BigDecimal tolerated = BigDecimal.valueOf(unitsOff, decimals);
        return rates.stream()
                .filter(rate -> rate.isIn(country, days))
                .map(Rate::percent)
                .filter(percent -> percent.signum() != 0 || tax.signum() == 0)
                .filter(percent ->
                        taxIn(gross, percent, decimals).subtract(tax).abs().compareTo(tolerated) <= 0)
                .distinct();
    }

    /** The VAT in an amount that includes it, rounded half up. */
    static BigDecimal taxIn(BigDecimal gross, BigDecimal percent, int decimals) {
        return gross.multiply(percent).divide(HUNDRED.add(percent), decimals, RoundingMode.HALF_UP);
    }

    static BigDecimal unroundedTaxIn(BigDecimal gross, BigDecimal percent) {
        return gross.multiply(percent).divide(HUNDRED.add(percent), MathContext.DECIMAL128);
    }
}
