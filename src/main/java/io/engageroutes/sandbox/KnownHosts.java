package io.engageroutes.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** Writes a {@code known_hosts} file as OpenSSH has it, so that host keys are checked even in the sandbox. */
final class KnownHosts {

    private KnownHosts() {}

    static void write(Path file, int port, PublicKey key) throws IOException {
        String entry = PublicKeyEntry.toString(key);
        List<String> lines = List.of("localhost", "127.0.0.1").stream()
                .map(host -> (port == 22 ? host : "[" + host + "]:" + port) + " " + entry)
                .toList();
        // Renamed, so that nobody reads half a file.
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, lines);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
