package io.engageroutes.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.engageroutes.receipt.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A dead letter as the broker's dead-letter queue shows it. */
final class DeadLetterJson {

    private static final JsonFactory JSON = new JsonFactory();

    private DeadLetterJson() {}

    static byte[] bytes(FlowMessage message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("id", message.id());
            json.writeStringField("source", message.parcel().source());
            json.writeStringField("document", message.parcel().documentName());
            json.writeStringField("place", message.entry().place());
            json.writeArrayFieldStart("faults");
            for (Fault fault : ((End.Dead) message.end()).faults()) {
                FaultJson.write(json, fault);
            }
            json.writeEndArray();
            if (message.content() != null) {
                json.writeFieldName(message.kind().field());
                json.writeRawValue(new String(message.content().json(), StandardCharsets.UTF_8));
            }
            if (message.entry().original() != null) {
                json.writeStringField("original", message.entry().original());
            }
            json.writeEndObject();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
