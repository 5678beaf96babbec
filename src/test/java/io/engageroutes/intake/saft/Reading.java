package io.engageroutes.intake.saft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.xml.Profile;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads documents in tests as the shipped layouts have it, or with keys of the test's own. */
final class Reading {

    static final Path LAYOUTS = Path.of("routes/layouts/saft");
    static final Path REAL = Path.of("../shared/samples/saft-cash-register-no");
    static final Source SOURCE = new Source(
            "fiscal",
            new StoreRegister(List.of(new Store("014", "Skogly", ZoneId.of("Europe/Oslo"), "NO", null))),
            ZoneId.of("Europe/Oslo"));

    private Reading() {}

    static SaftFormat shipped(String name) {
        try {
            return new SaftFormat(SaftLayout.read(LAYOUTS.resolve(name + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Norwegian layout with other keys, as YAML. */
    static SaftFormat with(String... keys) {
        return new SaftFormat(layout(keys));
    }

    static SaftLayout layout(String... keys) {
        String yaml = "extends: \"no\"\n" + String.join("\n", keys);
        try {
            return Profile.read(
                    new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                    "own.yaml",
                    base -> Files.newInputStream(LAYOUTS.resolve(base + ".yaml")),
                    root -> new SaftLayout("own", root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] real() throws IOException {
        Path file = REAL.resolve("ExampleFile_SAF-T_Cash_Register_999999999_20210330104000.xml");
        assumeTrue(Files.exists(file), "the official example is not here");
        return Files.readAllBytes(file);
    }

    static SaftDocument open(SaftFormat format, byte[] document) {
        try {
            return format.read(new ByteArrayInputStream(document), SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Transaction> all(SaftFormat format, byte[] document) {
        List<Transaction> all = new ArrayList<>();
        try (SaftDocument saft = open(format, document)) {
            for (Transaction next = saft.next(); next != null; next = saft.next()) {
                all.add(next);
            }
        }
        return all;
    }

    static Transaction single(SaftFormat format, AuditFile file) {
        List<Transaction> all = all(format, file.bytes());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    static Receipt receipt(SaftFormat format, AuditFile file) {
        Transaction only = single(format, file);
        assertThat(only).isInstanceOf(Transaction.Sold.class);
        return ((Transaction.Sold) only).receipt();
    }

    static List<String> codes(SaftFormat format, AuditFile file) {
        Transaction only = single(format, file);
        assertThat(only).isInstanceOf(Transaction.Rejected.class);
        return ((Transaction.Rejected) only).faults().stream().map(Fault::code).toList();
    }
}
