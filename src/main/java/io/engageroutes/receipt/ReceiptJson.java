package io.engageroutes.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The canonical receipt as JSON, the form it has on the queues: every field is called as the record's component, amounts and
 * quantities are decimal strings, what is null or an empty list is left out.
 *
 * <p>Equal receipts give equal bytes, so the bytes may be hashed. Reading what was written gives an equal receipt.
 */
public final class ReceiptJson {

    private static final int USUAL_SIZE = 2048;
    private static final JsonFactory JSON = new JsonFactory();

    private ReceiptJson() {}

    /**
     * Writes one receipt as an object, wherever the generator stands.
     *
     * @throws IOException when the output failed, or an amount has an exponent beyond {@code ±100} and so no plain form
     */
    public static void write(Receipt receipt, JsonGenerator json) throws IOException {
        ReceiptWriter.write(receipt, json);
    }

    /**
     * One receipt in UTF-8, without a line break in it.
     *
     * @throws UncheckedIOException when an amount has an exponent beyond {@code ±100}
     */
    public static byte[] bytes(Receipt receipt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            ReceiptWriter.write(receipt, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads one receipt, strictly: an unknown field, a wrong type or a malformed value ends it.
     *
     * @param json stands on the receipt's {@code START_OBJECT} and is left on its {@code END_OBJECT}
     * @throws IOException naming the field, as a path, and what should stand there; never a contact key
     */
    public static Receipt read(JsonParser json) throws IOException {
        return ReceiptReader.read(new JsonFields(json));
    }

    /** Reads the one receipt that the bytes hold, as {@link #bytes} made them. */
    public static Receipt read(byte[] bytes) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            json.nextToken();
            Receipt receipt = read(json);
            if (json.nextToken() != null) {
                throw new IOException("receipt: something follows after its end");
            }
            return receipt;
        }
    }
}
