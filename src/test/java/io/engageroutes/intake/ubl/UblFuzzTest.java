package io.engageroutes.intake.ubl;

import io.engageroutes.intake.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UblFuzzTest {

    @Test
    void whateverIsDamagedNothingIsThrownThatIsNoMessage() throws IOException {
        String invoice = Invoices.invoice()
                .line("2", "638.40", "S", "25", Invoices.allowanceCharge(false, "10", "SEK", "95", ""))
                .line("-1", "-50", "S", "12")
                .allowance("38.40", "S", "25", "95")
                .charge("100", "S", "25", "FC")
                .prepaid("10")
                .rounding("0.20")
                .xml();
        String note =
                Invoices.invoice().creditNote().line("1", "5.55", "E", "0").xml();
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(invoice.getBytes(StandardCharsets.UTF_8));
        seeds.add(("<batch>" + invoice.replaceAll("<[?]xml.*?[?]>", "") + note.replaceAll("<[?]xml.*?[?]>", "")
                        + "</batch>")
                .getBytes(StandardCharsets.UTF_8));
        Path real = Path.of("../shared/samples/ubl-peppol");
        if (Files.exists(real)) {
            try (Stream<Path> files = Files.list(real)) {
                for (Path file : files.sorted().toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        new Fuzz(new UblFormat(Read.shipped()), Read.ERP, seeds).run();
    }
}
