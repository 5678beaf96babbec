package io.engageroutes.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.workbench.CannotTry;
import io.engageroutes.workbench.Json;
import io.engageroutes.workbench.TryOut;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries a document in the sandbox: tells what would become of its receipts, and sends and stores nothing. */
@RestController
@Profile("sandbox")
class TryController {

    private static final int MOST_BYTES = 10 << 20;
    private static final int MOST_SHOWN = 100;
    private static final List<String> NAMES = List.of("source", "format", "layout", "name", "show");
    private static final String ENVELOPE = "envelope";

    private final TryOut tryOut;

    TryController(TryOut tryOut) {
        this.tryOut = tryOut;
    }

    /** The body is the document as it is, packed or not, whatever type it claims to have. */
    @PostMapping(path = "/api/try", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] tryDocument(HttpServletRequest request) throws IOException {
        // first, or a body that calls itself a form would be taken for parameters
        byte[] document = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (document.length > MOST_BYTES) {
            throw new Refused(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "document-too-large",
                    "at most " + (MOST_BYTES >> 20) + " MiB: try a larger one with the command try");
        }
        Parameters parameters = Parameters.of(request, NAMES, List.of(ENVELOPE));
        String source = parameters.text("source");
        if (source == null) {
            throw Refused.badRequest("source-missing", "name the source: /api/try?source=till-csv");
        }
        try {
            ObjectNode answer = tryOut.json(
                    source,
                    parameters.text("format"),
                    parameters.text("layout"),
                    envelope(parameters.all(ENVELOPE)),
                    parameters.text("name") == null ? "document" : parameters.text("name"),
                    new ByteArrayInputStream(document),
                    show(parameters.text("show")));
            return Json.bytes(answer);
        } catch (CannotTry cannot) {
            throw Refused.unprocessable("cannot-try", cannot.getMessage());
        }
    }

    private static Map<String, String> envelope(List<String> entries) {
        Map<String, String> envelope = new HashMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw Refused.badRequest(
                        "invalid-parameter", "envelope='" + entry + "' must be key=value, such as topic=orders/paid");
            }
            envelope.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return envelope;
    }

    private static int show(String show) {
        if (show == null) {
            return 0;
        }
        if (!show.matches("[0-9]{1,3}") || Integer.parseInt(show) > MOST_SHOWN) {
            throw Refused.badRequest("invalid-parameter", "show='" + show + "' must be a number up to " + MOST_SHOWN);
        }
        return Integer.parseInt(show);
    }
}
