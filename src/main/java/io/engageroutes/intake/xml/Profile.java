package io.engageroutes.intake.xml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The YAML file that says how one system writes its XML, laid over the profiles that it {@code extends}: groups of keys are merged,
 * everything else, lists too, is replaced.
 */
public final class Profile {

    /** Finds the profile that another one extends. */
    @FunctionalInterface
    public interface Bases {
        /** Null when there is none of that name. */
        InputStream open(String name) throws IOException;
    }

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /**
     * How profiles of a kind are called.
     *
     * @param ending of their files
     * @param base what a profile may name as the one that it extends, as a regular expression
     */
    public record Naming(String ending, String base) {

        /** Of profiles that extend one beside them. */
        static final Naming BESIDE = new Naming(".yaml", "[\\w-]+");

        String nameOf(String fileName) {
            String name = Profile.nameOf(fileName);
            return fileName.endsWith(ending) ? fileName.substring(0, fileName.length() - ending.length()) : name;
        }
    }

    private Profile() {}

    /**
     * Reads a profile from a file; what it extends stands beside it.
     *
     * @param rules makes the rules of the profile's keys; says faults to its section instead of throwing
     * @throws WrongProfile with all faults
     * @throws IOException when a file cannot be read
     */
    public static <T> T read(Path file, Function<ProfileSection, T> rules) throws IOException {
        try (InputStream yaml = Files.newInputStream(file)) {
            return read(
                    yaml,
                    file.getFileName().toString(),
                    base -> {
                        Path beside = file.resolveSibling(base + ".yaml");
                        return Files.exists(beside) ? Files.newInputStream(beside) : null;
                    },
                    rules);
        }
    }

    /**
     * Reads a profile.
     *
     * @param fileName for messages
     * @throws WrongProfile with all faults
     * @throws IOException when a stream failed
     */
    public static <T> T read(InputStream yaml, String fileName, Bases bases, Function<ProfileSection, T> rules)
            throws IOException {
        return read(yaml, fileName, Naming.BESIDE, bases, rules);
    }

    /** The same of profiles that are called otherwise. */
    public static <T> T read(
            InputStream yaml, String fileName, Naming naming, Bases bases, Function<ProfileSection, T> rules)
            throws IOException {
        List<Fault> faults = new ArrayList<>();
        ObjectNode merged = load(yaml, fileName, naming, bases, new LinkedHashSet<>(), faults);
        if (!faults.isEmpty()) {
            throw new WrongProfile(faults);
        }
        T read = rules.apply(new ProfileSection(fileName, "", merged, faults));
        if (!faults.isEmpty()) {
            throw new WrongProfile(faults);
        }
        return read;
    }

    private static ObjectNode load(
            InputStream yaml, String fileName, Naming naming, Bases bases, Set<String> chain, List<Fault> faults)
            throws IOException {
        ObjectNode own = parse(yaml, fileName, faults);
        JsonNode base = own.remove("extends");
        if (base == null) {
            return own;
        }
        chain.add(naming.nameOf(fileName));
        if (base.isBoolean()) {
            String rule =
                    "must be a profile's name in quotes, such as \"no\": without them YAML reads no and yes as false and true";
            faults.add(wrongBase(fileName, base.asText(), rule));
            return own;
        }
        String name = nameOf(base.asText());
        if (!base.isTextual() || !name.matches(naming.base())) {
            faults.add(wrongBase(fileName, base.asText(), "must be a profile's name, such as generic-6"));
            return own;
        }
        if (chain.contains(name)) {
            faults.add(wrongBase(fileName, name, "the profiles extend each other in a circle"));
            return own;
        }
        try (InputStream stream = bases.open(name)) {
            if (stream == null) {
                faults.add(wrongBase(fileName, name, "there is no " + name + naming.ending() + " beside this profile"));
                return own;
            }
            return merge(load(stream, name + naming.ending(), naming, bases, chain, faults), own);
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

    /** What the file says that it extends; null when it says nothing, or is no YAML. */
    public static String baseOf(Path file) throws IOException {
        try (InputStream yaml = Files.newInputStream(file)) {
            JsonNode base = YAML.readTree(yaml).path("extends");
            return base.isTextual() ? nameOf(base.asText()) : null;
        } catch (JsonProcessingException e) {
            return null; // said when it is read
        }
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

    /** The profile's name: its file's without the ending. */
    public static String nameOf(String fileName) {
        return fileName.replaceFirst("[.]ya?ml$", "");
    }
}
