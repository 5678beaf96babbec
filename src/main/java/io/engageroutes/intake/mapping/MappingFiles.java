package io.engageroutes.intake.mapping;

import io.engageroutes.intake.xml.Profile;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.intake.xml.WrongProfile;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The files that a mapping is made of: itself, its settings, and what it imports. Settings without a mapping beside them use the
 * mapping of those that they extend.
 *
 * @param named the file that a source names, which need not be there
 * @param mapping the program
 */
record MappingFiles(Path named, Path mapping) {

    private static final String IMPORTABLE = "[\\w-]+[.](jslt|xslt)";
    private static final String BASE = "[\\w-]+(/[\\w-]+)?";
    private static final int LONGEST_CHAIN = 10;

    /** @throws IOException when a file cannot be read; one that extends no mapping is missing */
    static MappingFiles of(Path named) throws IOException {
        Path at = named;
        for (int steps = 0; at != null && steps < LONGEST_CHAIN; steps++) {
            if (Files.exists(at)) {
                return new MappingFiles(named, at);
            }
            if (!exist(at)) {
                throw new NoSuchFileException(at.toString());
            }
            String base = Profile.baseOf(settingsOf(at));
            at = base == null ? null : base(at, base);
        }
        throw new BrokenMapping(List.of(new Fault(
                "broken-mapping",
                settingsOf(named).getFileName() + ", extends",
                null,
                "leads to no mapping: name one that is there, such as shop/shopify, or write " + named.getFileName()
                        + " beside these settings")));
    }

    /** Whether there is a mapping, or settings that may extend one. */
    static boolean exist(Path named) {
        return Files.exists(named) || Files.exists(settingsOf(named));
    }

    private static Path settingsOf(Path mapping) {
        return mapping.resolveSibling(mapping.getFileName() + ".yaml");
    }

    private static String ending(Path named) {
        String name = named.getFileName().toString();
        return name.substring(name.lastIndexOf('.'));
    }

    /** A mapping named from the folder of the file, or from the one around it; null when there is none. */
    private static Path base(Path named, String base) {
        if (!base.matches(BASE)) {
            return null;
        }
        Path beside = named.resolveSibling(base + ending(named));
        Path folder = named.toAbsolutePath().getParent().getParent();
        Path above = folder == null ? beside : folder.resolve(base + ending(named));
        return exist(beside) ? beside : exist(above) ? above : null;
    }

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
     * What {@code <name that the source names>.yaml} says, laid over what it extends.
     *
     * @throws BrokenMapping with all that is wrong with it
     */
    <T> T settings(T otherwise, Function<ProfileSection, T> rules) throws IOException {
        Path file = settingsOf(named);
        if (!Files.exists(file)) {
            return otherwise;
        }
        // each name is looked for from where it stands
        AtomicReference<Path> at = new AtomicReference<>(named);
        try (InputStream yaml = Files.newInputStream(file)) {
            return Profile.read(
                    yaml,
                    file.getFileName().toString(),
                    new Profile.Naming(ending(named) + ".yaml", BASE),
                    base -> {
                        Path extended = base(at.get(), base);
                        at.set(extended);
                        return extended == null || !Files.exists(settingsOf(extended))
                                ? null
                                : Files.newInputStream(settingsOf(extended));
                    },
                    rules);
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
