package io.engageroutes.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.engageroutes.receipt.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A real export of another continent: dollars, months first, every second value in quotes. */
class SquareSampleTest {

    private static final Path ITEMS = Path.of("../shared/samples/square/items.csv");

    private static final String LAYOUT = """
            separator: ","
            receiptBy: [Transaction ID]
            uniqueId: "{source}-{receipt}"
            numbers: { thousands: ",", negative: [leading, brackets], symbols: ["$"] }
            date: M/d/yyyy
            time: HH:mm:ss
            returns: { by: quantity }
            contactKeys: [{ column: Customer ID, type: externalId }]
            filters: [{ column: Event Type, values: { Fee: fee }, sales: [Payment, Refund] }]
            receipt:
              receiptNumber: Transaction ID
              storeId: { column: Location, values: { "#1002": "014" } }
              date: Date
              time: Time
              currency: { constant: USD }
            line:
              sku: SKU
              articleName: Item
              articleGroup: Category
              quantity: Qty
              gross: Net Sales
              taxAmount: Tax
            """;

    @Test
    void realItemsFileIsReadByALayoutOfItsOwn() throws IOException {
        assumeTrue(Files.exists(ITEMS), "the sample files are not here");

        Receipt receipt =
                Reading.of(Reading.layout(LAYOUT), Files.readAllBytes(ITEMS)).only();

        assertThat(receipt.lines())
                .hasSize(2)
                .allMatch(line -> line.gross().toPlainString().equals("1.00"));
        assertThat(receipt.contactKeys()).hasSize(1);
        assertThat(receipt.occurredAt().toLocalDateTime()).isEqualTo("2017-11-15T21:18:15");
    }
}
