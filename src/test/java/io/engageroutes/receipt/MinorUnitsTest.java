package io.engageroutes.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinorUnitsTest {

    private final MinorUnits units = new MinorUnits(Map.of());

    @ParameterizedTest
    @CsvSource({"SEK,2", "NOK,2", "EUR,2", "JPY,0", "ISK,0", "KWD,3", "TND,3", "CLF,4"})
    void decimalsAreThoseOfIso4217(String currency, int decimals) {
        assertThat(units.isKnown(currency)).isTrue();
        assertThat(units.of(currency)).isEqualTo(decimals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sek", "Sek", "SE", "SEKK", "", " SEK", "XXX", "XTS", "XAU", "XAG", "XDR", "QQQ"})
    void whatNobodyPaysInIsNotKnown(String currency) {
        assertThat(units.isKnown(currency)).isFalse();
        assertThatThrownBy(() -> units.of(currency))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + currency + "'");
    }

    @Test
    void noCurrencyIsNotKnown() {
        assertThat(units.isKnown(null)).isFalse();
        assertThatThrownBy(() -> units.of(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRetailerMayBookOtherDecimals() {
        MinorUnits own = new MinorUnits(Map.of("ISK", 2, "ZZZ", 0));
        assertThat(own.of("ISK")).isEqualTo(2);
        assertThat(own.of("ZZZ")).isZero();
        assertThat(own.of("SEK")).isEqualTo(2);
    }

    @Test
    void aWrongOverrideIsNamed() {
        assertThatThrownBy(() -> new MinorUnits(Map.of("isk", 2))).hasMessageContaining("'isk'");
        assertThatThrownBy(() -> new MinorUnits(Map.of("ISK", -1))).hasMessageContaining("'ISK'");
        assertThatThrownBy(() -> new MinorUnits(Map.of("ISK", 5))).hasMessageContaining("'5'");
    }
}
