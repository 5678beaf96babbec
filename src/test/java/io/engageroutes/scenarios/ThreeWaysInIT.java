package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents arrive by SFTP and JMS from clients that are not ours, as they do in a shop. */
class ThreeWaysInIT {

    @TempDir
    static Path folder;

    private static RunningApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(folder, ThreeWaysInIT.class, "sftp.every=300", "sftp.unchanged-for=500");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void theAccountsAddUp() {
        eventually().until(application::isSettled);
        application.assertThatTheAccountsAddUp();
    }

    @Test
    void theSystemsSftpClientUploadsAFileAndItArrives(@TempDir Path home) throws Exception {
        Path upload = home.resolve("upload.xml");
        Files.writeString(upload, PosLogs.document("7001"));
        OpenSsh sftp = OpenSsh.ofTheSystem(home, application);
        assumeThat(sftp).as("there is no OpenSSH sftp client here").isNotNull();
        sftp.run("cd till-extenda", "put " + upload + " 7001.xml.part", "rename 7001.xml.part 7001.xml");
        eventually().until(() -> application.simulator().has(PosLogs.key("7001")));
        assertDone("till-extenda", "7001.xml");
    }

    @Test
    void theSystemsSftpClientMayAlsoUploadUnderTheFinalName(@TempDir Path home) throws Exception {
        Path upload = home.resolve("upload.xml");
        Files.writeString(upload, PosLogs.document("7002"));
        OpenSsh sftp = OpenSsh.ofTheSystem(home, application);
        assumeThat(sftp).as("there is no OpenSSH sftp client here").isNotNull();
        sftp.run("put " + upload + " till-extenda/7002.xml");
        eventually().until(() -> application.simulator().has(PosLogs.key("7002")));
        assertDone("till-extenda", "7002.xml");
    }

    @Test
    void gzipAndZipOfTheSameFormatArrive() throws IOException {
        application.drop("till-extenda", "7003.xml.gz", Archives.gzip(PosLogs.document("7003")));
        application.drop("till-extenda", "7004.zip", Archives.zip(PosLogs.document("7004"), PosLogs.document("7005")));
        for (String number : List.of("7003", "7004", "7005")) {
            eventually().until(() -> application.simulator().has(PosLogs.key(number)));
        }
        assertDone("till-extenda", "7003.xml.gz");
        assertDone("till-extenda", "7004.zip");
        assertThat(application.rows("select seen from document where name = '7004.zip'"))
                .extracting(document -> document.get("seen"))
                .containsExactly(2L);
    }

    @Test
    void aPartFileIsTakenOnlyOnceItIsRenamed() throws IOException {
        Path part = application.sftp("till-extenda").resolve("7006.xml.part");
        Files.writeString(part, PosLogs.document("7006"));
        for (String later : List.of("7007", "7008")) { // the folder was looked into twice meanwhile
            application.drop(
                    "till-extenda", later + ".xml", PosLogs.document(later).getBytes(StandardCharsets.UTF_8));
            eventually().until(() -> application.simulator().has(PosLogs.key(later)));
        }
        assertThat(application.simulator().has(PosLogs.key("7006"))).isFalse();
        assertThat(part).exists();
        Files.move(part, application.sftp("till-extenda").resolve("7006.xml"));
        eventually().until(() -> application.simulator().has(PosLogs.key("7006")));
        assertDone("till-extenda", "7006.xml");
    }

    @Test
    void theSameFileAgainYieldsDuplicatesAndReplacesNothing() throws IOException {
        byte[] content = PosLogs.document("7009").getBytes(StandardCharsets.UTF_8);
        application.drop("till-extenda", "7009.xml", content);
        eventually().until(() -> application.simulator().has(PosLogs.key("7009")));
        assertDone("till-extenda", "7009.xml");
        application.drop("till-extenda", "7009.xml", content);
        eventually()
                .until(() -> application.count(
                                "select count(*) from message_ledger where ended = 'duplicate'"
                                        + " and business_key = ?",
                                PosLogs.key("7009"))
                        == 1);
        eventually().until(() -> {
            try (var done = Files.list(application.sftp("till-extenda").resolve("done"))) {
                return done.filter(file -> file.getFileName().toString().startsWith("7009.xml"))
                                .count()
                        == 2;
            }
        });
        assertThat(application.rows("select copy_of from document where name = '7009.xml' and copy_of is not null"))
                .hasSize(1);
    }

    @Test
    void aJmsClientSendsTextAndBytes() {
        application.erp().sendText(Receipts.sale("jms-text"));
        application.erp().sendBytes(Receipts.sale("jms-bytes"));
        eventually()
                .until(() -> application.simulator().has("jms-text")
                        && application.simulator().has("jms-bytes"));
    }

    private static void assertDone(String source, String name) {
        Path done = application.sftp(source).resolve("done").resolve(name);
        eventually().until(() -> Files.exists(done));
        assertThat(application.sftp(source).resolve(name)).doesNotExist();
    }
}
