package io.engageroutes.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.support.PatternHelper;

/** What the route files of a folder ask for, in units that can be replaced one by one. */
final class WantedRoutes {

    private static final String ROUTE = "route";
    private static final String CONFIGURATION = "routeConfiguration";

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, JsonNode> configurations = new TreeMap<>();
    private final Set<String> configuring = new LinkedHashSet<>();
    private final Map<String, JsonNode> kamelets = new TreeMap<>();
    private final Map<String, String> kameletFiles = new TreeMap<>();

    private WantedRoutes() {}

    /** Nothing, as before the start. */
    static WantedRoutes none() {
        return new WantedRoutes();
    }

    static WantedRoutes of(FolderState folder) throws IOException {
        WantedRoutes wanted = new WantedRoutes();
        Map<String, JsonNode> files = new TreeMap<>();
        ObjectMapper yaml = new YAMLMapper();
        for (String name : folder.names()) {
            if (name.endsWith(".kamelet.yaml")) {
                JsonNode kamelet = yaml.readTree(folder.text(name));
                String id = kamelet.at("/metadata/name").asText();
                wanted.kamelets.put(id, kamelet);
                wanted.kameletFiles.put(id, name);
            } else if (name.endsWith(".camel.yaml")) {
                files.put(name, yaml.readTree(folder.text(name)));
            }
        }
        files.forEach(wanted::configurations);
        files.forEach(wanted::units);
        return wanted;
    }

    private void configurations(String file, JsonNode entries) {
        int number = 0;
        for (JsonNode entry : entries) {
            if (entry.has(CONFIGURATION)) {
                JsonNode configuration = entry.path(CONFIGURATION);
                configurations.put(configuration.path("id").asText("") + '\n' + file + number++, configuration);
                configuring.add(file);
            }
        }
    }

    private void units(String file, JsonNode entries) {
        boolean whole = false;
        for (JsonNode entry : entries) {
            boolean route = entry.has(ROUTE) && entry.path(ROUTE).hasNonNull("id");
            whole = whole || !(route || entry.has(CONFIGURATION));
        }
        if (whole) {
            units.put(file, new Unit(file, file, true, madeOf(entries)));
            return;
        }
        for (JsonNode entry : entries) {
            if (entry.has(ROUTE)) {
                String id = entry.path(ROUTE).path("id").asText();
                units.put(id, new Unit(id, file, false, madeOf(entry)));
            }
        }
    }

    private JsonNode madeOf(JsonNode own) {
        ObjectNode text = own.isArray() ? wrapped(own) : own.deepCopy();
        Map<String, JsonNode> used = new TreeMap<>();
        for (JsonNode route : own.isArray() ? own : wrapped(own).withArray("entries")) {
            configurations.forEach((key, configuration) -> {
                if (applies(configuration, route.path(ROUTE).path("routeConfigurationId"))) {
                    used.put(key.substring(0, key.indexOf('\n')) + used.size(), configuration);
                }
            });
        }
        ObjectNode configured = text.putObject("its configurations");
        used.forEach(configured::set);
        Map<String, JsonNode> parts = new TreeMap<>();
        new KameletNames(kamelets).usedBy(text, parts);
        ObjectNode made = text.putObject("its kamelets");
        parts.forEach(made::set);
        return text;
    }

    private static ObjectNode wrapped(JsonNode own) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        if (own.isArray()) {
            node.set("entries", own.deepCopy());
        } else {
            node.putArray("entries").add(own);
        }
        return node;
    }

    /** By Camel's rules: names, with patterns, comma between them; who names none has those without id. */
    private static boolean applies(JsonNode configuration, JsonNode named) {
        String id = configuration.path("id").asText(null);
        if (named.isMissingNode() || named.isNull()) {
            return id == null || id.equals("*");
        }
        for (String each : named.asText().split(",")) {
            if (each.contains("{{") || PatternHelper.matchPattern(id, each)) {
                return true;
            }
        }
        return false;
    }

    /** By their names. */
    Map<String, Unit> units() {
        return units;
    }

    /** The files with configurations in them. */
    Set<String> configuring() {
        return configuring;
    }

    /** The files of kamelets, by the kamelet's name. */
    Map<String, String> kameletFiles() {
        return kameletFiles;
    }

    /** The kamelets that are not as in the other, or not in it. */
    Set<String> kameletsUnlike(WantedRoutes other) {
        Set<String> unlike = new LinkedHashSet<>(kamelets.keySet());
        unlike.removeIf(name -> kamelets.get(name).equals(other.kamelets.get(name)));
        return unlike;
    }
}
