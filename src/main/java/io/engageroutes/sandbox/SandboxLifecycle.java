package io.engageroutes.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the simulator and the SFTP server before any route runs, and stops them after the last one. */
final class SandboxLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxLifecycle.class);
    private static final int BEFORE_ROUTES = -1000;
    private static final String RATES = "eurofxref-sandbox.xml";

    private final EngageSimulator simulator;
    private final SandboxSftpServer sftp;
    private final List<String> folders;
    private final Path rates;
    private volatile boolean running;

    /** @param rates the folder that gets the sandbox's exchange rates */
    SandboxLifecycle(EngageSimulator simulator, SandboxSftpServer sftp, List<String> folders, Path rates) {
        this.simulator = simulator;
        this.sftp = sftp;
        this.folders = folders;
        this.rates = rates;
    }

    @Override
    public void start() {
        try {
            simulator.start();
            sftp.start(folders);
            layOutRates();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox cannot start: " + e.getMessage() + "; is another one running? Else set"
                            + " sandbox.simulator.port and sandbox.sftp.port",
                    e);
        }
        running = true;
        LOG.info("Sandbox: Engage simulator on port {}, SFTP on port {}", simulator.port(), sftp.port());
    }

    /** Exchange rates of our own making, since nothing is fetched from outside. */
    private void layOutRates() throws IOException {
        Files.createDirectories(rates);
        try (InputStream in = SandboxLifecycle.class.getResourceAsStream("/sandbox/rates/" + RATES)) {
            Files.copy(in, rates.resolve(RATES), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void stop() {
        running = false;
        simulator.close();
        try {
            sftp.close();
        } catch (IOException e) {
            LOG.warn("Sandbox: the SFTP server did not stop well: {}", e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_ROUTES;
    }
}
