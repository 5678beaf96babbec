package io.engageroutes.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The system's own {@code sftp}, given the password by a script as OpenSSH wants it from programs. */
final class OpenSsh {

    private final Path home;
    private final RunningApplication application;

    private OpenSsh(Path home, RunningApplication application) {
        this.home = home;
        this.application = application;
    }

    /** Null when there is none. */
    static OpenSsh ofTheSystem(Path home, RunningApplication application) throws InterruptedException {
        try {
            return new ProcessBuilder("ssh", "-V").start().waitFor() == 0 ? new OpenSsh(home, application) : null;
        } catch (IOException absent) {
            return null;
        }
    }

    /** Runs commands of {@code sftp} as the user pos. The host key must be the one that the sandbox says it has. */
    void run(String... commands) throws IOException, InterruptedException {
        Path password = home.resolve("password.sh");
        Files.writeString(password, "#!/bin/sh\necho pos\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rwx------"));
        Path batch = home.resolve("batch");
        Files.write(batch, List.of(commands));
        Path output = home.resolve("output");
        ProcessBuilder sftp = new ProcessBuilder(
                "sftp",
                "-F",
                "none",
                "-P",
                Integer.toString(application.sftpPort()),
                "-o",
                "UserKnownHostsFile=" + application.folder().resolve("known_hosts"),
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "PubkeyAuthentication=no",
                "-o",
                "BatchMode=no",
                "-b",
                batch.toString(),
                "pos@localhost");
        sftp.environment().put("SSH_ASKPASS", password.toString());
        sftp.environment().put("SSH_ASKPASS_REQUIRE", "force");
        sftp.environment().put("DISPLAY", ":0"); // older versions ask the script only where there is a display
        Process process = sftp.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as(Files.readString(output)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
