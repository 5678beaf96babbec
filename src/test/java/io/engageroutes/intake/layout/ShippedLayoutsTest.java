package io.engageroutes.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.intake.shipped.ShippedFormats;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every shipped layout is whole, under the format that a source names. */
class ShippedLayoutsTest {

    private final ShippedFormats formats = new ShippedFormats(Path.of("routes/layouts"));

    @ParameterizedTest
    @CsvSource({
        "delimited, nordic-flat",
        "delimited, nordic-flat-apart",
        "delimited, hlp",
        "delimited, square-items",
        "delimited, square-transactions",
        "fixed-width, hlp-fixed",
        "fixed-width, rtlog-14.1",
        "fixed-width, rtlog-16.0.2",
    })
    void shippedLayoutIsFoundByFormatAndName(String format, String layout) {
        assertThat(formats.format(format, layout)).isNotNull();
        assertThat(formats.file(format, layout)).isRegularFile();
    }

    @Test
    void layoutUnderTheOtherFormatIsRefusedWithTheRightOne() {
        assertThatThrownBy(() -> formats.format("delimited", "rtlog-14.1"))
                .isInstanceOf(BrokenLayout.class)
                .hasMessageContaining("name `format: fixed-width`");
        assertThatThrownBy(() -> formats.format("fixed-width", "hlp"))
                .isInstanceOf(BrokenLayout.class)
                .hasMessageContaining("name `format: delimited`");
    }
}
