package io.engageroutes.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatRatesTest {

    @ParameterizedTest
    @CsvSource({
        "SE,2026-03-01,400.00,80.00,25",
        "SE,2026-03-01,400.00,80.01,25",
        "SE,2026-03-01,112,12,12",
        "SE,2026-03-01,106,6.0049,6",
        "SE,2026-03-01,400.00,0,0",
        "DK,2026-03-01,-400.00,-80.00,25",
        "FI,2024-08-31,124,24,24",
        "FI,2024-09-01,125.50,25.50,25.5",
        "FI,2025-12-31,114,14,14",
        "FI,2026-01-01,113.50,13.50,13.5",
        "PT,2026-01-01,123,23,23",
    })
    void theRateThatExplainsTheTaxIsFound(String country, LocalDate day, String gross, String tax, String percent)
            throws IOException {
        assertThat(nearest(country, day, gross, tax)).contains(new BigDecimal(percent));
    }

    @ParameterizedTest
    @CsvSource({
        "SE,2026-03-01,400.00,80.02",
        "SE,2026-03-01,400.00,48.00",
        "SE,2026-03-01,400.00,0.01",
        "FI,2024-08-31,125.50,25.50",
        "FI,2026-01-01,114,14",
        "XX,2026-01-01,125,25",
        "SE,2026-03-01,400.00,-80.00",
    })
    void noRateIsGuessed(String country, LocalDate day, String gross, String tax) throws IOException {
        assertThat(nearest(country, day, gross, tax)).isEmpty();
    }

    @Test
    void ofSeveralRatesForATinyAmountTheExactThenTheNearestWins() throws IOException {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThat(nearest("SE", day, "0.05", "0.01")).contains(new BigDecimal("25"));
        assertThat(nearest("SE", day, "0.10", "0.01")).contains(new BigDecimal("12"));
        assertThat(nearest("SE", day, "0.01", "0.01")).contains(new BigDecimal("25"));
        assertThat(nearest("SE", day, "0", "0")).contains(new BigDecimal("0"));
    }

    @Property
    void theRateOfAnyOrdinaryPriceIsFoundFromItsTax(
            @ForAll @IntRange(min = 100, max = 100_000_000) int cents, @ForAll @IntRange(min = 0, max = 3) int which)
            throws IOException {
        BigDecimal gross = BigDecimal.valueOf(cents, 2);
        BigDecimal percent = new BigDecimal(new String[] {"25", "12", "6", "0"}[which]);
        assertThat(shipped().nearest("SE", LocalDate.of(2026, 3, 1), gross, VatRates.taxIn(gross, percent, 2), 2))
                .contains(percent);
    }

    @Test
    void allFaultsAreNamedAtOnceWithFileAndLine() {
        assertThatThrownBy(() -> VatRates.read(
                        new StringReader(
                                "country;percent;from;to\nSverige;25;;\nSE;101;;\nSE;12,5;;\nSE;6;1 April;\nSE;6;2026-02-01;2026-01-01\n"),
                        "vat-rates.csv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vat-rates.csv, line 2: country 'Sverige'")
                .hasMessageContaining("vat-rates.csv, line 3: percent '101'")
                .hasMessageContaining("vat-rates.csv, line 4: percent '12,5'")
                .hasMessageContaining("vat-rates.csv, line 5: from '1 April'")
                .hasMessageContaining("vat-rates.csv, line 6: to '2026-01-01'");
    }

    static VatRates shipped() throws IOException {
        try (Reader csv = Files.newBufferedReader(Path.of("routes/data/vat-rates.csv"))) {
            return VatRates.read(csv, "vat-rates.csv");
        }
    }

    private static Optional<BigDecimal> nearest(String country, LocalDate day, String gross, String tax)
            throws IOException {
        return shipped().nearest(country, day, new BigDecimal(gross), new BigDecimal(tax), 2);
    }
}
