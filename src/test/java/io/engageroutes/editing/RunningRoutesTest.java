package io.engageroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes in a real Camel, replaced by those of other versions of their folder. */
class RunningRoutesTest {

    private static final String ONE = """
            - route:
                id: one
                routeConfigurationId: quiet
                from:
                  uri: direct:one
                  steps:
                    - setBody:
                        expression:
                          constant:
                            expression: one
            """;
    private static final String TWO = ONE.replace("one", "two");
    private static final String POLICIES = """
            - routeConfiguration:
                id: quiet
                onException:
                  - onException:
                      exception:
                        - java.lang.IllegalStateException
                      handled:
                        constant:
                          expression: "true"
                      steps:
                        - setBody:
                            expression:
                              constant:
                                expression: handled
            """;
    private static final String KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: files
            spec:
              definition:
                required: [folder]
                properties:
                  folder:
                    type: string
              template:
                from:
                  uri: file:{{folder}}
                  parameters:
                    initialDelay: 0
                    delay: 50
                  steps:
                    - to:
                        uri: kamelet:sink
            """;

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<Consumer> closed = new ArrayList<>();
    private RunningRoutes routes;
    private int number;

    @BeforeEach
    void start() throws Exception {
        routes = new RunningRoutes(camel, new Gate(java.time.Duration.ofSeconds(1)), closed::add);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private String source(String from) {
        return """
            - route:
                id: source
                routeConfigurationId: quiet
                from:
                  uri: kamelet:files
                  parameters:
                    folder: %s
                  steps:
                    - to:
                        uri: mock:documents
            """.formatted(folder.resolve(from));
    }

    private Set<String> become(String... namesAndTexts) throws Exception {
        Path copy = Files.createDirectories(folder.resolve("copy" + number++));
        for (int at = 0; at < namesAndTexts.length; at += 2) {
            Path file = copy.resolve(namesAndTexts[at]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, namesAndTexts[at + 1]);
        }
        return routes.become(WantedRoutes.of(FolderState.read(copy)), copy, () -> {});
    }

    private Set<String> ids() {
        return camel.getRoutes().stream().map(Route::getId).collect(Collectors.toSet());
    }

    private String ask(String endpoint) {
        return camel.createProducerTemplate().requestBody(endpoint, "", String.class);
    }

    @Test
    void routesLoadedBeforeTheStartRunAfterIt() throws Exception {
        become("policies.camel.yaml", POLICIES, "one.camel.yaml", ONE, "two.camel.yaml", TWO);
        camel.start();
        assertThat(ids()).containsExactlyInAnyOrder("one", "two");
        assertThat(ask("direct:one")).isEqualTo("one");
    }

    @Test
    void onlyWhatChangedIsReplaced() throws Exception {
        become("policies.camel.yaml", POLICIES, "both.camel.yaml", ONE + TWO);
        camel.start();
        Route two = camel.getRoute("two");
        assertThat(become(
                        "policies.camel.yaml",
                        POLICIES,
                        "both.camel.yaml",
                        ONE.replace("expression: one", "expression: 1") + TWO))
                .containsExactly("one");
        assertThat(ask("direct:one")).isEqualTo("1");
        assertThat(camel.getRoute("two")).isSameAs(two);
    }

    @Test
    void aRouteThatMovesToAnotherFileOrLineRunsOn() throws Exception {
        become("both.camel.yaml", ONE + TWO);
        camel.start();
        Route one = camel.getRoute("one");
        assertThat(become("new.camel.yaml", "# moved\n" + TWO + ONE)).isEmpty();
        assertThat(camel.getRoute("one")).isSameAs(one);
    }

    @Test
    void aDeletedRouteIsGone() throws Exception {
        become("both.camel.yaml", ONE + TWO);
        camel.start();
        assertThat(become("both.camel.yaml", ONE)).containsExactly("two");
        assertThat(ids()).containsExactly("one");
        assertThat(closed).hasSize(1);
    }

    @Test
    void aPolicyCountsForTheRoutesThatNameIt() throws Exception {
        String failing = ONE.replace("setBody", "throwException")
                .replaceFirst(
                        "(?s)( +)expression:.*", "$1exceptionType: java.lang.IllegalStateException\n$1message: no\n");
        become("policies.camel.yaml", POLICIES, "routes.camel.yaml", failing + TWO.replace("quiet", "none"));
        camel.start();
        assertThat(ask("direct:one")).isEqualTo("handled");
        assertThat(become(
                        "policies.camel.yaml",
                        POLICIES.replace("expression: handled", "expression: mended"),
                        "routes.camel.yaml",
                        failing + TWO.replace("quiet", "none")))
                .containsExactly("one");
        assertThat(ask("direct:one")).isEqualTo("mended");
        assertThat(((ModelCamelContext) camel).getRouteConfigurationDefinitions())
                .hasSize(1);
    }

    @Test
    void anEditedKameletLeavesOnePoller() throws Exception {
        become(
                "policies.camel.yaml",
                POLICIES,
                "kamelets/files.kamelet.yaml",
                KAMELET,
                "source.camel.yaml",
                source("in"));
        camel.start();
        int endpoints = camel.getEndpoints().size();
        for (int edit = 0; edit < 5; edit++) {
            become(
                    "policies.camel.yaml",
                    POLICIES,
                    "kamelets/files.kamelet.yaml",
                    KAMELET.replace("delay: 50", "delay: 5" + edit),
                    "source.camel.yaml",
                    source("in"));
            become(
                    "policies.camel.yaml",
                    POLICIES,
                    "kamelets/files.kamelet.yaml",
                    KAMELET,
                    "source.camel.yaml",
                    source("other" + edit));
            assertThat(camel.getRoutes()).hasSize(2);
            assertThat(camel.getEndpoints()).hasSize(endpoints);
        }
        become("policies.camel.yaml", POLICIES, "kamelets/files.kamelet.yaml", KAMELET, "one.camel.yaml", ONE);
        assertThat(ids()).containsExactly("one");
        assertThat(((ModelCamelContext) camel).getRouteDefinitions()).hasSize(1);
        assertThat(((ModelCamelContext) camel).getRouteTemplateDefinitions()).hasSize(1);
    }

    @Test
    void aRouteThatIsNotToStartDoesNotStart() throws Exception {
        become("one.camel.yaml", ONE);
        camel.start();
        become(
                "one.camel.yaml",
                ONE,
                "two.camel.yaml",
                TWO.replace("    id: two", "    id: two\n    autoStartup: false"));
        assertThat(camel.getRouteController().getRouteStatus("two").isStopped()).isTrue();
    }

    @Test
    void whatTheNewVersionCannotRunIsPutBackByTheOld() throws Exception {
        become("both.camel.yaml", ONE + TWO);
        camel.start();
        assertThatThrownBy(() -> become("both.camel.yaml", ONE.replace("direct:one", "nosuch:one") + TWO))
                .hasStackTraceContaining("nosuch");
        become("both.camel.yaml", ONE + TWO);
        assertThat(ask("direct:one")).isEqualTo("one");
        assertThat(ask("direct:two")).isEqualTo("two");
    }

    @Test
    void aFileWithMoreThanRoutesIsReplacedAsAWhole() throws Exception {
        String template = """
                - routeTemplate:
                    id: made
                    parameters:
                      - name: word
                    from:
                      uri: direct:{{word}}
                      steps:
                        - setBody:
                            expression:
                              constant:
                                expression: "{{word}}"
                - templatedRoute:
                    routeTemplateRef: made
                    routeId: from-template
                    parameters:
                      - name: word
                        value: hello
                """;
        become("one.camel.yaml", ONE);
        camel.start();
        become("one.camel.yaml", ONE, "made.camel.yaml", template);
        assertThat(ask("direct:hello")).isEqualTo("hello");
        become("one.camel.yaml", ONE, "made.camel.yaml", template.replace("hello", "bye"));
        assertThat(ask("direct:bye")).isEqualTo("bye");
        become("one.camel.yaml", ONE);
        assertThat(ids()).containsExactly("one");
    }
}
