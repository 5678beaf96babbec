package io.engageroutes.intake.poslog;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.engageroutes.engage.ReceiptPayload;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What Engage would get of a receipt: checked, priced and written as the flow does it. */
final class Sent {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    private static final MinorUnits UNITS = new MinorUnits(Map.of());
    private static final StoreRegister STORES = new StoreRegister(List.of(
            new Store("100", "Köln", ZoneId.of("Europe/Berlin"), "DE", "de-DE"),
            new Store("300", "Bonn", ZoneId.of("Europe/Berlin"), "DE", "de-DE"),
            new Store("367", "Loures", ZoneId.of("Europe/Lisbon"), "PT", "pt-PT"),
            new Store("9", "Salem", ZoneId.of("America/Los_Angeles"), "US", "en-US"),
            new Store("5", "Västerås", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE"),
            new Store("3004", "Solna", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE")));

    private Sent() {}

    static Pricing pricing() {
        try (Reader rates = Files.newBufferedReader(Path.of("routes/data/vat-rates.csv"))) {
            return new Pricing(UNITS, VatRates.read(rates, "vat-rates.csv"), STORES, Pricing.Settings.usual());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of the call; a contact is added when the receipt has none, since that is not what these tests are about. */
    static JsonNode of(Receipt receipt) {
        new ReceiptRules(UNITS, STORES, ReceiptRules.Settings.usual(), Clock.systemUTC()).check(receipt);
        try {
            return JSON.readTree(new ReceiptPayload("").json(pricing().price(addressed(receipt)), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sold less returned lines; must be the total. */
    static BigDecimal sum(JsonNode body) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : body.get("items")) {
            BigDecimal paid = item.get("grossPaidPrice").decimalValue();
            sum = item.get("type").asText().equals("RETURN") ? sum.subtract(paid) : sum.add(paid);
        }
        return sum;
    }

    /** A field of every item. */
    static List<String> each(JsonNode body, String field) {
        return StreamSupport.stream(body.get("items").spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
    }

    private static Receipt addressed(Receipt receipt) {
        return !receipt.contactKeys().isEmpty()
                ? receipt
                : new Receipt(
                        receipt.uniqueId(),
                        receipt.receiptNumber(),
                        receipt.storeId(),
                        receipt.registerId(),
                        receipt.sequence(),
                        receipt.businessDate(),
                        receipt.occurredAt(),
                        receipt.currency(),
                        List.of(new ContactKey(ContactKeyType.externalId, "1")),
                        receipt.lines(),
                        receipt.basketDiscounts(),
                        receipt.tenders(),
                        receipt.total(),
                        receipt.taxTotal(),
                        receipt.cashRounding(),
                        receipt.exchangeRate(),
                        receipt.vouchersUsed(),
                        receipt.promotionsUsed());
    }
}
