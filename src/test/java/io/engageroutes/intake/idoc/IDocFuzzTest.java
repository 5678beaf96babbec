package io.engageroutes.intake.idoc;

import static io.engageroutes.intake.idoc.Wpubon.condition;
import static io.engageroutes.intake.idoc.Wpubon.document;
import static io.engageroutes.intake.idoc.Wpubon.field;
import static io.engageroutes.intake.idoc.Wpubon.header;
import static io.engageroutes.intake.idoc.Wpubon.idoc;
import static io.engageroutes.intake.idoc.Wpubon.idocOf;
import static io.engageroutes.intake.idoc.Wpubon.item;
import static io.engageroutes.intake.idoc.Wpubon.price;
import static io.engageroutes.intake.idoc.Wpubon.receipt;
import static io.engageroutes.intake.idoc.Wpubon.tax;
import static io.engageroutes.intake.idoc.Wpubon.tender;

import io.engageroutes.intake.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IDocFuzzTest {

    @Test
    void whateverIsDamagedNothingIsThrownThatIsNoMessage() throws IOException {
        String sale = receipt(
                "1",
                item("-", "1", "1.000", price("10.00"), condition("RA01", "-", "1.00"), tax("A1", "1.80")),
                item("+", "2", "1.000", price("4.00"), condition("RB00", "-", "1.00"), tax("A1", "0.60")),
                header("RABA", "", "1.00"),
                tender("PTVO", "+", "2.00", field("VOUCHER", "V1")),
                tender("PTCS", "+", "3.00"),
                field("MEMBER", "5210000025"));
        List<byte[]> seeds = new ArrayList<>();
        for (String seed : List.of(
                document(idoc("1", sale, sale)),
                document(idoc("1", sale), idocOf("WPUUMS01", "WPUUMS", "2", "<E1WPU01/>"), idoc("3", sale)),
                document(
                        idocOf(
                                "ORDERS05",
                                "ORDERS",
                                "1",
                                "<E1EDP01><NETWR>10.50</NETWR></E1EDP01><E1EDS01><SUMID>002</SUMID><SUMME>10.5</SUMME></E1EDS01>")))) {
            seeds.add(seed.getBytes(StandardCharsets.UTF_8));
        }
        Path real = Path.of("../shared/samples/sap-idoc/ORDERS05_vfi_orders_2014.redacted.xml");
        if (Files.exists(real)) {
            seeds.add(Files.readAllBytes(real));
        }
        new Fuzz(new IDocFormat(Read.shipped()), Read.ERP, seeds).run();
    }
}
