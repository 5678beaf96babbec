package io.engageroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
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
}
