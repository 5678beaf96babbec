package io.engageroutes.workbench;

import io.engageroutes.receipt.StoreRegister;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;

/** The stores in a sample that the register does not have. */
public final class SampleStores {

    private SampleStores() {}

    /**
     * Reads the sample with any zone for stores that are not known, so that their receipts are read at all.
     *
     * @throws CannotTry when the sample, the register or the layout cannot be read
     */
    public static Set<String> unknown(BenchSettings settings, SourceReading reading, Path sample, Clock clock) {
        Set<String> unknown = new TreeSet<>();
        BenchSettings lenient = settings.with(ZoneOffset.UTC);
        Workbench bench = Workbench.open(lenient, Rating.none(), clock);
        try (InputStream in = Files.newInputStream(sample);
                Reader csv = Files.newBufferedReader(settings.stores())) {
            StoreRegister register = StoreRegister.read(csv, settings.stores().toString());
            bench.read(reading, sample.getFileName().toString(), in, judged -> {
                String id = judged.receipt() == null ? null : judged.receipt().storeId();
                if (id != null && !id.isBlank() && register.store(id).isEmpty()) {
                    unknown.add(id);
                }
            });
        } catch (IOException e) {
            throw new CannotTry(sample + " cannot be read: " + e.getMessage());
        }
        return unknown;
    }
}
