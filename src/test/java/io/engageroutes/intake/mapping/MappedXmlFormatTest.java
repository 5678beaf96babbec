package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedXmlFormatTest {

    private static final String DAY =
            "<n:Day xmlns:n='urn:x'><Store>014</Store>\n <Receipt id='7'><Nr>A8</Nr><Cashier>Sara</Cashier></Receipt></n:Day>";

    @TempDir
    Path folder;

    private MappedXmlFormat format(String body, String settings) {
        try {
            Path mapping = Files.writeString(
                    folder.resolve("own.xslt"),
                    "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
                            + " xmlns:xs='http://www.w3.org/2001/XMLSchema' exclude-result-prefixes='#all' expand-text='yes'>\n"
                            + body + "\n</xsl:stylesheet>");
            Files.writeString(folder.resolve("own.xslt.yaml"), settings);
            return MappedXmlFormat.read(mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String template(String result) {
        return "<xsl:template match='/*'>" + result + "</xsl:template>";
    }

    private Mapped read(String result) {
        return Mapped.read(format(template(result), "each: Receipt"), DAY);
    }

    @Test
    void partHeaderSourceAndValuesAreGiven() {
        Mapped read = Mapped.read(
                format(
                        "<xsl:param name='source'/><xsl:param name='document'/><xsl:param name='prefix'/>"
                                + template(
                                        "<receipt><uniqueId>{$source}-{@id}</uniqueId><receiptNumber>{$prefix}{Nr}</receiptNumber>"
                                                + "<storeId>{$document/document/Store}</storeId></receipt>"),
                        "each: Day/Receipt\nheader: Store\nvalues: {prefix: R}"),
                DAY);

        assertThat(read.only().uniqueId()).isEqualTo("till-7");
        assertThat(read.only().receiptNumber()).isEqualTo("RA8");
        assertThat(read.only().storeId()).isEqualTo("014");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<receipt><uniqueId>{unparsed-text('/etc/hostname')}</uniqueId></receipt>",
                "<receipt><uniqueId>{doc('file:///etc/hosts')}</uniqueId></receipt>",
                "<receipt><uniqueId>{collection('file:///etc')}</uniqueId></receipt>",
                "<receipt><uniqueId>{xs:decimal(Nr)}</uniqueId></receipt>",
                "<xsl:message terminate='yes'>{Cashier}</xsl:message>",
                "<xsl:sequence select='error()'/>",
            })
    void whatCannotBeDoneRejectsThePartWithTheLineAndQuotesNothing(String result) {
        var rejected = read(result).rejected();

        assertThat(rejected.faults().get(0).code()).isEqualTo("mapping-failed");
        assertThat(rejected.faults().get(0).place()).startsWith("own.xslt, line 2");
        assertThat(rejected.faults().get(0).toString()).doesNotContain("Sara", "A8");
        assertThat(rejected.place()).isEqualTo("line 2, column 2");
        assertThat(rejected.original()).contains("A8").doesNotContain("Sara");
    }

    @Test
    void environmentAndSystemAreEmpty() {
        assertThat(read("<receipt><uniqueId>x{environment-variable('PATH')}{system-property('user.home')}</uniqueId>"
                                + "<receiptNumber>1</receiptNumber></receipt>")
                        .only()
                        .uniqueId())
                .isEqualTo("x");
    }

    @Test
    @Timeout(60)
    void stylesheetWithoutEndCostsOnlyItsPart() {
        assertThat(read("<xsl:apply-templates select='.'/>")
                        .rejected()
                        .faults()
                        .get(0)
                        .code())
                .isEqualTo("mapping-failed");
        assertThat(Mapped.read(
                                format(
                                        "<xsl:template match='/*' name='again'><xsl:param name='n' select='1'/><x/>"
                                                + "<xsl:call-template name='again'><xsl:with-param name='n' select='$n + 1'/></xsl:call-template></xsl:template>",
                                        "each: Receipt"),
                                DAY)
                        .rejected()
                        .faults()
                        .get(0)
                        .code())
                .isEqualTo("mapping-failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:template match='/*'><xsl:value-of select='$nobody'/></xsl:template>",
                "<xsl:template match='/*'><receipt></xsl:template>",
                "<xsl:template match='/*'><xsl:value-of select='current-dateTime()'/></xsl:template>",
                "<xsl:template match='/*'><xsl:value-of select='nothing()'/></xsl:template>",
                "<xsl:template match='/*'><xsl:result-document href='x.xml'/></xsl:template>",
                "<xsl:import href='/etc/hosts'/>",
            })
    void brokenStylesheetIsRefusedWithItsLine(String body) {
        BrokenMapping broken = catchThrowableOfType(BrokenMapping.class, () -> format(body, "each: Receipt"));

        assertThat(broken.faults()).isNotEmpty();
        assertThat(broken.faults().get(0).place()).startsWith("own.xslt, line 2");
    }

    @ParameterizedTest
    @CsvSource({
        "<nonSale>cancelled</nonSale>, NonSale",
        "<rejected>no</rejected>, Rejected",
        "<x/>, Rejected",
        "'', Rejected"
    })
    void resultSaysWhatThePartIs(String result, String kind) {
        Mapped read = read(result == null ? "" : result);

        assertThat(read.transactions()).hasSize(1);
        assertThat(read.transactions().get(0).getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void documentWithoutAnyPartIsBrokenUnlessItIsEmpty() {
        MappedXmlFormat format = format(template("<nonSale>x</nonSale>"), "each: Sale");

        assertThat(Mapped.read(format, DAY).broken().code()).isEqualTo("part-missing");
        assertThat(Mapped.read(format, "<Day/>").broken()).isNull();
    }

    @Test
    void settingsMustSayWhatOnePartIs() {
        assertThat(catchThrowableOfType(BrokenMapping.class, () -> format(template(""), "drop: [a]"))
                        .faults())
                .hasSize(1);
    }
}
