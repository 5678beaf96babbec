package io.engageroutes.callback;

import io.engageroutes.callback.scheme.BadSignature;
import io.engageroutes.callback.scheme.CallbackHeaders;
import io.engageroutes.callback.scheme.Scheme;
import io.engageroutes.callback.scheme.Schemes;
import io.engageroutes.callback.scheme.SecretSetting;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
    private final UnaryOperator<String> settings;
    private final Map<String, List<String>> secrets = new ConcurrentHashMap<>();
    private final Map<Asked, Scheme> made = new ConcurrentHashMap<>();

    /** @param settings answers the name of a setting with its value, or null; asked once for each name, for it takes longer than a signature */
    public CallbackScheme(Schemes schemes, UnaryOperator<String> settings) {
        this.schemes = schemes;
        this.settings = settings;
    }

    private record Asked(String scheme, List<String> secrets, Map<String, String> parameters) {}

    /**
     * @throws BadSignature with a reason that may be shown
     * @throws BadScheme when the source is set up wrongly, so that nobody can be let in
     */
    public void verify(Exchange exchange) {
        String setting = property(exchange, "callbackSecrets");
        List<String> live = secrets.computeIfAbsent(
                setting, name -> SecretSetting.of(name, settings).orElse(List.of()));
        if (live.isEmpty()) {
            throw new BadSignature("no secret is set here: set " + setting);
        }
        Map<String, String> parameters = new HashMap<>();
        PARAMETERS.forEach(name -> parameters.put(name, property(exchange, "callback-" + name)));
        Asked asked = new Asked(property(exchange, "callbackScheme"), live, parameters);
        scheme(asked, setting)
                .verify(headers(exchange.getMessage()), exchange.getMessage().getBody(byte[].class));
    }

    private Scheme scheme(Asked asked, String setting) {
        try {
            return made.computeIfAbsent(asked, key -> schemes.of(key.scheme, key.secrets, key.parameters));
        } catch (IllegalArgumentException wrong) {
            throw new BadScheme(setting, wrong.getMessage());
        }
    }

    private static String property(Exchange exchange, String name) {
        return exchange.getProperty(name, "", String.class);
    }

    /** Notes as {@code callbackIsPing} whether it is the unsigned form with which WooCommerce tries an address out when a webhook is made. */
    public void notePing(Exchange exchange) {
        exchange.setProperty("callbackIsPing", isPing(exchange));
    }

    private static boolean isPing(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        String type = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, "", String.class);
        return OF_PINGS.contains(property(exchange, "callbackScheme"))
                && type.startsWith("application/x-www-form-urlencoded")
                && body.length < 100
                && new String(body, StandardCharsets.US_ASCII).matches("webhook_id=[0-9]+");
    }

    /** Camel keeps a header that came more than once as a list, under the name that its first sender wrote. */
    private static CallbackHeaders headers(Message message) {
        return name -> message.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue() instanceof Iterable<?> several
                        ? stream(several)
                        : Stream.of(header.getValue()))
                .map(String::valueOf)
                .toList();
    }

    private static Stream<?> stream(Iterable<?> values) {
        return StreamSupport.stream(values.spliterator(), false);
    }
}
