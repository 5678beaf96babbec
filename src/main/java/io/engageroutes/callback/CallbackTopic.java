package io.engageroutes.callback;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** Route steps that look at what a callback is about, and count callbacks. */
public final class CallbackTopic {

    private static final int LONGEST = 200;
    private static final int MOST_NAMED = 30;
    private static final Pattern PLAIN = Pattern.compile("[\\w./-]{1,60}");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
    private static final Map<String, Map<String, String>> HEADERS = Map.of(
            "shopify",
            Map.of("topic", "X-Shopify-Topic", "shop", "X-Shopify-Shop-Domain", "id", "X-Shopify-Webhook-Id"),
            "woocommerce",
            Map.of("topic", "X-WC-Webhook-Topic", "shop", "X-WC-Webhook-Source", "id", "X-WC-Webhook-Delivery-ID"),
            "standard-webhooks",
            Map.of("id", "webhook-id"));

    private final MeterRegistry metrics;
    private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> named = new ConcurrentHashMap<>();

    public CallbackTopic(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Notes the delivery's id, topic and shop, from the headers that the scheme or the source names; before anything is verified. */
    public void note(Exchange exchange) {
        for (String name : List.of("id", "topic", "shop")) {
            String asked = exchange.getProperty("callback-" + name + "Header", "", String.class);
            String header = asked.isBlank()
                    ? HEADERS.getOrDefault(exchange.getProperty("callbackScheme", "", String.class), Map.of())
                            .get(name)
                    : asked;
            Object value = header == null ? null : exchange.getMessage().getHeader(header);
            if (value instanceof String text && !text.isBlank()) {
                exchange.setProperty("callback-" + name, printable(text));
            }
        }
        exchange.setProperty("documentMessageId", exchange.getProperty("callback-id"));
        exchange.setProperty("callbackIsUnwanted", isUnwanted(exchange));
    }

    /** Whether the source does not take what the callback is about; one without topic it always takes. */
    private static boolean isUnwanted(Exchange exchange) {
        String taken = exchange.getProperty("callbackTopics", "", String.class);
        String topic = exchange.getProperty("callback-topic", String.class);
        return !taken.isBlank() && topic != null && !topics(taken).contains(topic);
    }

    /** Counts a callback. Anybody may write a topic as he likes, so only those that the source names, or a few of the shop's own, have a name. */
    public void count(Exchange exchange, String end) {
        String source = exchange.getProperty("callbackSource", "unknown", String.class);
        String topic = label(source, exchange, end.equals("refused"));
        counters.computeIfAbsent(List.of(source, topic, end), tags -> Counter.builder("engage.routes.callbacks")
                        .description(
                                "Callbacks by source, topic and what became of them: taken, ignored, refused or duplicate")
                        .tag("source", tags.get(0))
                        .tag("topic", tags.get(1))
                        .tag("end", tags.get(2))
                        .register(metrics))
                .increment();
    }

    private String label(String source, Exchange exchange, boolean byAnybody) {
        String topic = exchange.getProperty("callback-topic", "", String.class);
        String taken = exchange.getProperty("callbackTopics", "", String.class);
        if (topic.isEmpty()) {
            return "none";
        }
        if (!taken.isBlank() || byAnybody) {
            return topics(taken).contains(topic) ? topic : "other";
        }
        Set<String> seen = named.computeIfAbsent(source, any -> ConcurrentHashMap.newKeySet());
        boolean isNamed = seen.contains(topic)
                || seen.size() < MOST_NAMED && PLAIN.matcher(topic).matches() && seen.add(topic);
        return isNamed ? topic : "other";
    }

    private static List<String> topics(String taken) {
        return Arrays.stream(taken.split(",")).map(String::trim).toList();
    }

    private static String printable(String text) {
        String clean = CONTROLS.matcher(text.trim()).replaceAll("?");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
