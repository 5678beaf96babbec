package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefereeProfileTest {

    @Test
    void generatedReceiptIsReadWhole() throws IOException {
        PosLogProfile profile = PosLogProfile.read(Path.of("benchmark/layouts/poslog/referee.yaml"));
        Receipt receipt = Read.receipt(profile, Read.resource("referee.xml"));

        assertThat(receipt)
                .isEqualTo(new Receipt(
                        "R214-7-4200000001",
                        "1",
                        "214",
                        "7",
                        "4200000001",
                        LocalDate.of(2026, 7, 9),
                        OffsetDateTime.parse("2026-07-09T23:04:00+01:00"),
                        "NOK",
                        List.of(new ContactKey(ContactKeyType.email, "member381@example.org")),
                        List.of(
                                line(
                                        1,
                                        "10000041234",
                                        "41234",
                                        "Red Trousers no 41234",
                                        "Trousers",
                                        2,
                                        "50.01",
                                        "100.02",
                                        "25.0"),
                                line(2, "10000000003", "3", "Åre Jackets no 3", "Jackets", 1, "9.90", "9.90", "12.0")),
                        List.of(new BasketDiscount("Basket", "Member week", new BigDecimal("10.03"), List.of(), null)),
                        List.of(new Tender("CreditDebit", null, new BigDecimal("99.89"), false, null)),
                        new BigDecimal("99.89"),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of()));
    }

    private static Line line(
            int number,
            String sku,
            String article,
            String name,
            String group,
            int quantity,
            String price,
            String gross,
            String percent) {
        return new Line(
                number,
                LineType.SALE,
                LineKind.GOODS,
                sku,
                article,
                name,
                group,
                BigDecimal.valueOf(quantity),
                new BigDecimal(price),
                new BigDecimal(gross),
                new BigDecimal(percent),
                null,
                List.of(),
                null,
                null);
    }
}
