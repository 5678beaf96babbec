package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IDocs and invoices arrive as text and as bytes, in charsets that ERPs write. */
class ErpDocumentsIT {

    private static final Charset LATIN = StandardCharsets.ISO_8859_1;

    @TempDir
    static java.nio.file.Path folder;

    private static RunningApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(folder, ErpDocumentsIT.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void theAccountsAddUpAndNobodyIsNamed() throws IOException {
        eventually().until(application::isSettled);
        application.assertThatTheAccountsAddUp();
        assertThat(application.log()).doesNotContain("\tat ", " ERROR ", "5210000025", "@example.org");
    }

    private static String sample(String name, Charset charset) {
        try {
            return Files.readString(SampleTables.FOLDER.resolve(name), charset);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** An IDoc of one receipt, declared in ISO-8859-1. */
    private static String idoc(String number) {
        String all = sample("erp-idocs/wpubon-420017.xml", LATIN);
        String one = all.substring(0, all.indexOf("</E1WPB01>")) + "</E1WPB01></IDOC></WPUBON01>";
        assertThat(one).startsWith("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>");
        return one.replace("<BONNUMMER>6001<", "<BONNUMMER>" + number + "<");
    }

    private static String key(String number) {
        return "erp-idocs-3004-4-20261109-" + number;
    }

    private static long ends(String key, String ended) {
        return application.count(
                "select count(*) from message_ledger where business_key = ? and ended = ?", key, ended);
    }

    private static void assertNames(String key) {
        JsonNode items = application.simulator().receipts().get(key).get("items");
        assertThat(items.findValuesAsText("articleName")).containsExactly("Linneskjorta bl\u00e5", "Boken om \u00c5n");
    }

    @Test
    void aTextThatStillDeclaresLatinAndTheSameInLatinBytesAreOneReceipt() {
        application.erp().to(Erp.IDOCS).sendText(idoc("7001"));
        eventually().until(() -> application.simulator().has(key("7001")));
        application.erp().to(Erp.IDOCS).sendBytes(idoc("7001").getBytes(LATIN));
        eventually().until(() -> ends(key("7001"), "duplicate") == 1);
        assertThat(ends(key("7001"), "delivered")).isEqualTo(1);
        assertNames(key("7001"));
    }

    @Test
    void bytesAreReadByTheirDeclarationAndTextMayHaveAByteOrderMark() {
        application.erp().to(Erp.IDOCS).sendBytes(idoc("7002").getBytes(LATIN));
        application.erp().to(Erp.IDOCS).sendText("\uFEFF" + idoc("7003"));
        application.erp().to(Erp.IDOCS).sendBytes(("\uFEFF" + idoc("7004")).getBytes(StandardCharsets.UTF_8));
        for (String number : new String[] {"7002", "7003", "7004"}) {
            eventually().until(() -> application.simulator().has(key(number)));
            assertNames(key(number));
        }
    }

    @Test
    void anInvoiceEndsAtEngageOnce() {
        String invoice = sample("erp-invoices/invoice-91001.xml", StandardCharsets.UTF_8);
        application.erp().to(Erp.INVOICES).sendText(invoice.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\""));
        String key = "erp-invoices-7350000000000-91001-2026-11-09-380";
        eventually().until(() -> application.simulator().has(key));
        application.erp().to(Erp.INVOICES).sendBytes(invoice);
        eventually().until(() -> ends(key, "duplicate") == 1);
        JsonNode receipt = application.simulator().receipts().get(key);
        assertThat(receipt.get("totalGrossPrice").decimalValue()).isEqualByComparingTo("1117");
        assertThat(receipt.get("items").findValuesAsText("articleName"))
                .containsExactly("Linneskjorta bl\u00e5", "Boken om \u00c5n", "Frakt");
        assertThat(receipt.get("items").findValuesAsText("grossPaidPrice"))
                .extracting(Double::valueOf)
                .containsExactly(750.0, 318.0, 49.0);
    }

    @Test
    void sumsWithoutReceiptsAreADeadLetterThatSaysWhy() {
        application.erp().to(Erp.IDOCS).sendText(sample("erp-idocs/wpuums-420018.xml", StandardCharsets.UTF_8));
        eventually()
                .until(() -> application.count("select count(*) from dead_letter where reason = 'no-receipts'") == 1);
        Map<String, Object> letter = application
                .rows("select * from dead_letter where reason = 'no-receipts'")
                .get(0);
        assertThat((String) letter.get("faults"))
                .contains("WPUUMS01", "sums per article and day", "message type WPUBON", "IDoc 0000000000420018");
        assertThat((String) letter.get("original")).contains("<IDOCTYP>WPUUMS01</IDOCTYP>");
    }

    @Test
    void whatIsKeptOfABrokenMessageHasNoCardNumberAndItsOwnLetters() {
        String broken = idoc("7005").replace("</E1WPB01>", "<KARTENNR>4111111111111111</KARTENNR><X>");
        application.erp().to(Erp.IDOCS).sendBytes(broken.getBytes(LATIN));
        eventually()
                .until(() -> application.count(
                                "select count(*) from dead_letter where source = 'erp-idocs' and reason = 'not-well-formed'")
                        == 1);
        String original = (String) application
                .rows("select original from dead_letter where source = 'erp-idocs' and reason = 'not-well-formed'")
                .get(0)
                .get("original");
        assertThat(original)
                .contains("Linneskjorta bl\u00e5", "xxxxxxxxxxxx1111")
                .doesNotContain("4111111111111111");
    }
}
