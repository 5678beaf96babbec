package io.engageroutes.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.wiring.WiredSurroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;

/** Each mistake is made in a copy of the shipped routes, and one finding says where it is and what is meant. */
class RoutesCheckTest {

    private static final Path SHIPPED = Path.of("routes");
    private static final Surroundings SURROUNDINGS = surroundings();
    private static final LoadCheck CHECK = new LoadCheck(SURROUNDINGS);

    @TempDir
    Path folder;

    private static Surroundings surroundings() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return WiredSurroundings.of(environment);
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                        FileMistakes.all(),
                        IdMistakes.all(),
                        BeanMistakes.all(),
                        EndpointMistakes.all(),
                        KameletMistakes.all(),
                        WordMistakes.all(),
                        SourceMistakes.all(),
                        CallbackMistakes.all(),
                        DataMistakes.all())
                .flatMap(each -> each);
    }

    @Test
    void nothingIsWrongWithTheShippedRoutes() {
        assertThat(CHECK.check(SHIPPED)).isEmpty();
    }

    /** Twenty times, each with other short forms in other places. */
    @Test
    void nothingIsWrongWithWhatAnEditorMakesOfThem() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Path written = folder.resolve("seed-" + seed);
            copy(SHIPPED, written);
            Kaoto kaoto = new Kaoto(seed);
            try (Stream<Path> files = Files.walk(written)) {
                for (Path file : files.filter(each -> each.toString().matches(".*[.](camel|kamelet)[.]yaml"))
                        .sorted()
                        .toList()) {
                    kaoto.rewrite(file);
                }
            }
            assertThat(CHECK.check(written)).as("written with seed " + seed).isEmpty();
        }
    }

    /** What is right as text and what Camel refuses all the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - setBody: { groovy: x }    | groovy
            - marshal: { csv: {} }      | csv
            - setBody: { xpath: '///[' } | location step
            """)
    void whatOnlyTheLoaderRefusesIsSaidWithItsRoute(String step, String word) throws IOException {
        copy(SHIPPED, folder);
        Files.writeString(folder.resolve("flows/more.camel.yaml"), """
                # More.
                - route:
                    id: more
                    description: More
                    routeConfigurationId: documents
                    from:
                      uri: timer:more
                      steps:
                        %s
                """.formatted(step));

        assertThat(CHECK.check(folder)).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(Path.of("flows/more.camel.yaml"));
            assertThat(finding.line()).isBetween(2, 9);
            assertThat(finding.wrong()).startsWith("Camel refuses it: ").contains(word);
        });
    }

    @Test
    void aFileThatIsNotUtf8IsNamedWithThePlaceOfTheByte() throws IOException {
        copy(SHIPPED, folder);
        Files.write(
                folder.resolve("sources/till-csv.camel.yaml"),
                "# Kassor i butik\n- route: {id: p\u00e5}\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(CHECK.check(folder))
                .singleElement()
                .hasToString("sources/till-csv.camel.yaml:2:16: the byte 0xE5 is no UTF-8; save the file as UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
        copy(SHIPPED, folder);
        Path file = folder.resolve("sources/till-csv.camel.yaml");
        Files.writeString(file, "\uFEFF" + Files.readString(file));

        assertThat(CHECK.check(folder)).isEmpty();
    }

    /** As a cluster mounts its configuration. */
    @Test
    void filesBehindLinksAreReadToo() throws IOException {
        Path routes = folder.resolve("routes");
        copy(SHIPPED, routes);
        Path file = routes.resolve("sources/till-csv.camel.yaml");
        Files.writeString(file, Files.readString(file).replace("Id: documents", "Id: documentz"));
        Files.move(routes.resolve("sources"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(routes.resolve("sources"), folder.resolve("elsewhere"));

        assertThat(CHECK.check(routes))
                .singleElement()
                .extracting(Finding::file)
                .isEqualTo(Path.of("sources/till-csv.camel.yaml"));
    }

    @Test
    void allFindingsComeAtOnceByFileAndLine() throws IOException {
        copy(SHIPPED, folder);
        List<Finding> places = new ArrayList<>();
        for (String name : List.of("zone", "unknown bean", "unknown configuration", "unknown layout")) {
            places.add(mistakes()
                    .filter(mistake -> mistake.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .make(folder));
        }

        assertThat(CHECK.check(folder))
                .usingRecursiveFieldByFieldElementComparatorOnFields("file", "line", "column")
                .containsExactlyElementsOf(places);
    }

    @Test
    void anEditIsSeenAndItsReversalToo() throws IOException {
        copy(SHIPPED, folder);
        assertThat(CHECK.check(folder)).isEmpty();
        Path file = folder.resolve("sources/till-csv.camel.yaml");
        String before = Files.readString(file);

        Files.writeString(file, before.replace("Id: documents", "Id: documentz"));
        assertThat(CHECK.check(folder)).hasSize(1);
        Files.writeString(file, before);
        assertThat(CHECK.check(folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void everyMistakeIsSaidOnceWithItsPlace(Mistake mistake) throws IOException {
        copy(SHIPPED, folder);
        Finding place = mistake.make(folder);

        List<Finding> findings = new ArrayList<>(CHECK.check(folder));

        assertThat(findings)
                .as("all findings of " + mistake)
                .filteredOn(finding -> isAt(finding, place, mistake))
                .hasSize(1);
        findings.removeIf(finding -> isAt(finding, place, mistake));
        for (String word : mistake.also()) {
            assertThat(findings).as("findings beside").anyMatch(finding -> finding.toString()
                    .contains(word));
        }
        assertThat(findings).as("findings that nobody expects").allMatch(finding -> mistake.also().stream()
                .anyMatch(finding.toString()::contains));
    }

    private static boolean isAt(Finding finding, Finding place, Mistake mistake) {
        return finding.file().equals(place.file())
                && finding.line() == place.line()
                && finding.column() == place.column()
                && mistake.words().stream().allMatch(word -> finding.toString().contains(word));
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
