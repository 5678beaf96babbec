package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be read: a clear report, what was whole is delivered, and what comes later flows. */
class BadFilesIT {

    private static final String ADDRESS = "anna.bad@example.org";

    @TempDir
    static Path folder;

    private static RunningApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(folder, BadFilesIT.class, "sftp.complete=none", "sftp.every=200");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void goodDocumentsStillFlowAndTheLogIsFitToRead(TestInfo test) throws IOException {
        String after = "after-" + test.getDisplayName().replaceAll("\\W", "");
        for (String source : List.of("till-extenda", "till-json")) {
            application.drop(
                    source,
                    after + ".1",
                    source.equals("till-json") ? bytes(Receipts.sale(after)) : bytes(PosLogs.document(after)));
        }
        eventually()
                .until(() -> application.simulator().has(after)
                        && application.simulator().has(PosLogs.key(after)));
        eventually().until(application::isSettled);
        application.assertThatTheAccountsAddUp();
        assertThat(application.log()).doesNotContain("\tat ", " ERROR ", ADDRESS, Receipts.MEMBER, "5210000025");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param said what its report must say, the fault's code among it */
    private static void assertFailed(String source, String name, byte[] content, String... said) throws IOException {
        application.drop(source, name, content);
        Path failed = application.sftp(source).resolve("failed").resolve(name);
        eventually().until(() -> Files.exists(failed));
        assertThat(failed).hasBinaryContent(content);
        Path report = failed.resolveSibling(name + ".report.txt");
        assertThat(report).content(StandardCharsets.UTF_8).contains(said).contains(source + " " + name);
        assertThat(report).content(StandardCharsets.UTF_8).doesNotContain(ADDRESS, "root:");
        Map<String, Object> document = application
                .rows("select * from document where source = ? and name = ?", source, name)
                .get(0);
        assertThat(document.get("state")).isEqualTo("failed");
        assertThat((String) document.get("fault")).contains(said);
        assertThat(application.log().lines())
                .filteredOn(line -> line.contains(" failed " + source + " " + name + ": "))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(" WARN ").contains(said));
    }

    private static void assertDelivered(String uniqueId) {
        eventually().until(() -> application.simulator().has(uniqueId));
    }

    @Test
    void truncatedXml() throws IOException {
        String whole = PosLogs.document("11", "12");
        String cut = whole.substring(0, whole.lastIndexOf("<Amount>"));
        assertFailed("till-extenda", "cut.xml", bytes(cut), "(truncated)", "line ", "have the whole file sent again");
        assertDelivered(PosLogs.key("11"));
        // sent again as it should have been: nothing is lost, nothing is twice
        application.drop("till-extenda", "cut.xml", bytes(whole));
        assertDelivered(PosLogs.key("12"));
        eventually()
                .until(() -> application.count(
                                "select count(*) from message_ledger where business_key = ? and ended = 'duplicate'",
                                PosLogs.key("11"))
                        == 1);
    }

    @Test
    void truncatedJsonLines() throws IOException {
        String lines = Receipts.sale("cut-1") + "\n" + Receipts.sale("cut-2").substring(0, 100);
        assertFailed("till-json", "cut.jsonl", bytes(lines), "(truncated)", "line 2");
        assertDelivered("cut-1");
    }

    @Test
    void truncatedGzip() throws IOException {
        byte[] whole = Archives.gzip(PosLogs.document("13"));
        assertFailed(
                "till-extenda",
                "cut.xml.gz",
                Arrays.copyOf(whole, whole.length - 12),
                "(archive-broken)",
                "sent again");
    }

    @Test
    void wrongCharset() throws IOException {
        String document =
                PosLogs.document("14", "15").replaceFirst("(?s)(.*)<Description ", "$1<Description X=\"\u00e5\" ");
        assertFailed(
                "till-extenda",
                "latin1.xml",
                document.getBytes(StandardCharsets.ISO_8859_1),
                "(wrong-charset)",
                "'E5'",
                "UTF-8",
                "line ");
        assertFailed(
                "till-json",
                "latin1.jsonl",
                Receipts.sale("latin", receipt -> Receipts.line(receipt).put("articleName", "Tr\u00f6ja"))
                        .getBytes(StandardCharsets.ISO_8859_1),
                "(wrong-charset)",
                "UTF-8");
        assertThat(application.simulator().has("latin")).isFalse();
    }

