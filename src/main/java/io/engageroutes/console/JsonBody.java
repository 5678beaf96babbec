package io.engageroutes.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The JSON object that came with a request that changes something. Strict: a field misspelt would change other things than were
 * meant. Objects in it keep their text, so that amounts are read from what was sent.
 */
final class JsonBody {

    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> objects = new HashMap<>();

    private JsonBody() {}

    /**
     * Reads the body; none at all is as good as an empty object.
     *
     * @throws Refused when it is not called JSON, even if it is empty: any web page can make a browser send something else, with
     *     the password that it remembers
     */
    static JsonBody read(HttpServletRequest request, String... names) throws IOException {
        String text = decode(bytes(request));
        return text.isBlank() ? new JsonBody() : object("the body", text, names);
    }

    /** The bytes of a body that is called JSON, for those who read it otherwise. */
    static byte[] bytes(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            throw new Refused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "not-json",
                    "send the header Content-Type: application/json, with an empty body too");
        }
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refused(
                    HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "the body has more than " + MOST_BYTES + " bytes");
        }
        return bytes;
    }

    private static boolean isJson(String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.badRequest("not-json", "the body must be UTF-8");
        }
    }

    private static JsonBody object(String what, String text, String... names) throws IOException {
        JsonBody body = new JsonBody();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw Refused.badRequest("not-json", what + " must be one JSON object");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                body.field(json, text, List.of(names));
            }
            if (json.nextToken() != null) {
                throw Refused.badRequest("not-json", what + " must be one JSON object, with nothing after it");
            }
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw Refused.badRequest("not-json", what + " is not well-formed JSON" + place);
        }
        return body;
    }

    private void field(JsonParser json, String text, List<String> names) throws IOException {
        String name = json.currentName();
        if (!names.contains(name)) {
            throw Refused.badRequest(
                    "unknown-field", "'" + name + "' is not known here; there are " + String.join(", ", names));
        }
        switch (json.nextToken()) {
            case VALUE_STRING -> texts.put(name, json.getText());
            case START_OBJECT -> {
                int start = (int) json.currentTokenLocation().getCharOffset();
                json.skipChildren();
                objects.put(
                        name, text.substring(start, (int) json.currentLocation().getCharOffset()));
            }
            default -> throw wrongType(name);
        }
    }

    private static Refused wrongType(String name) {
        return Refused.badRequest(
                "invalid-field",
                "'" + name
                        + "' has the wrong type: strings and objects as docs/http.md shows; leave out what you do not give");
    }

    /** Null when it was not given. */
    String text(String name) {
        if (objects.containsKey(name)) {
            throw wrongType(name);
        }
        return texts.get(name);
    }

    /** The text of an object, null when it was not given. */
    String object(String name) {
        if (texts.containsKey(name)) {
            throw wrongType(name);
        }
        return objects.get(name);
    }

    /** The texts of an object of its own; null when it was not given. A blank one would mean anything, and is refused. */
    Map<String, String> texts(String name, List<String> names) throws IOException {
        String text = object(name);
        if (text == null) {
            return null;
        }
        JsonBody fields = object("'" + name + "'", text, names.toArray(String[]::new));
        names.forEach(field -> {
            String value = fields.text(field);
            if (value != null && value.isBlank()) {
                throw Refused.badRequest("invalid-field", "'" + field + "' is blank: leave it out if any will do");
            }
        });
        return Map.copyOf(fields.texts);
    }
}
