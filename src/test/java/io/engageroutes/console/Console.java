package io.engageroutes.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.engageroutes.HandClock;
import io.engageroutes.delivery.DeadLetterSearch;
import io.engageroutes.delivery.DeadLetters;
import io.engageroutes.delivery.DocumentSearch;
import io.engageroutes.delivery.Ledger;
import io.engageroutes.delivery.LedgerSearch;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.delivery.ParcelJson;
import io.engageroutes.delivery.QueuedParcel;
import io.engageroutes.delivery.ReceiptCheck;
import io.engageroutes.delivery.ReceiptMessage;
import io.engageroutes.delivery.Replay;
import io.engageroutes.delivery.TestDatabase;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The calls of operations on a database of their own; what is replayed is caught instead of sent. */
final class Console implements AutoCloseable {

    final TestDatabase database = TestDatabase.h2();
    final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
    final List<Parcel> sent = new ArrayList<>();
    int sendsBeforeTheBrokerGoesAway = Integer.MAX_VALUE;

    private final ObjectMapper json = new ObjectMapper();
    private final MockMvc calls;

    Console() {
        StoreRegister stores =
                new StoreRegister(List.of(new Store("3004", "Solna", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE")));
        MinorUnits units = new MinorUnits(Map.of());
        VatRates vat = new VatRates(List.of(new VatRates.Rate("SE", new BigDecimal("25"), null, null)));
        ReceiptCheck check = new ReceiptCheck(
                new ReceiptRules(units, stores, ReceiptRules.Settings.usual(), clock),
                new Pricing(units, vat, stores, new Pricing.Settings(false, 1)));
        DeadLetterSearch search = new DeadLetterSearch(database.jdbc());
        Replay replay = new Replay(database.transaction(), database.jdbc(), clock, this::send);
        calls = MockMvcBuilders.standaloneSetup(
                        new DeadLetterController(search),
                        new ReplayController(search, replay, new MendedReceipts(check, () -> stores, null)),
                        new LedgerController(new LedgerSearch(database.jdbc())),
                        new DocumentController(new DocumentSearch(database.jdbc())),
                        new SchemaController())
                .setControllerAdvice(new ApiErrors())
                .setMessageConverters(
                        new ResourceHttpMessageConverter(),
                        new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                                .build()))
                .build();
    }

    private void send(QueuedParcel parcel) {
        if (sent.size() >= sendsBeforeTheBrokerGoesAway) {
            throw new IllegalStateException("no broker");
        }
        sent.add(ParcelJson.read(parcel.json()));
    }

    void end(ReceiptMessage... messages) {
        database.transaction().executeWithoutResult(status -> {
            new Ledger(database.jdbc(), clock).enter(List.of(messages));
            new DeadLetters(database.jdbc(), clock).enter(List.of(messages));
        });
    }

    /** The answer to a call: its status and its JSON. */
    record Answer(int status, JsonNode body, String text, String contentType, String retryAfter) {

        String code() {
            return status + " " + body.path("code").asText();
        }
    }

    Answer get(String address, Object... values) throws Exception {
        return call(MockMvcRequestBuilders.get(address, values));
    }

    Answer post(String address, String body) throws Exception {
        return call(MockMvcRequestBuilders.post(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    Answer call(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = calls.perform(request).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Answer(
                response.getStatus(),
                json.readTree(text),
                text,
                response.getContentType(),
                response.getHeader("Retry-After"));
    }

    @Override
    public void close() throws Exception {
        database.close();
    }
}
