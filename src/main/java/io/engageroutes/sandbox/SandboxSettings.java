package io.engageroutes.sandbox;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the sandbox listens and keeps its files.
 *
 * @param folder gets the SFTP root, the host key and {@code known_hosts}
 * @param samples whether the sample documents are dropped at the first start
 */
@ConfigurationProperties("sandbox")
record SandboxSettings(
        @DefaultValue("var/sandbox") Path folder,
        @DefaultValue("true") boolean samples,
        @DefaultValue Sftp sftp,
        @DefaultValue Simulator simulator) {

    /**
     * The SFTP server.
     *
     * @param folders one for each source that fetches files
     */
    record Sftp(
            @DefaultValue("2222") int port,
            @DefaultValue("pos") String user,
            @DefaultValue("pos") String password,

            @DefaultValue({"till-extenda", "till-wincor", "till-csv", "till-json"})
            List<String> folders) {}

    /** The Engage simulator. */
    record Simulator(
            @DefaultValue("8090") int port,
            @DefaultValue("500") long importEveryMillis) {}
}
