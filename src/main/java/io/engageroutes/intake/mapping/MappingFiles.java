package io.engageroutes.intake.mapping;

import io.engageroutes.intake.xml.Profile;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.intake.xml.WrongProfile;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The files that a mapping is made of: itself, its settings, and what it imports. */
record MappingFiles(Path mapping) {

    private static final String IMPORTABLE = "[\\w-]+[.](jslt|xslt)";

    String name() {
        return mapping.getFileName().toString();
    }

    /** @throws BrokenMapping when it is not UTF-8 */
    String text() throws IOException {
        return text(mapping);
    }

    /** The text of a file beside the mapping; null when there is none, or the name leads elsewhere. */
    String beside(String name) {
        Path file = mapping.resolveSibling(name);
        if (!name.matches(IMPORTABLE) || !Files.isRegularFile(file)) {
            return null;
        }
        try {
            return text(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What {@code <name of the mapping>.yaml} says.
     *
     * @throws BrokenMapping with all that is wrong with it
     */
    <T> T settings(T otherwise, Function<ProfileSection, T> rules) throws IOException {
        Path file = mapping.resolveSibling(name() + ".yaml");
        if (!Files.exists(file)) {
            return otherwise;
        }
        try {
            return Profile.read(file, rules);
        } catch (WrongProfile e) {
            throw new BrokenMapping(e.faults());
        }
    }

    /** The settings' own values: names that every language of mappings can ask for, each with its texts. */
    static Map<String, List<String>> values(ProfileSection file) {
        ProfileSection section = file.section("values");
        Map<String, List<String>> values = section.everyKey();
        values.keySet().stream()
                .filter(name -> !name.matches("[A-Za-z][A-Za-z0-9_]*"))
                .forEach(name -> section.fault(name, name, "must be a name of letters and digits"));
        return values;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new BrokenMapping(List.of(
                    new Fault("broken-mapping", file.getFileName().toString(), null, "must be saved in UTF-8")));
        }
    }
}
