package io.engageroutes.check;

import io.engageroutes.receipt.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What Camel takes without a word and what loses receipts or lets strangers in. */
final class Safety {

    private static final Set<String> JMS = Set.of("jms", "activemq", "activemq6", "amqp", "sjms", "sjms2");
    private static final Set<String> LOCKS = Set.of("none", "changed", "rename");
    private static final String QUEUE = "((queue|topic):)?[\\w.-]+";

    private final Consumer<Finding> findings;

    Safety(Consumer<Finding> findings) {
        this.findings = findings;
    }

    void check(Endpoint endpoint) {
        if (JMS.contains(endpoint.scheme())) {
            jms(endpoint);
        } else if (endpoint.scheme().equals("sftp")) {
            sftp(endpoint);
        } else if (endpoint.scheme().matches("ftps?")) {
            findings.accept(
                    endpoint.uri().wrong("'" + endpoint.scheme() + "' is not safe", "use sftp, with known host keys"));
        }
    }

    void check(Element element) {
        if (element.is("CircuitBreakerDefinition")
                && !element.part().has("onFallback")
                && !element.part()
                        .get("resilience4jConfiguration")
                        .get("throwExceptionWhenHalfOpenOrOpenState")
                        .text("")
                        .equals("true")) {
            findings.accept(element.part()
                    .name()
                    .wrong(
                            "an open circuit breaker without fallback counts refused calls as delivered",
                            "set `throwExceptionWhenHalfOpenOrOpenState: true` under `resilience4jConfiguration`"));
        }
        if (element.is("DeadLetterChannelDefinition")
                && !element.part().get("deadLetterHandleNewException").text("").equals("false")) {
            findings.accept(element.part()
                    .name()
                    .wrong(
                            "a message is lost when the dead-letter queue itself cannot be reached",
                            "set `deadLetterHandleNewException: false`"));
        }
    }

    private void jms(Endpoint endpoint) {
        String queue = endpoint.path().isEmpty() ? endpoint.value("destinationName") : endpoint.path();
        if (queue != null) {
            String plain = Placeholders.TEXT.matcher(queue).replaceAll("x").replaceAll("[$][{].*?}", "x");
            if (!plain.matches(QUEUE)) {
                findings.accept(endpoint.place("destinationName")
                        .wrong(
                                "'" + queue + "' is no good name of a queue",
                                "use letters, digits, dots, hyphens and underscores"));
            }
        }
        if (endpoint.consumer()) {
            Map<String, String> wanted = new LinkedHashMap<>();
            wanted.put("transacted", "true");
            wanted.put("lazyCreateTransactionManager", "false");
            wanted.put("cacheLevelName", "CACHE_CONSUMER");
            wanted.put("mapJmsMessage", "false");
            demand(
                    endpoint,
                    wanted,
                    "a message from '" + endpoint.scheme() + "' can be lost, or opened as a Java object");
        }
    }

    private void sftp(Endpoint endpoint) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("strictHostKeyChecking", "yes");
        wanted.put("useUserKnownHostsFile", "false");
        demand(endpoint, wanted, "the host key of the SFTP server is not checked");
        if (endpoint.option("knownHostsFile").isEmpty()) {
            findings.accept(
                    endpoint.uri().wrong("the host key of the SFTP server is not known", "add `knownHostsFile`"));
        }
        endpoint.option("readLock")
                .filter(lock -> !lock.isResolvedLater() && !LOCKS.contains(lock.value()))
                .ifPresent(lock -> findings.accept(lock.wrong(
                        "`readLock` is '" + lock.value() + "', which SFTP ignores without a word",
                        "there are " + Nearest.list(LOCKS))));
    }

    private void demand(Endpoint endpoint, Map<String, String> wanted, String danger) {
        wanted.forEach((name, value) -> {
            Option given = endpoint.option(name).orElse(null);
            if (given == null) {
                findings.accept(endpoint.uri().wrong(danger, "add `" + name + ": " + value + "`"));
            } else if (!value.equals(given.value())) {
                findings.accept(
                        given.wrong("`" + name + "` is '" + given.value() + "'; " + danger, value + " is meant"));
            }
        });
    }
}
