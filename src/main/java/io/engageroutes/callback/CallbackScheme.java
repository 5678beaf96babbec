package io.engageroutes.callback;

import io.engageroutes.callback.scheme.BadSignature;
import io.engageroutes.callback.scheme.CallbackHeaders;
import io.engageroutes.callback.scheme.Scheme;
import io.engageroutes.callback.scheme.Schemes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Route step: lets only callbacks pass that are the shop's own. The scheme and what is set about it are the parameters of the kamelet
 * {@code take-callback}; its secrets are looked up by the name of their setting and stand in no route.
 */
public final class CallbackScheme {

    private static final List<String> PARAMETERS =
            List.of("header", "algorithm", "encoding", "prefix", "signed", "idHeader", "timestampHeader");
    private static final Set<String> OF_PINGS = Set.of("woocommerce");

    private final Schemes schemes;
    private final Map<Map<String, String>, Scheme> made = new ConcurrentHashMap<>();

    public CallbackScheme(Schemes schemes) {
        this.schemes = schemes;
    }

    /**
     * @throws BadSignature with a reason that may be shown
     * @throws BadScheme when the source is set up wrongly, so that nobody can be let in
     */
    public void verify(Exchange exchange) {
        String setting = property(exchange, "callbackSecrets");
        String secrets = exchange.getContext().resolvePropertyPlaceholders("{{" + setting + ":}}");
        if (secrets.isBlank()) {
            throw new BadSignature("no secret is set here: set " + setting);
        }
        Map<String, String> asked = new HashMap<>();
        PARAMETERS.forEach(name -> asked.put(name, property(exchange, "callback-" + name)));
        asked.put("scheme", property(exchange, "callbackScheme"));
        asked.put("secrets", secrets);
        scheme(asked, setting)
                .verify(headers(exchange.getMessage()), exchange.getMessage().getBody(byte[].class));
    }

    private Scheme scheme(Map<String, String> asked, String setting) {
        try {
            return made.computeIfAbsent(asked, key -> schemes.of(key.get("scheme"), list(key.get("secrets")), key));
        } catch (IllegalArgumentException wrong) {
            throw new BadScheme(setting, wrong.getMessage());
        }
    }

    /** Several stand one after another with commas; a key in PEM has lines of its own. */
    private static List<String> list(String secrets) {
        return Arrays.stream(secrets.split(",")).map(String::trim).toList();
    }

    private static String property(Exchange exchange, String name) {
        return exchange.getProperty(name, "", String.class);
    }

    /** Whether it is the unsigned form with which WooCommerce tries an address out when a webhook is made. */
    public boolean isPing(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        String type = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, "", String.class);
        return OF_PINGS.contains(property(exchange, "callbackScheme"))
                && type.startsWith("application/x-www-form-urlencoded")
                && body.length < 100
                && new String(body, java.nio.charset.StandardCharsets.US_ASCII).matches("webhook_id=[0-9]+");
    }

    /** Camel keeps a header that came more than once as a list, under the name that its first sender wrote. */
    private static CallbackHeaders headers(Message message) {
        return name -> message.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue() instanceof Iterable<?> several
                        ? Stream.of(several).flatMap(values -> stream(values))
                        : Stream.of(header.getValue()))
                .map(String::valueOf)
                .toList();
    }

    private static Stream<?> stream(Iterable<?> values) {
        return java.util.stream.StreamSupport.stream(values.spliterator(), false);
    }
}
