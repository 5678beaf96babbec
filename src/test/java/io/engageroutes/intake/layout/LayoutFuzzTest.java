package io.engageroutes.intake.layout;

import io.engageroutes.intake.Fuzz;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged files never make a shipped layout do anything but say what is wrong. */
class LayoutFuzzTest {

    private static final Path SAMPLES = Path.of("../shared/samples");

    @ParameterizedTest
    @CsvSource({
        "nordic-flat, nordic-flat.csv,",
        "nordic-flat-apart, nordic-flat.csv,",
        "hlp, hlp.txt,",
        "hlp-fixed, hlp-fixed.txt,",
        "rtlog-14.1, , rtlog-oracle/FHEAD_single_record.txt",
        "rtlog-16.0.2, , rtlog-oracle/FHEAD_single_record.txt",
        "square-items, square-items.csv, square/items.csv",
        "square-transactions, square-transactions.csv, square/transactions.csv",
    })
    void damagedFilesEndInReceiptsOrReasons(String name, String own, String real) throws IOException {
        Layout layout = Reading.shipped(name + ".yaml");
        List<byte[]> seeds = new ArrayList<>();
        if (own != null) {
            try (InputStream in = LayoutFuzzTest.class.getResourceAsStream("/layout/" + own)) {
                seeds.add(in.readAllBytes());
            }
        } else {
            String day = new Rtlog(layout)
                    .begin("OPEN", "0000000001")
                    .end()
                    .sale("0000000002")
                    .begin("PVOID", "0000000003", "origNumber=0000000002", "origRegister=2")
                    .end()
                    .finish()
                    .text();
            seeds.add(day.getBytes(StandardCharsets.UTF_8));
        }
        if (real != null && Files.exists(SAMPLES.resolve(real))) {
            seeds.add(Files.readAllBytes(SAMPLES.resolve(real)));
        }

        new Fuzz(Reading.format(layout), Reading.SOURCE, seeds).run();
    }
}
