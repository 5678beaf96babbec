package io.engageroutes.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Faults as JSON, on the queue, in the database and in answers. */
public final class FaultJson {

    private static final int LONGEST_REASON = 500;
    private static final JsonFactory JSON = new JsonFactory();

    private FaultJson() {}

    static void write(JsonGenerator json, Fault fault) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", fault.code());
        json.writeStringField("place", fault.place());
        if (fault.value() != null) {
            json.writeStringField("value", fault.value());
        }
        json.writeStringField("rule", fault.rule());
        json.writeEndObject();
    }

    public static String text(List<Fault> faults) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Fault fault : faults) {
                write(json, fault);
            }
            json.writeEndArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }

    static List<Fault> readAll(JsonParser json) throws IOException {
        List<Fault> faults = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String code = null;
            String place = null;
            String value = null;
            String rule = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "code" -> code = json.getValueAsString();
                    case "place" -> place = json.getValueAsString();
                    case "value" -> value = json.getValueAsString();
                    case "rule" -> rule = json.getValueAsString();
                    default -> json.skipChildren();
                }
            }
            faults.add(new Fault(code, place, value, rule));
        }
        return faults;
    }

    /** The codes of the faults, each once, to list and count by. */
    public static String reason(List<Fault> faults) {
        String codes = faults.stream().map(Fault::code).distinct().sorted().collect(Collectors.joining(","));
        return codes.length() <= LONGEST_REASON ? codes : codes.substring(0, LONGEST_REASON);
    }
}
