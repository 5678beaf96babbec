package io.engageroutes.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
    private static final Pattern DECIDING = Pattern.compile("receipts\\..+"
            + "|currency\\.(folder|static-rates\\..+|till-rates|stale-after|missing-rate)"
            + "|intake\\.(routes|zone|most-unpacked|most-ratio|most-entries)"
            + "|engage\\.(group-currency|contact-type)");

    private static final String SHIPPED = "class path resource";

    static List<SettingOrigin> of(ConfigurableEnvironment environment) {
        Map<String, SettingOrigin> found = new TreeMap<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource all) {
                all.stream()
                        .filter(name -> DECIDING.matcher(name.toString()).matches())
                        .forEach(name -> found.computeIfAbsent(
                                name.toString(), any -> of(all, name, environment.getProperty(name.toString()))));
            }
        }
        return new ArrayList<>(found.values())
                .stream().filter(origin -> !origin.from().startsWith(SHIPPED)).toList();
    }

    private static SettingOrigin of(ConfigurationPropertySource source, ConfigurationPropertyName name, String value) {
        Origin origin = Origin.from(source.getConfigurationProperty(name));
        String from = origin == null ? "the environment" : origin.toString();
        return new SettingOrigin(name.toString(), value, from);
    }
}
