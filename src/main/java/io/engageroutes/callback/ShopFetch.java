package io.engageroutes.callback;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * Route steps of the kamelet fetch-json: ask the shop for what a callback only names, and put the answer beside the callback in one
 * JSON document. The properties {@code fetchUrl}, {@code fetchInto}, {@code fetchWhen}, {@code fetchMost}, {@code fetchHeader} and {@code
 * fetchValue} say how.
 */
public final class ShopFetch {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final ShopCalls calls;
    private final Clock clock;

    public ShopFetch(ShopCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Makes the message the question. The property {@code fetchAsks} says whether there is one: not when an earlier question was
     * answered for good, when the callback has nothing to ask for, or when the shop's address is not set.
     *
     * @throws BrokenDocument when the callback is no JSON, or has no id to ask for
     * @throws ShopIsAway when the shop wants to be left alone
     */
    public void ask(Exchange exchange) {
        Message message = exchange.getMessage();
        exchange.setProperty("fetchAsks", false);
        byte[] document = exchange.getProperty("fetchDocument", byte[].class);
        if (document == null) {
            document = message.getBody(byte[].class);
            exchange.setProperty("fetchDocument", document);
            exchange.setProperty("fetchCallback", document);
        }
        String template = exchange.getProperty("fetchUrl", "", String.class);
        boolean asks = exchange.getProperty("documentRefused") == null && template.contains("://");
        CallbackFields fields = asks ? CallbackFields.of(exchange.getProperty("fetchCallback", byte[].class)) : null;
        asks = asks && fields.has(exchange.getProperty("fetchWhen", "", String.class));
        if (!asks) {
            message.setBody(document);
            return;
        }
        String address = fields.filled(template);
        String host = URI.create(address).getAuthority();
        exchange.setProperty("fetchHost", host);
        calls.permit(host);
        message.removeHeaders("*"); // nothing that came in from outside may steer the call
        message.setHeader(Exchange.HTTP_URI, address);
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader("Accept", "application/json");
        String name = exchange.getProperty("fetchHeader", "none", String.class);
        if (!name.equals("none")) {
            message.setHeader(name, exchange.getProperty("fetchValue", String.class));
        }
        exchange.removeProperty("fetchValue");
        message.setBody(null);
        exchange.setProperty("fetchAsks", true);
    }

    /**
     * Puts the answer beside the callback; there is none when it was given up.
     *
     * @throws BrokenDocument when it is too large or no JSON
     * @throws IOException when it broke off
     */
    public void take(Exchange exchange) throws IOException {
        if (exchange.getProperty("documentRefused") != null) {
            return;
        }
        int most = exchange.getProperty("fetchMost", Integer.class);
        byte[] answer;
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            answer = body == null ? new byte[0] : body.readNBytes(most + 1);
        }
        calls.answered(exchange.getProperty("fetchHost", String.class));
        String into = exchange.getProperty("fetchInto", String.class);
        if (answer.length > most) {
            throw new BrokenDocument(new Fault(
                    "fetch-too-large",
                    into,
                    null,
                    "the shop's answer has more than " + most
                            + " bytes: ask it for less, or raise mostBytes of fetch-json"));
        }
        byte[] callback = exchange.getProperty("fetchCallback", byte[].class);
        byte[] before = exchange.getProperty("fetchDocument", byte[].class);
        byte[] document = JoinedJson.of(before, before == callback, into, answer);
        exchange.setProperty("fetchDocument", document);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(document);
    }

    /** The shop has troubles of its own, or is asked too often (429). */
    public void away(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (!(cause instanceof ShopIsAway)) {
            calls.away(host(exchange), said(cause), pause(cause));
        }
    }

    /** The shop does not accept our key or address. */
    public void refused(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        calls.refused(host(exchange), said(cause));
    }

    /** What the callback names cannot be had: the document is to be a dead letter, with the callback as it came. */
    public void giveUp(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        exchange.setProperty(
                "documentRefused", fault(cause, exchange.getProperty("fetchInto", "callback", String.class)));
        byte[] callback = exchange.getProperty("fetchCallback", byte[].class);
        exchange.setProperty("fetchDocument", callback);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(callback);
    }

    private static Fault fault(Exception cause, String into) {
        return cause instanceof HttpOperationFailedException answer
                ? new Fault(
                        "fetch-" + answer.getStatusCode(),
                        into,
                        Integer.toString(answer.getStatusCode()),
                        "the shop has nothing under the id that its callback names, or refuses to say: look there, and let it call"
                                + " back again")
                : ((BrokenDocument) cause).fault();
    }

    private static String host(Exchange exchange) {
        return exchange.getProperty("fetchHost", "the shop", String.class);
    }

    private static String said(Exception cause) {
        return cause instanceof HttpOperationFailedException answer
                ? "status " + answer.getStatusCode()
                : cause.getClass().getSimpleName();
    }

    /** {@code Retry-After}, in seconds or as a date. */
    private Duration pause(Exception cause) {
        if (!(cause instanceof HttpOperationFailedException answer) || answer.getResponseHeaders() == null) {
            return Duration.ZERO;
        }
        String value = answer.getResponseHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("0")
                .strip();
        try {
            Duration pause = value.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
            return pause.isNegative() ? Duration.ZERO : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
    }
}
