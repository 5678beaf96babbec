package io.engageroutes.intake.poslog;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.xml.Profile;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Reads documents in tests, with the profiles that are shipped or with changes to them. */
final class Read {

    static final Path SHIPPED = Path.of("routes/layouts/poslog");
    static final Source TILL = new Source(
            "till",
            new StoreRegister(List.of(
                    new Store("3004", "Solna", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE"),
                    new Store("367", "Loures", ZoneId.of("Europe/Lisbon"), "PT", "pt-PT"))),
            ZoneId.of("Europe/Berlin"));

    private Read() {}

    static PosLogProfile shipped(String name) {
        try {
            return PosLogProfile.read(SHIPPED.resolve(name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A profile written in a test; it may extend the shipped ones. */
    static PosLogProfile profile(String yaml) {
        try {
            return Profile.read(
                    new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                    "test.yaml",
                    base -> Files.newInputStream(SHIPPED.resolve(base + ".yaml")),
                    root -> new PosLogProfile("test", root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = Read.class.getResourceAsStream("/poslog/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A real file, which is not part of the project. */
    static byte[] real(String name) {
        Path file = Path.of("../shared/samples").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the real sample " + name + " is not here");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Transaction> all(PosLogProfile profile, Source source, byte[] document) {
        List<Transaction> all = new ArrayList<>();
        try (Transactions transactions = open(profile, source, new ByteArrayInputStream(document))) {
            for (Transaction next = transactions.next(); next != null; next = transactions.next()) {
                all.add(next);
            }
        }
        return all;
    }

    static List<Transaction> all(PosLogProfile profile, byte[] document) {
        return all(profile, TILL, document);
    }

    static Transactions open(PosLogProfile profile, Source source, InputStream document) {
        try {
            return new PosLogFormat(profile).read(document, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only transaction, which must be a receipt. */
    static Receipt receipt(PosLogProfile profile, byte[] document) {
        return sold(single(profile, document));
    }

    static Transaction single(PosLogProfile profile, byte[] document) {
        List<Transaction> all = all(profile, document);
        if (all.size() != 1) {
            throw new AssertionError("one transaction expected: " + all);
        }
        return all.get(0);
    }

    static Receipt sold(Transaction transaction) {
        if (transaction instanceof Transaction.Sold sold) {
            return sold.receipt();
        }
        throw new AssertionError("a receipt expected: " + transaction);
    }

    static Transaction.Rejected rejected(PosLogProfile profile, byte[] document) {
        if (single(profile, document) instanceof Transaction.Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("a rejection expected: " + single(profile, document));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
