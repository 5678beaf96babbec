package io.engageroutes.intake.poslog;

import io.engageroutes.intake.Fuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzTest {

    @ParameterizedTest
    @CsvSource({
        "generic-6,poslog-v6-roqqio-de",
        "extenda,poslog-v6-visma-se",
        "wincor,poslog-v2-ikea-wincor",
        "ncr,poslog-v2-ncr-acs",
        "roqqio,poslog-v6-roqqio-de",
        "xstore,none"
    })
    void damagedDocumentsOfEveryDialectEndWell(String profile, String samples) {
        new Fuzz(new PosLogFormat(Read.shipped(profile)), Read.TILL, seeds(samples)).run();
    }

    @ParameterizedTest
    @CsvSource({"wincor,poslog-v2-ikea-wincor", "ncr,poslog-v2-ncr-acs"})
    void damagedPiecesEndWellWhereTheyAreRecovered(String profile, String samples) {
        PosLogProfile recovers =
                Read.profile("extends: " + profile + "\nrecoverFragments: true\nrepairDoubleEncoding: true");
        new Fuzz(new PosLogFormat(recovers), Read.TILL, seeds(samples)).run();
    }

    private static List<byte[]> seeds(String samples) {
        List<byte[]> seeds = new ArrayList<>(List.of(
                Read.resource("two-receipts.xml"),
                Read.resource("xstore.xml"),
                NcrTill.ordinaryDay(),
                RoqqioTill.receipt(
                        "30.000",
                        "4.790",
                        RoqqioTill.item(1, "A", "80.000", "1.0000"),
                        RoqqioTill.item(2, "B", "50.000", "-1.0000"),
                        RoqqioTill.tender(3, "Cash", "Sale", "40.000", "10.000"))));
        Path folder = Path.of("../shared/samples", samples);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return seeds;
    }
}