    @Test
    void aCharsetThatNobodyKnows() throws IOException {
        assertFailed(
                "till-extenda",
                "klingon.xml",
                bytes(PosLogs.document("16").replace("encoding=\"utf-8\"", "encoding=\"klingon\"")),
                "(wrong-charset)",
                "'klingon'");
    }

    @Test
    void externalEntities() throws Exception {
        try (Eavesdropper nobody = new Eavesdropper()) {
            for (String entity : List.of("file:///etc/passwd", nobody.address())) {
                String prolog = "<!DOCTYPE POSLog [<!ENTITY x SYSTEM \"" + entity + "\">]>";
                String document =
                        PosLogs.document(prolog, new String[] {"17"}).replaceFirst("<UnitID>3004", "<UnitID>&x;");
                String name = "xxe" + entity.length() + ".xml";
                assertFailed("till-extenda", name, bytes(document), "(doctype-forbidden)");
            }
            assertFailed(
                    "till-extenda",
                    "xxe-dtd.xml",
                    bytes(PosLogs.document(
                            "<!DOCTYPE POSLog SYSTEM \"" + nobody.address() + "\">", new String[] {"18"})),
                    "(doctype-forbidden)");
            assertThat(nobody.heard()).isEmpty();
        }
    }

    @Test
    void entityBomb() throws IOException {
        StringBuilder prolog = new StringBuilder("<!DOCTYPE POSLog [<!ENTITY e0 \"ha\">");
        for (int at = 1; at < 30; at++) {
            prolog.append("<!ENTITY e")
                    .append(at)
                    .append(" \"")
                    .append(("&e" + (at - 1) + ";").repeat(10))
                    .append("\">");
        }
        String document =
                PosLogs.document(prolog + "]>", new String[] {"19"}).replaceFirst("<UnitID>3004", "<UnitID>&e29;");
        assertFailed("till-extenda", "laughs.xml", bytes(document), "(doctype-forbidden)");
    }

    @Test
    void aZipBombOfTwoGibibytes() throws IOException {
        String document = PosLogs.document("20");
        String beginning = document.substring(0, document.indexOf("</POSLog>"));
        byte[] bomb = Archives.bomb(beginning, 2048);
        assertThat(bomb.length).isLessThan(4 << 20);
        assertFailed("till-extenda", "bomb.zip", bomb, "(compression-bomb)", "200 times", "raise the limit");
        assertDelivered(PosLogs.key("20")); // it was whole
    }

    @Test
    void emptyFiles() throws IOException {
        assertFailed("till-extenda", "empty.xml", new byte[0], "(empty-document)");
        assertFailed("till-json", "empty.jsonl", new byte[0], "(empty-document)");
        assertFailed("till-csv", "empty.csv", new byte[0], "(empty-document)");
        assertFailed("till-extenda", "empty.zip", Archives.zip(), "(empty-document)");
    }

    @Test
    void aFileOfAnotherKind() throws IOException {
        assertFailed("till-extenda", "photo.xml", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "line 1");
        assertFailed("till-extenda", "html.xml", bytes("<html><body>503</body></html>"), "(no-transactions)");
        assertFailed("till-csv", "wrong.csv", bytes("a;b;c\n1;2;3\n"), "(missing-column)", "Butik");
    }

    @Test
    void aFileNameIsNothingButAName() throws IOException {
        String name = "${sys.user.dir} $(id) 'a' \u00e5\u00e4\u00f6 %2e%2e.jsonl";
        application.drop("till-json", name, bytes(Receipts.sale("odd-name")));
        assertDelivered("odd-name");
        eventually()
                .until(() -> Files.exists(
                        application.sftp("till-json").resolve("done").resolve(name)));
        assertFailed("till-json", "broken " + name, bytes("{"), "(truncated)");
    }
}
