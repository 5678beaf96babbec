package io.engageroutes.intake.shipped;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.DocumentFormats;
import io.engageroutes.intake.idoc.IDocFormat;
import io.engageroutes.intake.idoc.IDocLayout;
import io.engageroutes.intake.json.CanonicalJsonFormat;
import io.engageroutes.intake.layout.DelimitedFormat;
import io.engageroutes.intake.layout.FixedWidthFormat;
import io.engageroutes.intake.layout.Layout;
import io.engageroutes.intake.mapping.CanonicalXmlFormat;
import io.engageroutes.intake.mapping.MappedJsonFormat;
import io.engageroutes.intake.mapping.MappedXmlFormat;
import io.engageroutes.intake.poslog.PosLogFormat;
import io.engageroutes.intake.poslog.PosLogProfile;
import io.engageroutes.intake.saft.SaftFormat;
import io.engageroutes.intake.saft.SaftLayout;
import io.engageroutes.intake.ubl.UblFormat;
import io.engageroutes.intake.ubl.UblLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The formats that can be read, with the profiles, layouts and mappings in {@code routes/layouts}; an edited one is read anew. */
public final class ShippedFormats implements DocumentFormats {

    /** What sources write for no layout. */
    private static final String NO_LAYOUT = "none";

    private static final Map<String, FormatKind> KINDS = new TreeMap<>(Map.of(
            "poslog", FormatKind.with(".yaml", file -> new PosLogFormat(PosLogProfile.read(file))),
            "delimited", FormatKind.with(".yaml", file -> new DelimitedFormat(Layout.read(file))),
            "fixed-width", FormatKind.with(".yaml", file -> new FixedWidthFormat(Layout.read(file))),
            "idoc", FormatKind.with(".yaml", file -> new IDocFormat(IDocLayout.read(file))),
            "ubl", FormatKind.with(".yaml", file -> new UblFormat(UblLayout.read(file))),
            "saft", FormatKind.with(".yaml", file -> new SaftFormat(SaftLayout.read(file))),
            "json", FormatKind.mapped(".jslt", MappedJsonFormat::read, CanonicalJsonFormat::new),
            "xml", FormatKind.mapped(".xslt", MappedXmlFormat::read, CanonicalXmlFormat::new)));

    private final Path layouts;
    private final Map<Named, DocumentFormat> made = new ConcurrentHashMap<>();

    /** @param layouts the folder {@code routes/layouts} */
    public ShippedFormats(Path layouts) {
        this.layouts = layouts;
    }

    private record Named(String format, String layout, long modified) {}

    /** The formats that a source may name. */
    public static Set<String> names() {
        return new TreeSet<>(KINDS.keySet());
    }

    /** The file behind a layout's name, whether it is there or not; null for none. */
    public Path file(String format, String layout) {
        String ending = kind(format).ending();
        return isNone(layout) ? null : layouts.resolve(layout + ending);
    }

    /**
     * As a source of the format names a file in the folder of layouts; null when the format reads none of that ending.
     *
     * @param file relative to the folder
     */
    public static String named(String format, Path file) {
        String ending = kind(format).ending();
        String path = file.toString().replace('\\', '/');
        return path.endsWith(ending) ? path.substring(0, path.length() - ending.length()) : null;
    }

    /** Why the format's reader does not take the layout; null when it does. */
    public String wrongWith(String format, String layout) {
        try {
            format(format, layout);
            return null;
        } catch (RuntimeException wrong) {
            return wrong.getMessage();
        }
    }

    @Override
    public DocumentFormat format(String format, String layout) {
        FormatKind kind = kind(format);
        Path file = file(format, layout);
        if (file == null) {
            if (kind.alone() == null) {
                throw new IllegalArgumentException("the format '" + format + "' needs a layout");
            }
            return made.computeIfAbsent(
                    new Named(format, NO_LAYOUT, 0), any -> kind.alone().get());
        }
        try {
            return made.computeIfAbsent(new Named(format, layout, lastEdit(file)), any -> read(kind, file));
        } catch (IOException missing) {
            throw new IllegalArgumentException(
                    "a source names the layout '" + layout + "', but there is no readable file " + file, missing);
        }
    }

    private static boolean isNone(String layout) {
        return layout == null || layout.isBlank() || layout.equals(NO_LAYOUT);
    }

    private static FormatKind kind(String format) {
        FormatKind kind = KINDS.get(format);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "a source names the format '" + format + "'; there are " + String.join(", ", names()));
        }
        return kind;
    }

    /** Of the file or of any beside it, since it may extend one of those. */
    private long lastEdit(Path file) throws IOException {
        if (!Files.exists(file) && Files.exists(settingsOf(file))) {
            return lastEditOfAll();
        }
        long last = Files.getLastModifiedTime(file).toMillis();
        try (Stream<Path> beside = Files.list(file.toAbsolutePath().getParent())) {
            for (Path other : beside.filter(Files::isRegularFile).toList()) {
                last = Math.max(last, Files.getLastModifiedTime(other).toMillis());
            }
        }
        return last;
    }

    /** Settings without a mapping of their own may extend those of another folder. */
    private long lastEditOfAll() throws IOException {
        long last = 0;
        try (Stream<Path> all = Files.walk(layouts)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                last = Math.max(last, Files.getLastModifiedTime(each).toMillis());
            }
        }
        return last;
    }

    private static Path settingsOf(Path mapping) {
        return mapping.resolveSibling(mapping.getFileName() + ".yaml");
    }

    /** Whether a source could name it: the file is there, or settings that extend another mapping are. */
    public static boolean isThere(Path file) {
        return Files.isRegularFile(file)
                || file.toString().matches(".*[.](jslt|xslt)") && Files.isRegularFile(settingsOf(file));
    }

    private static DocumentFormat read(FormatKind kind, Path file) {
        try {
            return kind.reader().read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the layout " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
