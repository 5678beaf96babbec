package io.engageroutes.callback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A callback and what its shop answered, in one JSON object. Bytes are joined as they came, so that no number is changed. */
final class JoinedJson {

    private static final JsonFactory JSON = new JsonFactory();

    private JoinedJson() {}

    /**
     * @param document the callback alone, or with the answers before
     * @param alone whether it is the callback alone
     * @param name under which the answer stands
     * @throws BrokenDocument when the answer is not one JSON value
     */
    static byte[] of(byte[] document, boolean alone, String name, byte[] answer) {
        demandOneValue(answer, name);
        ByteArrayOutputStream joined = new ByteArrayOutputStream(document.length + answer.length + 64);
        if (alone) {
            joined.writeBytes("{\"callback\":".getBytes(StandardCharsets.UTF_8));
            joined.writeBytes(document);
        } else {
            joined.write(document, 0, document.length - 1);
        }
        joined.writeBytes((",\"" + name + "\":").getBytes(StandardCharsets.UTF_8));
        joined.writeBytes(answer);
        joined.write('}');
        return joined.toByteArray();
    }

    private static void demandOneValue(byte[] answer, String name) {
        try (JsonParser parser = JSON.createParser(answer)) {
            boolean value = parser.nextToken() != null;
            parser.skipChildren();
            if (value && parser.nextToken() == null) {
                return;
            }
        } catch (IOException e) {
            // said below: what is quoted of it may be personal data
        }
        throw new BrokenDocument(new Fault(
                "fetch-not-json",
                name,
                null,
                "the shop answered something that is not one JSON value: see what stands at the address"));
    }
}
