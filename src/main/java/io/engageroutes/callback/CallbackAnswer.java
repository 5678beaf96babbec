package io.engageroutes.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.delivery.FaultJson;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.RejectedReceipt;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Route steps that answer a callback: JSON with a status of ours, and no header that came in goes out. */
public final class CallbackAnswer {

    private static final Logger LOG = LoggerFactory.getLogger("io.engageroutes.callbacks");

    private static final Pattern ID = Pattern.compile("[\\w.:-]{1,100}");

    private final ObjectMapper json = new ObjectMapper();

    /** 202: it is durable. {@code {"delivery": "..."}}, the name under which the ledger will know the document. */
    public void accepted(Exchange exchange) {
        ObjectNode body = json.createObjectNode();
        body.put("delivery", exchange.getProperty("documentMessageId", String.class));
        answer(exchange, 202, body);
    }

    /** 200: nothing was taken, and nothing is wrong. {@code {"ignored": "..."}} with the reason. */
    public void ignored(Exchange exchange, String why) {
        ObjectNode body = json.createObjectNode();
        body.put("ignored", why);
        answer(exchange, 200, body);
    }

    /** Says so in the log too, without values. {@code {"code": "...", "message": "...", "faults": [{"code", "place", "value", "rule"}]}}; faults only where there are some. */
    public void refuse(Exchange exchange, int status, String code) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        List<Fault> faults = faults(cause);
        LOG.warn("refused {} callback {}: {}", status, id(exchange), why(status, cause, faults));
        ObjectNode body = json.createObjectNode();
        body.put("code", code);
        body.put("message", message(status, cause));
        if (!faults.isEmpty()) {
            ArrayNode list = body.putArray("faults");
            for (Fault fault : faults) {
                ObjectNode row = list.addObject();
                row.put("code", fault.code());
                row.put("place", fault.place());
                row.put("value", fault.value());
                row.put("rule", fault.rule());
            }
        }
        answer(exchange, status, body);
        if (status == 503) {
            exchange.getMessage().setHeader("Retry-After", "30");
        }
        if (cause instanceof WrongContentType wrong) {
            exchange.getMessage().setHeader("Accept", wrong.wanted());
            exchange.getMessage().setHeader("Accept-Encoding", "identity");
        }
    }

    /** Anybody can write what he likes into a header; only what looks like an id gets into the log. */
    private static String id(Exchange exchange) {
        String id = exchange.getProperty("documentMessageId", "", String.class);
        return ID.matcher(id).matches() ? id : "without id";
    }

    private static String why(int status, Exception cause, List<Fault> faults) {
        return !faults.isEmpty()
                ? FaultJson.reason(faults)
                : status == 503 && !(cause instanceof BadScheme) ? cause.toString() : cause.getMessage();
    }

    private static String message(int status, Exception cause) {
        return switch (status) {
            case 422 -> "nothing was taken: mend what the faults name and send it again";
            case 503 -> "it could not be stored safely just now: send it again later";
            default -> cause.getMessage();
        };
    }

    private static List<Fault> faults(Exception cause) {
        if (cause instanceof RejectedReceipt rejected) {
            return rejected.faults();
        }
        return cause instanceof BrokenDocument broken ? List.of(broken.fault()) : List.of();
    }

    private void answer(Exchange exchange, int status, ObjectNode body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        try {
            message.setBody(json.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
