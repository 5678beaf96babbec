package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.intake.shipped.ShippedFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings without a mapping of their own. */
class SettingsAloneTest {

    @TempDir
    Path layouts;

    @Test
    void useTheMappingThatTheyExtendAndTheirOwnValues() throws IOException {
        base();
        write("se.jslt.yaml", "extends: shop/base\nvalues: { store: '014' }");
        write("shop/no.jslt.yaml", "extends: base\nvalues: { store: '101' }");
        write("dk.jslt.yaml", "extends: shop/no\nvalues: { other: x }");

        assertThat(reason("se.jslt")).isEqualTo("store-014-sek");
        assertThat(reason("shop/no.jslt")).isEqualTo("store-101-sek");
        assertThat(reason("dk.jslt")).isEqualTo("store-101-sek");
    }

    @Test
    void areReadAnewWhenTheMappingInTheOtherFolderIsEdited() throws IOException {
        base();
        write("se.jslt.yaml", "extends: shop/base\nvalues: { store: '014' }");
        ShippedFormats formats = new ShippedFormats(layouts);
        assertThat(formats.format("json", "se")).isSameAs(formats.format("json", "se"));
        Object before = formats.format("json", "se");
        Files.setLastModifiedTime(
                layouts.resolve("shop/base.jslt"), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(formats.format("json", "se")).isNotSameAs(before);
    }

    @Test
    void mustLeadToAMapping() throws IOException {
        write("lost.jslt.yaml", "extends: shop/nowhere");
        write("round.jslt.yaml", "extends: round");
        write("up.jslt.yaml", "extends: ../../etc/passwd");
        for (String name : new String[] {"lost.jslt", "round.jslt", "up.jslt"}) {
            assertThatThrownBy(() -> MappedJsonFormat.read(layouts.resolve(name)))
                    .isInstanceOf(BrokenMapping.class)
                    .hasMessageContaining("leads to no mapping");
        }
        assertThatThrownBy(() -> MappedJsonFormat.read(layouts.resolve("none.jslt")))
                .isInstanceOf(IOException.class);
    }

    private void base() throws IOException {
        write("shop/base.jslt", "{\"nonSale\": \"store-\" + $values.store + \"-\" + $values.currency}");
        write("shop/base.jslt.yaml", "values: { store: none, currency: sek }");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(layouts.resolve(name).getParent());
        Files.writeString(layouts.resolve(name), text);
    }

    private String reason(String name) {
        return Shopify.reason(Mapped.read(Mapped.json(layouts.resolve(name)), "{\"a\": 1}"));
    }
}
