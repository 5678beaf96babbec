package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.engageroutes.Databases;
import io.engageroutes.HandClock;
import io.engageroutes.intake.Unpacked;
import io.engageroutes.intake.shipped.ShippedFormats;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.StoreRegister;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A text message was decoded by who sent it, a bytes message was not: every shipped format reads the same receipts from both. */
class MessageCharsetTest {

    private static final Path SAMPLES = Path.of("src/main/resources/sandbox");

    private final HikariDataSource pool = Databases.h2();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final DocumentReader reader = new DocumentReader(
            new ShippedFormats(Path.of("routes/layouts")),
            new Documents(new JdbcTemplate(pool), new HandClock()),
            (source, numbers) -> {},
            MessageCharsetTest::stores,
            null,
            LineFormat.check(),
            100,
            new Unpacked.Limits(10_000_000, 200, 10));

    @AfterEach
    void close() {
        pool.close();
    }

    private static StoreRegister stores() {
        try (Reader csv = Files.newBufferedReader(Path.of("routes/data/stores.csv"))) {
            return StoreRegister.read(csv, "stores.csv");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Parcel.Entry> read(String format, String layout, Message message) throws Exception {
        Exchange exchange = new DefaultExchange(camel);
        exchange.setProperty("documentSource", "source");
        exchange.setProperty("documentFormat", format);
        exchange.setProperty("documentLayout", layout);
        exchange.setProperty("documentWhenBroken", "dead-letter");
        exchange.getMessage().setBody(message);
        reader.open(exchange);
        List<Parcel.Entry> entries = new ArrayList<>();
        Iterator<QueuedParcel> parcels = exchange.getMessage().getBody(OpenDocument.class);
        parcels.forEachRemaining(
                parcel -> entries.addAll(ParcelJson.read(parcel.json()).entries()));
        return entries;
    }

    private static List<Receipt> receipts(List<Parcel.Entry> entries) {
        return entries.stream().map(Parcel.Entry::receipt).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "poslog,poslog/extenda,till-extenda/3004_20261102_1.xml,UTF-8",
        "poslog,poslog/wincor,till-wincor/367_20261103_1.xml,UTF-8",
        "delimited,nordic-flat,till-csv/014-20261103.csv,windows-1252",
        "json,none,till-json/014-20261103-10.jsonl,UTF-8",
        "idoc,idoc/wpubon01,erp-idocs/wpubon-420017.xml,ISO-8859-1",
        "ubl,ubl/peppol-bis3,erp-invoices/invoice-91001.xml,UTF-8",
    })
    void everyFormatReadsTheSameFromTextAsFromBytes(String format, String layout, String sample, String charset)
            throws Exception {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve(sample));
        String text = new String(bytes, Charset.forName(charset));
        List<Receipt> fromBytes = receipts(read(format, layout, JmsMessages.bytes("ID:1", bytes)));
        assertThat(fromBytes).isNotEmpty().anyMatch(receipt -> receipt != null);
        String declared = text.replaceFirst("encoding=\"[^\"]*\"", "encoding=\"ISO-8859-1\"");
        assertThat(receipts(read(format, layout, JmsMessages.text("ID:2", declared))))
                .isEqualTo(fromBytes);
        assertThat(receipts(read(format, layout, JmsMessages.text("ID:3", "\uFEFF" + declared))))
                .isEqualTo(fromBytes);
        String wide = text.replaceFirst("encoding=\"[^\"]*\"", "encoding=\"UTF-16\"");
        assertThat(receipts(read(format, layout, JmsMessages.text("ID:4", wide))))
                .isEqualTo(fromBytes);
    }

    @Test
    void halfACharacterInATextIsNotGuessed() throws Exception {
        List<Parcel.Entry> entries = read("json", "none", JmsMessages.text("ID:1", "{\"articleName\": \"\ud83d\"}"));
        assertThat(entries).singleElement().satisfies(entry -> assertThat(entry.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("wrong-charset")));
    }

    @Test
    void whatIsKeptOfABrokenMessageIsReadableAndWithoutCardNumbers() {
        assertThat(BrokenText.of("Å 4111111111111111 ä".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("Å xxxxxxxxxxxx1111 ä");
        assertThat(BrokenText.of("Å".getBytes(StandardCharsets.UTF_8))).isEqualTo("Å");
        assertThat(BrokenText.of("Å".getBytes(StandardCharsets.UTF_16))).isEqualTo("Å");
        for (String noCard : List.of("4111111111111112", "0000000064132944", "7350000000017", "411111111111")) {
            assertThat(BrokenText.of(noCard.getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(noCard);
        }
    }
}
