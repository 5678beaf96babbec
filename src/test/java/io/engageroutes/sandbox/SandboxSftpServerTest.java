package io.engageroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxSftpServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private SandboxSftpServer server;

    @BeforeEach
    void start() throws Exception {
        server = new SandboxSftpServer(0, "pos", "pos", folder);
        server.start(List.of("till-csv", "till-json"));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void clientThatChecksTheHostKeyReadsWritesAndRenames(String host) throws Exception {
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);
        try (SshClient client = client();
                ClientSession session = session(client, host, "pos");
                SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            try (var out = sftp.write("/till-csv/a.csv.part")) {
                out.write(content);
            }
            sftp.rename("/till-csv/a.csv.part", "/till-csv/a.csv");
            try (var in = sftp.read("/till-csv/a.csv")) {
                assertThat(in.readAllBytes()).isEqualTo(content);
            }
            assertThat(Files.readAllBytes(folder.resolve("sftp/till-csv/a.csv")))
                    .isEqualTo(content);
        }
    }

    @Test
    void clientThatCamelUsesGetsThroughWithStrictHostKeyChecking() throws Exception {
        Files.writeString(folder.resolve("sftp/till-csv/b.csv"), "b");
        JSch jsch = new JSch();
        jsch.setKnownHosts(server.knownHosts().toString());
        Session session = jsch.getSession("pos", "localhost", server.port());
        session.setPassword("pos");
        session.setConfig("StrictHostKeyChecking", "yes");
        session.connect((int) LIMIT.toMillis());
        try {
            ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
            sftp.connect((int) LIMIT.toMillis());
            try (var in = sftp.get("till-csv/b.csv")) {
                assertThat(in.readAllBytes()).asString().isEqualTo("b");
            }
            sftp.disconnect();
        } finally {
            session.disconnect();
        }
    }

    @Test
    void wrongPasswordIsRefused() throws Exception {
        try (SshClient client = client()) {
            assertThatThrownBy(() -> session(client, "localhost", "wrong")).isInstanceOf(SshException.class);
        }
    }

    @Test
    void clientCannotLeaveTheRoot() throws Exception {
        Files.writeString(folder.resolve("outside.txt"), "not for tills");
        try (SshClient client = client();
                ClientSession session = session(client, "localhost", "pos");
                SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            assertThatThrownBy(() -> sftp.stat("/../outside.txt")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.stat("/till-csv/../../outside.txt")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void hostKeyStaysTheSameFromStartToStart() throws Exception {
        String key = Files.readAllLines(server.knownHosts()).get(0).split(" ", 2)[1];
        server.close();
        server = new SandboxSftpServer(0, "pos", "pos", folder);
        server.start(List.of());
        assertThat(Files.readAllLines(server.knownHosts()))
                .containsExactly(
                        "[localhost]:" + server.port() + " " + key, "[127.0.0.1]:" + server.port() + " " + key);
        assertThat(key).startsWith("ecdsa-sha2-nistp256 AAAA");
    }

    @Test
    void systemsOwnKeyScanAgreesWithKnownHosts() throws Exception {
        String scanned = run("ssh-keyscan", "-t", "ecdsa", "-p", Integer.toString(server.port()), "127.0.0.1");
        String written = Files.readAllLines(server.knownHosts()).get(1);
        assertThat(scanned.lines()).contains(written);
    }

    @Test
    void systemsOwnClientGetsThroughWithTheWrittenKnownHosts() throws Exception {
        Files.writeString(folder.resolve("sftp/till-json/b.jsonl"), "{}\n");
        Path askpass = Files.writeString(folder.resolve("askpass"), "#!/bin/sh\necho pos\n");
        assertThat(askpass.toFile().setExecutable(true)).isTrue();
        Path batch = Files.writeString(
                folder.resolve("batch"), "rename till-json/b.jsonl till-json/c.jsonl\nls -1 till-json\n");
        String listed = run(
                "sh",
                "-c",
                "command -v sftp >/dev/null || exit 127; SSH_ASKPASS='" + askpass
                        + "' SSH_ASKPASS_REQUIRE=force sftp -oBatchMode=no -oStrictHostKeyChecking=yes"
                        + " -oPreferredAuthentications=password -oUserKnownHostsFile='" + server.knownHosts()
                        + "' -P " + server.port() + " -b - pos@localhost < '" + batch + "'");
        assertThat(listed).contains("till-json/c.jsonl");
    }

    /** Runs a program of the system; the test is skipped where there is none. */
    private String run(String... command) throws Exception {
        Path output = folder.resolve("output");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("there is no " + command[0] + " on this machine");
            return null;
        }
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Assumptions.assumeTrue(process.exitValue() != 127, "there is no sftp on this machine");
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(
                new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, server.knownHosts()));
        client.start();
        return client;
    }

    private ClientSession session(SshClient client, String host, String password) throws Exception {
        ClientSession session =
                client.connect("pos", host, server.port()).verify(LIMIT).getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(LIMIT);
        return session;
    }
}
