package io.engageroutes.wiring;

import io.engageroutes.currency.EcbFiles;
import io.engageroutes.currency.ExchangeRates;
import io.engageroutes.currency.UnreadableRates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Fills the rate table from ECB files: all in the folder before the first route starts, then one by one as a route step. */
public final class RateFiles implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RateFiles.class);

    private final Path folder;
    private final ExchangeRates rates;
    private boolean running;

    RateFiles(Path folder, ExchangeRates rates) {
        this.folder = folder;
        this.rates = rates;
    }

    /** Route step. A file that cannot be read changes nothing; receipts go on with the rates that are known. */
    public void load(java.io.File file) {
        load(file.toPath());
    }

    private void load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            rates.add(EcbFiles.read(in, file.getFileName().toString()), "ecb");
            LOG.info(
                    "Exchange rates of {}: {} days, the newest {}",
                    file,
                    rates.days(),
                    rates.newestDay().map(Object::toString).orElse("none"));
        } catch (UnreadableRates | IOException unreadable) {
            LOG.error("Exchange rates not taken from {}: {}", file, unreadable.getMessage());
        }
    }

    @Override
    public void start() {
        running = true;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> sorted = files.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .sorted()
                        .toList();
                sorted.forEach(this::load);
            } catch (IOException e) {
                LOG.error("Exchange rates: the folder {} cannot be read: {}", folder, e.getMessage());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
