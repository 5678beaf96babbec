package io.engageroutes.check;

import io.engageroutes.callback.scheme.Schemes;
import io.engageroutes.callback.scheme.SecretSetting;
import io.engageroutes.callback.scheme.WrongSecret;
import io.engageroutes.receipt.Nearest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether callbacks can be told from those of strangers, and whether somebody reads the inbox that they are put into. */
final class Callbacks {

    private static final String TAKE = "take-callback";
    private static final String ADDRESS = "/?callbacks/.+";
    private static final List<String> OF_SCHEMES =
            List.of("header", "algorithm", "encoding", "prefix", "signed", "idHeader", "timestampHeader");

    private final Surroundings surroundings;
    private final Unread unread;
    private final Consumer<Finding> findings;

    Callbacks(Surroundings surroundings, Unread unread, Consumer<Finding> findings) {
        this.surroundings = surroundings;
        this.unread = unread;
        this.findings = findings;
    }

    void check(List<Endpoint> endpoints) {
        Set<String> read = endpoints.stream()
                .filter(endpoint -> endpoint.consumer() && endpoint.scheme().equals("jms"))
                .map(endpoint -> endpoint.path().isEmpty() ? endpoint.value("destinationName") : endpoint.path())
                .filter(queue -> queue != null)
                .map(queue -> queue.replaceFirst("^queue:", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Endpoint taking : endpoints) {
            if (TAKE.equals(Kamelets.name(taking)) && taking.owner().is(Owner.ROUTE)) {
                address(taking, endpoints);
                inbox(taking, read);
                secrets(taking);
            }
        }
    }

    /** Elsewhere Camel reads whatever is sent, without limit, before the first step. */
    private void address(Endpoint taking, List<Endpoint> endpoints) {
        endpoints.stream()
                .filter(each -> each.consumer() && each.owner().equals(taking.owner()))
                .filter(from -> from.scheme().equals("platform-http"))
                .filter(from -> !from.path().contains("{{") && !from.path().matches(ADDRESS))
                .forEach(from -> findings.accept(from.uri()
                        .wrong(
                                "callbacks are taken at '" + from.path() + "'",
                                "use an address below /callbacks/: what is sent to others is read without limit of size or"
                                        + " time")));
    }

    private void inbox(Endpoint taking, Set<String> read) {
        Option source = taking.option("source").orElse(null);
        if (source == null || source.isResolvedLater()) {
            return;
        }
        String inbox = "callbacks." + source.value();
        if (!read.contains(inbox) && !unread.mayHold(inbox)) {
            findings.accept(source.wrong(
                    "nobody reads the queue " + inbox + ", into which these callbacks are put",
                    Nearest.to(inbox, read)
                            .map(near -> "`" + near + "` is read; call the source the same in both routes")
                            .orElse("add a route from that queue, as sources/shop.camel.yaml has one")));
        }
    }

    private void secrets(Endpoint taking) {
        Option secrets = taking.option("secrets").orElse(null);
        String scheme = taking.value("scheme");
        if (secrets == null || secrets.value() == null || scheme == null || scheme.contains("{{")) {
            return;
        }
        if (!secrets.value().matches("[a-z0-9][a-z0-9.-]*")) {
            findings.accept(
                    secrets.wrong(
                            "`secrets` is no name of a setting", // not quoted: it may be the secret itself
                            "name the setting that holds them, such as shop.secrets, without braces; no secret stands in a route"));
            return;
        }
        Optional<List<String>> held = SecretSetting.of(secrets.value(), surroundings.settings());
        if (held.isEmpty() && secrets.value().equals(taking.value("source") + ".secrets")) {
            held = Optional.of(List.of()); // called as it should be, and not set here: nobody is let in
        }
        if (held.isEmpty()) {
            findings.accept(secrets.wrong(
                    "there is no setting '" + secrets.value() + "'",
                    Nearest.to(secrets.value(), surroundings.names())
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("add it to the settings; blank, nobody is let in")));
            return;
        }
        scheme(taking, scheme, secrets, held.get());
    }

    private void scheme(Endpoint taking, String scheme, Option secrets, List<String> held) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : OF_SCHEMES) {
            taking.option(name).map(Option::value).ifPresent(value -> parameters.put(name, value));
        }
        if (parameters.values().stream().anyMatch(value -> value.contains("{{"))) {
            return;
        }
        try {
            new Schemes(Duration.ZERO, Clock.systemUTC()).of(scheme, held, parameters);
        } catch (WrongSecret wrong) {
            if (!held.isEmpty()) {
                findings.accept(secrets.wrong(
                        wrong.getMessage(), "correct the setting '" + secrets.value() + "' where this check runs"));
            }
        } catch (IllegalArgumentException wrong) {
            if (wrong.getMessage().matches("(algorithm|encoding|scheme " + scheme + ":) .*")) {
                return; // no word of the kamelet's, which is said there
            }
            findings.accept(parameters.keySet().stream()
                    .filter(name -> wrong.getMessage().startsWith(name + " "))
                    .findFirst()
                    .flatMap(taking::option)
                    .map(option -> option.wrong(wrong.getMessage(), "see take-callback in routes/README.md"))
                    .orElseGet(() -> taking.uri().wrong(wrong.getMessage(), "see take-callback in routes/README.md")));
        }
    }
}
