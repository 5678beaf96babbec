package io.engageroutes.workbench;

import io.engageroutes.intake.Unpacked;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.ReceiptRules;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Workbenches over the project's own routes. */
final class Benches {

    static final Path ROUTES = Path.of("routes");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);
    static final SourceReading CSV = new SourceReading("till-csv", "delimited", "nordic-flat", false, null);
    static final SourceReading JSON = new SourceReading("till-json", "json", "none", false, null);

    private Benches() {}

    static BenchSettings settings() {
        return new BenchSettings(
                        ROUTES,
                        null,
                        null,
                        null,
                        ReceiptRules.Settings.usual(),
                        Pricing.Settings.usual(),
                        Map.of(),
                        "",
                        Unpacked.Limits.DEFAULT)
                .over(ROUTES);
    }

    static Workbench bench() {
        return Workbench.open(settings(), Rating.none(), CLOCK);
    }

    /** Windows-1252, as the layout of the tills says. */
    static byte[] csv(String... rows) {
        String header = "Butik;Kassa;Kvittonr;Datum;Tid;Typ;Artikelnr;Benämning;Varugrupp;Antal;Belopp;Moms;Rabatt;"
                + "Kvittorabatt;Medlem;Betalsätt;Betalt;Totalt;Status\n";
        return (header + String.join("\n", rows) + "\n").getBytes(Charset.forName("windows-1252"));
    }

    /** One receipt of one row, paid by card. */
    static String row(String number, String member, String amount, String total) {
        return "014;7;" + number + ";2026-11-03;10:12:05;V;A-1;Skjorta;Kläder;1;" + amount + ";25,00;;;" + member
                + ";KORT;" + total + ";" + total + ";OK";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a bench made of documents, in their order. */
    static final class Seen {

        final List<Judged> judged = new ArrayList<>();
        final Workbench bench;

        Seen(Workbench bench) {
            this.bench = bench;
        }

        Tried read(SourceReading reading, String name, byte[] document) {
            return bench.read(reading, name, new ByteArrayInputStream(document), judged::add);
        }

        List<String> ends() {
            return judged.stream().map(each -> each.end().word()).toList();
        }
    }
}
