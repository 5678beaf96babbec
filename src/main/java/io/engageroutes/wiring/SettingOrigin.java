package io.engageroutes.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A setting that decides about receipts and is not the shipped one.
 *
 * @param from the file with line, or the variable of the environment
 */
public record SettingOrigin(String name, String value, String from) {

    /** No other is shown, since others may be secrets. */
    private static final List<String> DECIDING = List.of(
            "currency.folder",
            "currency.missing-rate",
            "currency.stale-after",
            "currency.till-rates",
            "engage.contact-type",
            "engage.group-currency",
            "intake.most-entries",
            "intake.most-ratio",
            "intake.most-unpacked",
            "intake.routes",
            "intake.zone",
            "receipts.future",
            "receipts.spread-over-freight",
            "receipts.tax-tolerance",
            "receipts.unknown-stores");

    private static final Pattern BY_CURRENCY =
            Pattern.compile("receipts\\.decimals\\..+|currency\\.static-?rates\\..+");
    private static final String SHIPPED = "class path resource [application.yaml]";
    private static final Pattern FILE = Pattern.compile("(?:URL|file) \\[(?:file:)?(.+)] - ([0-9]+):[0-9]+");
    private static final Pattern VARIABLE = Pattern.compile("\"(.+)\" from property source \"systemEnvironment\"");

    static List<SettingOrigin> of(ConfigurableEnvironment environment) {
        Iterable<ConfigurationPropertySource> sources = ConfigurationPropertySources.get(environment);
        Set<String> names = new TreeSet<>(DECIDING);
        for (ConfigurationPropertySource source : sources) {
            if (source instanceof IterableConfigurationPropertySource all) {
                all.stream()
                        .map(ConfigurationPropertyName::toString)
                        .filter(name -> BY_CURRENCY.matcher(name).matches())
                        .forEach(names::add);
            }
        }
        List<SettingOrigin> found = new ArrayList<>();
        names.forEach(name -> add(name, sources, environment, found));
        return found;
    }

    /** The first source that has it decides. */
    private static void add(
            String name,
            Iterable<ConfigurationPropertySource> sources,
            ConfigurableEnvironment environment,
            List<SettingOrigin> found) {
        for (ConfigurationPropertySource source : sources) {
            ConfigurationProperty property = source.getConfigurationProperty(ConfigurationPropertyName.of(name));
            if (property != null) {
                Origin origin = Origin.from(property);
                String from = origin == null ? "the environment" : origin.toString();
                if (!from.startsWith(SHIPPED)) {
                    String value = environment.resolvePlaceholders(String.valueOf(property.getValue()));
                    found.add(new SettingOrigin(name, value, readable(from)));
                }
                return;
            }
        }
    }

    private static String readable(String origin) {
        String file = FILE.matcher(origin).replaceFirst("$1, line $2");
        return VARIABLE.matcher(file).replaceFirst("$1 in the environment");
    }
}
