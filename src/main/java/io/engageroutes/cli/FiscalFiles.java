package io.engageroutes.cli;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Unpacked;
import io.engageroutes.intake.WrongLayout;
import io.engageroutes.intake.saft.SaftFormat;
import io.engageroutes.intake.shipped.ShippedFormats;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.reconcile.FiscalRecord;
import io.engageroutes.reconcile.Matching;
import io.engageroutes.reconcile.Period;
import io.engageroutes.workbench.BenchSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The fiscal files that a command reads, and how their transactions are found in the main feed. */
final class FiscalFiles {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "SAF-T Cash Register files, plain, gzip or zip.")
    private List<Path> files;

    @Option(
            names = "--source",
            required = true,
            split = ",",
            paramLabel = "NAME",
            description = "The source that brings these stores' receipts, several separated by commas.")
    private List<String> sources;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description =
                    "A file in routes/layouts without its ending, such as saft/mychain, with the tables of stores and"
                            + " registers (default: saft/no or saft/dk, as the file's namespace says).")
    private String layout;

    @Option(names = "--from", paramLabel = "DAY", description = "The first business day, such as 2026-11-03.")
    private LocalDate from;

    @Option(names = "--until", paramLabel = "DAY", description = "The last business day.")
    private LocalDate until;

    @Option(
            names = "--key",
            split = ",",
            paramLabel = "PART",
            description = "What a transaction and its receipt have in common: ${COMPLETION-CANDIDATES} (default: all"
                    + " four). Leave out register where the feed numbers registers otherwise.")
    private Set<Matching.Part> key = EnumSet.allOf(Matching.Part.class);

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description =
                    "How far apart the times of two with the same store and amount may be to be taken as one, where"
                            + " the key finds none; 0 for never (default: ${DEFAULT-VALUE}).")
    private int within;

    /** The sources, and backfill, which delivers for them. */
    List<String> sources() {
        return Stream.concat(sources.stream(), Stream.of("backfill")).distinct().toList();
    }

    List<Path> files() {
        return files;
    }

    Matching matching() {
        if (!key.contains(Matching.Part.number)) {
            throw new Refusal("--key must have number: without it every sale of a day would be the same");
        }
        if (within < 0) {
            throw new Refusal("--within must not be negative");
        }
        return new Matching(key, Duration.ofSeconds(within));
    }

    /** @param whole whether lines and payments are needed */
    FiscalRecord read(BenchSettings settings, boolean whole) {
        if (from != null && until != null && until.isBefore(from)) {
            throw new Refusal("--until " + until + " is before --from " + from);
        }
        FiscalRecord record = new FiscalRecord(new Period(from, until), whole);
        Source source = new Source(sources.get(0), stores(settings.stores()), settings.zone());
        for (Path file : files) {
            SaftFormat format = format(file, settings);
            try (InputStream in = Files.newInputStream(file)) {
                record.add(file.getFileName().toString(), in, format, source, settings.limits());
            } catch (BrokenDocument broken) {
                throw new Refusal(file + " cannot be read to its end, so nothing was compared: " + broken.fault());
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return record;
    }

    private SaftFormat format(Path file, BenchSettings settings) {
        String name = layout == null ? byNamespace(file, settings.limits()) : layout;
        try {
            DocumentFormat format = new ShippedFormats(settings.routes().resolve("layouts")).format("saft", name);
            return (SaftFormat) format;
        } catch (IllegalArgumentException | WrongLayout e) {
            throw new Refusal("the layout '" + name + "' for " + file + " cannot be used: " + e.getMessage());
        }
    }

    /** The country stands at the end of the namespace. */
    private static String byNamespace(Path file, Unpacked.Limits limits) {
        try (InputStream in = Files.newInputStream(file);
                Unpacked unpacked = Unpacked.open(in, limits)) {
            String namespace = SaftFormat.namespace(unpacked.next().content());
            String country = namespace.substring(namespace.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
            if (!namespace.contains("CashRegister") || !country.matches("[a-z]{2}")) {
                throw new Refusal(file + " is no SAF-T Cash Register: its root has the namespace '" + namespace + "'");
            }
            return "saft/" + country;
        } catch (BrokenDocument broken) {
            throw new Refusal(file + " cannot be read: " + broken.fault());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static StoreRegister stores(Path file) {
        try (Reader csv = Files.newBufferedReader(file)) {
            return StoreRegister.read(csv, file.toString());
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("the store register cannot be read: " + e.getMessage());
        }
    }

    private static Refusal unreadable(Path file, IOException e) {
        return new Refusal(file + " cannot be read: " + e);
    }
}
