package io.engageroutes;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.RouteFiles.Flow;
import io.engageroutes.RouteFiles.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shipped routes promise beyond what {@code check} holds everybody's to, read as plain YAML, without Camel. */
class RouteFilesTest {

    /** Settings that choose a direct route, with every value that they may have. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "{{currency.missing-rate}}", List.of("hold", "omit", "dead-letter"),
            "{{engage.unknown-contact}}", List.of("send", "verify", "create"),
            "{{engage.api-version}}", List.of("v2", "v3"),
            "{{contacts.compare-with}}", List.of("engage", "sent"));

    /** Where a message goes to Engage; each asks for permission first. */
    private static final Set<String> DOORS = Set.of("deliver-receipt", "deliver-contact");

    private static final String BEFORE_EVERY_CALL = "begin-order-call";

    @Test
    void thereAreRoutesAndKamelets() {
        assertThat(RouteFiles.routes()).hasSizeGreaterThan(10);
        assertThat(RouteFiles.kamelets()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(RouteFiles.configurations()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aRouteFileBeginsWithOneCommentBlockAndHasNoOther() throws IOException {
        for (Path file : RouteFiles.named(".camel.yaml")) {
            List<String> lines = Files.readAllLines(file);
            long block = lines.stream().takeWhile(line -> line.startsWith("# ")).count();
            assertThat(block).as("comment lines at the top of " + file).isPositive();
            assertThat(lines.stream().skip(block).filter(line -> line.strip().startsWith("#")))
                    .as("the visual editor drops them in " + file)
                    .isEmpty();
        }
    }

    @Test
    void everyPolicyIsNamedByARoute() {
        Set<String> named = RouteFiles.routes().stream()
                .map(route -> route.yaml().path("routeConfigurationId").asText())
                .collect(Collectors.toSet());
        assertThat(RouteFiles.configurations())
                .allSatisfy(policy -> assertThat(policy.path("id").asText()).isIn(named));
    }

    @Test
    void aRouteHasAboutTenSteps() {
        assertThat(RouteFiles.routes())
                .allSatisfy(route -> assertThat(route.from().path("steps").size())
                        .as(route.toString())
                        .isBetween(1, 10));
    }

    /** Permission comes once for a message, a turn within the limit before each call. */
    @Test
    void beforeEveryCallToEngageComesATurnWithinTheLimit() {
        List<Flow> callers = RouteFiles.routes().stream()
                .filter(route -> route.steps().stream().anyMatch(RouteFilesTest::callsEngage))
                .toList();
        assertThat(callers).hasSizeGreaterThanOrEqualTo(3).allSatisfy(route -> {
            int turns = 0;
            for (Step step : steps(route)) {
                if (step.kind().equals("bean")
                        && step.yaml().path("ref").asText().equals("engageLimit")) {
                    turns++;
                } else if (callsEngage(step)) {
                    assertThat(turns--)
                            .as("turns taken before the call in " + route)
                            .isPositive();
                }
            }
            assertThat(turns).isZero();
        });
    }

    @Test
    void headersAreRemovedAndOurOwnSetBeforeEveryCallToEngage() {
        for (Flow route : RouteFiles.routes()) {
            List<Step> steps = steps(route);
            for (int at = 0; at < steps.size(); at++) {
                if (callsEngage(steps.get(at))) {
                    List<Step> before = steps.subList(0, at);
                    int removed = lastIndex(
                            before,
                            step -> step.kind().equals("removeHeaders")
                                    && step.yaml().path("pattern").asText().equals("*"));
                    int ours = lastIndex(before, step -> "engage-headers".equals(step.direct()));
                    assertThat(removed).as("removeHeaders in " + route).isNotNegative();
                    assertThat(ours).as("engage-headers in " + route).isGreaterThan(removed);
                }
            }
        }
    }

    private static int lastIndex(List<Step> steps, Predicate<Step> wanted) {
        for (int at = steps.size() - 1; at >= 0; at--) {
            if (wanted.test(steps.get(at))) {
                return at;
            }
        }
        return -1;
    }

    /** Those of a route, with what it does before each call in a route of its own. */
    private static List<Step> steps(Flow route) {
        return route.steps().stream()
                .flatMap(step -> BEFORE_EVERY_CALL.equals(step.direct())
                        ? RouteFiles.routes().stream()
                                .filter(other -> other.id().equals(BEFORE_EVERY_CALL))
                                .flatMap(other -> other.steps().stream())
                        : Stream.of(step))
                .toList();
    }

    /** Whether it asks for permission before each call, for it makes several for one message. */
    private static boolean asksItself(Flow route) {
        return route.steps().stream().anyMatch(step -> BEFORE_EVERY_CALL.equals(step.direct()));
    }

    private static boolean callsEngage(Step step) {
        return step.kind().equals("to") && step.uri().contains("{{engage.base-url}}");
    }

    @Test
    void nobodyReachesACallToEngageWithoutPermission() {
        Set<String> permitted = new LinkedHashSet<>();
        Set<String> calling = new LinkedHashSet<>();
        Map<String, Flow> byName = new HashMap<>();
        RouteFiles.routes().forEach(route -> {
            String name = new Step("from", route.from()).direct();
            byName.put(name == null ? route.id() : name, route);
            if (route.steps().stream().anyMatch(RouteFilesTest::callsEngage) && !asksItself(route)) {
                calling.add(name);
            }
        });
        for (String door : DOORS) {
            reach(door, byName, permitted);
            List<Step> first = byName.get(door).steps();
            int permit = lastIndex(
                    first,
                    step -> step.kind().equals("bean")
                            && step.yaml().path("method").asText().equals("permit"));
            List<Step> before = first.subList(0, permit);
            assertThat(permit).as("permit in " + door).isBetween(0, first.size() - 2);
            assertThat(before).noneMatch(step -> step.direct() != null);
        }
        assertThat(permitted).as("what " + DOORS + " lead to").containsAll(calling);
        for (Flow route : RouteFiles.routes()) {
            String name = new Step("from", route.from()).direct();
            boolean asks = BEFORE_EVERY_CALL.equals(name);
            if (!asks && (name == null || !permitted.contains(name))) {
                assertThat(route.steps())
                        .as("calls from " + route + " around the permission")
                        .noneMatch(step -> step.direct() != null
                                && permitted.contains(step.direct())
                                && !DOORS.contains(step.direct()));
            }
        }
    }

    private static void reach(String name, Map<String, Flow> byName, Set<String> reached) {
        if (reached.add(name)) {
            byName.get(name).steps().stream()
                    .map(Step::direct)
                    .filter(called -> called != null)
                    .flatMap(called -> everyChoice(called).stream())
                    .forEach(called -> reach(called, byName, reached));
        }
    }

    /** Every route that a name with a setting in it may mean. */
    private static Collection<String> everyChoice(String name) {
        for (Map.Entry<String, List<String>> choice : CHOICES.entrySet()) {
            if (name.contains(choice.getKey())) {
                return choice.getValue().stream()
                        .map(value -> name.replace(choice.getKey(), value))
                        .toList();
            }
        }
        return List.of(name);
    }
}
