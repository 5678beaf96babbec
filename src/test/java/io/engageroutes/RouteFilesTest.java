package io.engageroutes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.RouteFiles.Flow;
import io.engageroutes.RouteFiles.Step;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What every file in {@code routes/} must be, read as plain YAML, without Camel. */
class RouteFilesTest {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}?:]+)[^}]*}}");

    /** Settings that choose a direct route, with every value that they may have. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "{{currency.missing-rate}}", List.of("hold", "omit", "dead-letter"),
            "{{engage.unknown-contact}}", List.of("send", "verify", "create"));

    @Test
    void thereAreRoutesAndKamelets() {
        assertThat(RouteFiles.routes()).hasSizeGreaterThan(10);
        assertThat(RouteFiles.kamelets()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(RouteFiles.configurations()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aFileNameHasOneEndingOnly() {
        assertThat(RouteFiles.named(".yaml"))
                .filteredOn(file -> !file.startsWith("routes/layouts"))
                .allSatisfy(file ->
                        assertThat(file.getFileName().toString()).matches("[a-z0-9-]+[.](camel|kamelet)[.]yaml"));
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
    void everyRouteSaysWhatItIs() {
        assertThat(RouteFiles.routes()).allSatisfy(route -> {
            assertThat(route.id()).matches(KEBAB_CASE);
            assertThat(route.yaml().path("description").asText()).isNotBlank();
        });
        assertThat(RouteFiles.routes()).extracting(Flow::id).doesNotHaveDuplicates();
    }

    @Test
    void everyRouteNamesAPolicyThatExists() {
        Set<String> policies = RouteFiles.configurations().stream()
                .map(policy -> policy.path("id").asText())
                .collect(Collectors.toSet());
        assertThat(policies).doesNotContain("").hasSameSizeAs(RouteFiles.configurations());
        assertThat(RouteFiles.routes()).allSatisfy(route -> assertThat(
                        route.yaml().path("routeConfigurationId").asText())
                .isIn(policies));
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

    @Test
    void aJmsConsumerIsTransactedAndCachedAndMapsNothing() {
        List<Flow> consumers = RouteFiles.all().stream()
                .filter(flow -> flow.from().path("uri").asText().matches("(jms|activemq|amqp)(:.*)?"))
                .toList();
        assertThat(consumers).hasSizeGreaterThanOrEqualTo(2).allSatisfy(flow -> {
            JsonNode options = flow.from().path("parameters");
            assertThat(options.path("transacted").asText()).as(flow.toString()).isEqualTo("true");
            assertThat(options.path("lazyCreateTransactionManager").asText()).isEqualTo("false");
            assertThat(options.path("cacheLevelName").asText()).isEqualTo("CACHE_CONSUMER");
            assertThat(options.path("mapJmsMessage").asText())
                    .as("an object message must never be opened: " + flow)
                    .isEqualTo("false");
        });
    }

    @Test
    void everySftpEndpointChecksTheHostKey() {
        List<JsonNode> endpoints = new ArrayList<>();
        for (Flow flow : RouteFiles.all()) {
            if (flow.from().path("uri").asText().startsWith("sftp")) {
                endpoints.add(flow.from());
            }
            flow.steps().stream()
                    .filter(step -> step.uri().startsWith("sftp"))
                    .forEach(step -> endpoints.add(step.yaml()));
        }
        assertThat(endpoints).hasSizeGreaterThanOrEqualTo(2).allSatisfy(endpoint -> {
            JsonNode options = endpoint.path("parameters");
            assertThat(options.path("strictHostKeyChecking").asText()).isEqualTo("yes");
            assertThat(options.path("useUserKnownHostsFile").asText()).isEqualTo("false");
            assertThat(options.path("knownHostsFile").asText()).isNotBlank();
        });
        assertThat(RouteFiles.all())
                .noneMatch(flow -> flow.from().path("uri").asText().matches("ftps?:.*"));
    }

    @Test
    void everyDirectRouteThatIsCalledExistsAndEveryOneThatExistsIsCalled() {
        Set<String> offered = new TreeSet<>();
        Set<String> called = new TreeSet<>(Set.of("replay", "backfill")); // by the console
        for (Flow route : RouteFiles.routes()) {
            String name = new Step("from", route.from()).direct();
            if (name != null) {
                assertThat(offered.add(name)).as("two routes listen to " + name).isTrue();
            }
        }
        RouteFiles.all().forEach(flow -> flow.steps().stream()
                .map(Step::direct)
                .filter(name -> name != null)
                .forEach(name -> called.addAll(everyChoice(name))));
        assertThat(called).isEqualTo(offered);
    }

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

    @Test
    void everyBeanInARouteIsWiredAndHasTheMethod() {
        Map<String, Class<?>> wired = wired();
        Map<String, Set<String>> named = namedBeans();
        assertThat(named).isNotEmpty();
        named.forEach((bean, methods) -> {
            assertThat(wired).as("beans of the wiring").containsKey(bean);
            Set<String> has = Arrays.stream(wired.get(bean).getMethods())
                    .map(Method::getName)
                    .collect(Collectors.toSet());
            assertThat(has).as("methods of " + bean).containsAll(methods);
        });
    }

    /** Every bean by name that a route or policy mentions, with the methods that are called. */
    private static Map<String, Set<String>> namedBeans() {
        Map<String, Set<String>> named = new java.util.TreeMap<>();
        List<JsonNode> all = new ArrayList<>(RouteFiles.configurations());
        RouteFiles.all().forEach(flow -> all.add(flow.yaml()));
        for (JsonNode yaml : all) {
            RouteFiles.walk(yaml, (kind, node) -> {
                if (kind.equals("bean") || kind.equals("method")) {
                    if (node.has("ref")) {
                        named.computeIfAbsent(node.path("ref").asText(), name -> new HashSet<>())
                                .add(node.path("method").asText().replaceAll("[(].*", ""));
                    }
                } else if (kind.equals("routePolicy")) {
                    named.computeIfAbsent(node.asText(), name -> new HashSet<>());
                } else if (node.isTextual() && node.asText().matches("#[A-Za-z]+")) {
                    named.computeIfAbsent(node.asText().substring(1), name -> new HashSet<>());
                }
            });
        }
        return named;
    }

    private static Map<String, Class<?>> wired() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
        Map<String, Class<?>> beans = new java.util.TreeMap<>();
        for (BeanDefinition found : scanner.findCandidateComponents("io.engageroutes.wiring")) {
            for (Method method : load(found.getBeanClassName()).getDeclaredMethods()) {
                Bean bean = method.getAnnotation(Bean.class);
                if (bean != null) {
                    beans.put(bean.name().length == 0 ? method.getName() : bean.name()[0], method.getReturnType());
                }
            }
        }
        return beans;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Permission comes once for a message, a turn within the limit before each call. */
    @Test
    void beforeEveryCallToEngageComesATurnWithinTheLimit() {
        List<Flow> callers = RouteFiles.routes().stream()
                .filter(route -> route.steps().stream().anyMatch(RouteFilesTest::callsEngage))
                .toList();
        assertThat(callers).hasSizeGreaterThanOrEqualTo(3).allSatisfy(route -> {
            int turns = 0;
            for (Step step : route.steps()) {
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
            List<Step> steps = route.steps();
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

    private static int lastIndex(List<Step> steps, java.util.function.Predicate<Step> wanted) {
        for (int at = steps.size() - 1; at >= 0; at--) {
            if (wanted.test(steps.get(at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean callsEngage(Step step) {
        return step.kind().equals("to") && step.uri().contains("{{engage.base-url}}");
    }

    @Test
    void nobodyReachesACallToEngageWithoutPermission() {
        Set<String> permitted = new LinkedHashSet<>();
        Set<String> calling = new LinkedHashSet<>();
        Map<String, Flow> byName = new java.util.HashMap<>();
        RouteFiles.routes().forEach(route -> {
            String name = new Step("from", route.from()).direct();
            byName.put(name == null ? route.id() : name, route);
            if (route.steps().stream().anyMatch(RouteFilesTest::callsEngage)) {
                calling.add(name);
            }
        });
        reach("deliver-receipt", byName, permitted);
        assertThat(permitted).as("what deliver-receipt leads to").containsAll(calling);
        List<Step> first = byName.get("deliver-receipt").steps();
        int permit = lastIndex(
                first,
                step -> step.kind().equals("bean")
                        && step.yaml().path("method").asText().equals("permit"));
        int call = lastIndex(first, step -> step.direct() != null);
        assertThat(permit).isBetween(0, call - 1);
        for (Flow route : RouteFiles.routes()) {
            String name = new Step("from", route.from()).direct();
            if (name == null || !permitted.contains(name)) {
                assertThat(route.steps())
                        .as("calls from " + route + " around the permission")
                        .noneMatch(step -> step.direct() != null
                                && permitted.contains(step.direct())
                                && !step.direct().equals("deliver-receipt"));
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

    @Test
    void everyPlaceholderIsASettingWithADefaultOrAPropertyOfItsKamelet() throws IOException {
        Set<String> settings = new HashSet<>();
        collect(
                "",
                new com.fasterxml.jackson.dataformat.yaml.YAMLMapper()
                        .readTree(Path.of("src/main/resources/application.yaml").toFile()),
                settings);
        for (Path file : RouteFiles.named(".yaml")) {
            Set<String> own = new HashSet<>(settings);
            RouteFiles.read(file)
                    .path("spec")
                    .path("definition")
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(own::add);
            Matcher placeholder = PLACEHOLDER.matcher(Files.readString(file));
            while (placeholder.find()) {
                assertThat(own).as("placeholder in " + file).contains(placeholder.group(1));
            }
        }
    }

    private static void collect(String prefix, JsonNode node, Set<String> names) {
        node.fields().forEachRemaining(field -> {
            names.add(prefix + field.getKey());
            collect(prefix + field.getKey() + ".", field.getValue(), names);
        });
    }

    @Test
    void simpleExpressionsUseNoParentheses() {
        List<JsonNode> all = new ArrayList<>(RouteFiles.configurations());
        RouteFiles.all().forEach(flow -> all.add(flow.yaml()));
        all.forEach(yaml -> RouteFiles.walk(yaml, (kind, node) -> {
            if (kind.equals("simple")) {
                assertThat(node.path("expression").asText())
                        .as("Simple cannot group")
                        .doesNotContain("|| (", "&& (");
            }
        }));
    }
}
