package io.engageroutes.intake.saft;

import io.engageroutes.intake.Fuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SaftFuzzTest {

    @Test
    void damagedDocumentsAreReadOrRefused() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(AuditFile.norwegian()
                .zReport("2026-11-03", "23:00:00", "160.00")
                .with(AuditFile.sale("1", "80.00", "08:00:00"))
                .with(AuditFile.sale("2", "80.00", "08:01:00"))
                .bytes());
        seeds.add(AuditFile.norwegian()
                .with(AuditFile.transaction(
                        "3",
                        "RETUR",
                        "-80.00",
                        "D",
                        "08:00:00",
                        AuditFile.line(
                                        "RET",
                                        "A-1107",
                                        "-1",
                                        "-80.00",
                                        "D",
                                        "25.00",
                                        "<discount><dscTp>X</dscTp>" + "<dscAmnt>-5.00</dscAmnt></discount>")
                                + "<raise><raiseType>TIPS</raiseType><raiseAmnt>1.00</raiseAmnt></raise>"
                                + "<rounding><roundingAmnt>0.40</roundingAmnt></rounding>"
                                + AuditFile.payment("KONT", "-80.40")))
                .bytes());
        if (Files.isDirectory(Reading.REAL)) {
            try (Stream<Path> real = Files.list(Reading.REAL)) {
                for (Path file :
                        real.filter(path -> path.toString().endsWith(".xml")).toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        new Fuzz(Reading.shipped("no"), Reading.SOURCE, seeds).run();
    }
}
