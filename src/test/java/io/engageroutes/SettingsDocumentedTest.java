package io.engageroutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class SettingsDocumentedTest {

    private static final Path PAGE = Path.of("docs/settings.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\| (?:`([^`]*)`)? ?\\| \\S.*\\|$");
    private static final Pattern IN_JAVA = Pattern.compile("@Value\\(\"\\$\\{([a-z0-9.-]+)");
    private static final Pattern IN_ROUTES = Pattern.compile("\\{\\{([a-z0-9-]+[.][a-z0-9.-]+)}}");
    private static final Set<String> OTHERS = Set.of("spring", "camel", "server", "management", "logging");

    @Test
    void everySettingIsDocumented() throws IOException {
        Set<String> settings = new TreeSet<>(shipped().keySet());
        settings.addAll(bound().keySet());
        settings.addAll(named(Path.of("src/main/java"), IN_JAVA));
        settings.addAll(named(Path.of("routes"), IN_ROUTES));
        settings.removeIf(SettingsDocumentedTest::isLibrarys);

        assertThat(own(documented()).keySet()).containsExactlyElementsOf(settings);
    }

    @Test
    void documentedDefaultIsTheShippedOne() throws IOException {
        Map<String, String> documented = documented();

        assertThat(own(shipped())).isNotEmpty().allSatisfy((key, value) -> assertThat(documented.get(key))
                .as(key)
                .isEqualTo(value));
    }

    private static Map<String, String> documented() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> row.group(2) == null ? "" : row.group(2),
                        (first, second) -> {
                            throw new AssertionError("documented twice: " + first);
                        },
                        TreeMap::new));
    }

    /** What application.yaml sets, with its values as text. */
    private static Map<String, String> shipped() throws IOException {
        Map<String, String> shipped = new TreeMap<>();
        new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .forEach(part -> ((MapPropertySource) part)
                        .getSource()
                        .forEach((key, value) -> shipped.put(key, String.valueOf(value))));
        return shipped;
    }

    /** What the records of settings take, whether or not application.yaml sets it, with their own defaults. */
    private static Map<String, String> bound() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> bound = new TreeMap<>();
        scanner.findCandidateComponents("io.engageroutes").forEach(found -> {
            Class<?> type = type(found.getBeanClassName());
            enter(bound, type.getAnnotation(ConfigurationProperties.class).value(), type);
        });
        return bound;
    }

    private static void enter(Map<String, String> bound, String prefix, Class<?> settings) {
        for (Parameter parameter : settings.getDeclaredConstructors()[0].getParameters()) {
            String name = prefix + '.' + DataObjectPropertyName.toDashedForm(parameter.getName());
            DefaultValue byDefault = parameter.getAnnotation(DefaultValue.class);
            if (parameter.getType().isRecord()) {
                enter(bound, name, parameter.getType());
            } else {
                bound.put(name, byDefault == null ? "" : String.join(",", byDefault.value()));
            }
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> named(Path folder, Pattern placeholder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*[.](java|yaml)"))
                    .flatMap(file -> placeholder.matcher(text(file)).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> own(Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(setting -> !isLibrarys(setting.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static boolean isLibrarys(String key) {
        return OTHERS.contains(key.substring(0, key.indexOf('.')));
    }
}
