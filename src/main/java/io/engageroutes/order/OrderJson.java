package io.engageroutes.order;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The canonical order as JSON, the form it has on the queue: every field is called as the record's component; what is null or empty
 * is left out. Equal orders give equal bytes, so the bytes may be hashed. Reading what was written gives an equal order.
 */
public final class OrderJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREES = new ObjectMapper();

    private OrderJson() {}

    /**
     * One order in UTF-8.
     *
     * @throws UncheckedIOException when an amount has an exponent beyond {@code ±100}
     */
    public static byte[] bytes(Order order) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            OrderWriter.write(order, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IOException when it is something else
     */
    public static Order read(byte[] bytes) throws IOException {
        return OrderReader.read(TREES.readTree(bytes));
    }

    /** Reads one order where the parser stands, in what {@link #bytes} wrote. */
    public static Order read(JsonParser json) throws IOException {
        return OrderReader.read(TREES.readTree(json));
    }
}
