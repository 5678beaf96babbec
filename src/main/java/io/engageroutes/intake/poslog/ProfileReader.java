package io.engageroutes.intake.poslog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a profile's YAML, lays it over the profiles that it extends, and turns the result into rules. */
final class ProfileReader {

    /** Finds the profile that another one extends. */
    interface Bases {
        /** Null when there is none of that name. */
        InputStream open(String name) throws IOException;
    }

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private ProfileReader() {}

    static PosLogProfile read(InputStream yaml, String fileName, Bases bases) throws IOException {
        List<Fault> faults = new ArrayList<>();
        ObjectNode merged = load(yaml, fileName, bases, new LinkedHashSet<>(), faults);
        if (!faults.isEmpty()) {
            throw new WrongProfile(faults);
        }
        String name = nameOf(fileName);
        PosLogProfile profile = new PosLogProfile(name, new ProfileSection(fileName, "", merged, faults));
        if (!faults.isEmpty()) {
            throw new WrongProfile(faults);
        }
        return profile;
    }

    private static ObjectNode load(
            InputStream yaml, String fileName, Bases bases, Set<String> chain, List<Fault> faults) throws IOException {
        ObjectNode own = parse(yaml, fileName, faults);
        JsonNode base = own.remove("extends");
        if (base == null) {
            return own;
        }
        chain.add(nameOf(fileName));
        if (!base.isTextual() || !base.asText().matches("[\\w-]+")) {
            faults.add(wrongBase(fileName, base.asText(), "must be a profile's name, such as generic-6"));
            return own;
        }
        String name = base.asText();
        if (chain.contains(name)) {
            faults.add(wrongBase(fileName, name, "the profiles extend each other in a circle"));
            return own;
        }
        try (InputStream stream = bases.open(name)) {
            if (stream == null) {
                faults.add(wrongBase(fileName, name, "there is no " + name + ".yaml beside this profile"));
                return own;
            }
            return merge(load(stream, name + ".yaml", bases, chain, faults), own);
        }
    }

    private static Fault wrongBase(String fileName, String value, String rule) {
        return new Fault("wrong-profile", fileName + ", extends", value, rule);
    }

    private static ObjectNode parse(InputStream yaml, String fileName, List<Fault> faults) throws IOException {
        try {
            if (YAML.readTree(yaml) instanceof ObjectNode object) {
                return object;
            }
            faults.add(new Fault(
                    "wrong-profile", fileName, null, "a profile has keys such as store and lines; it has none"));
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? fileName
                    : fileName + ", line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            String problem = e.getOriginalMessage().lines().findFirst().orElse(null);
            faults.add(new Fault("wrong-profile", place, problem, "the file must be YAML with every key once"));
        }
        return YAML.createObjectNode();
    }

    /** Groups of keys are merged; everything else, lists too, is replaced. */
    private static ObjectNode merge(ObjectNode base, ObjectNode own) {
        for (Map.Entry<String, JsonNode> entry : own.properties()) {
            JsonNode below = base.get(entry.getKey());
            if (below instanceof ObjectNode group && entry.getValue() instanceof ObjectNode over) {
                merge(group, over);
            } else {
                base.set(entry.getKey(), entry.getValue());
            }
        }
        return base;
    }

    private static String nameOf(String fileName) {
        return fileName.replaceFirst("[.]ya?ml$", "");
    }
}
