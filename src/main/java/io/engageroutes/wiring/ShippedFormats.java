package io.engageroutes.wiring;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.DocumentFormats;
import io.engageroutes.intake.json.CanonicalJsonFormat;
import io.engageroutes.intake.layout.DelimitedFormat;
import io.engageroutes.intake.layout.Layout;
import io.engageroutes.intake.poslog.PosLogFormat;
import io.engageroutes.intake.poslog.PosLogProfile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The formats that the application can read, with the profiles and layouts in {@code routes/layouts}; an edited one is read anew. */
final class ShippedFormats implements DocumentFormats {

    private final Path layouts;
    private final Map<Named, DocumentFormat> made = new ConcurrentHashMap<>();

    ShippedFormats(Path layouts) {
        this.layouts = layouts;
    }

    private record Named(String format, String layout, long modified) {}

    @Override
    public DocumentFormat format(String format, String layout) {
        try {
            long modified = format.equals("json") ? 0 : lastEdit(file(layout));
            return made.computeIfAbsent(new Named(format, layout, modified), this::make);
        } catch (IOException missing) {
            throw new IllegalArgumentException(
                    "a source names the layout '" + layout + "', but there is no readable file " + file(layout),
                    missing);
        }
    }

    /** Of the file or of any beside it, since it may extend one of those. */
    private static long lastEdit(Path file) throws IOException {
        long last = Files.getLastModifiedTime(file).toMillis();
        try (DirectoryStream<Path> beside =
                Files.newDirectoryStream(file.toAbsolutePath().getParent(), "*.yaml")) {
            for (Path other : beside) {
                last = Math.max(last, Files.getLastModifiedTime(other).toMillis());
            }
        }
        return last;
    }

    private Path file(String layout) {
        return layouts.resolve(layout + ".yaml");
    }

    private DocumentFormat make(Named named) {
        if (named.format().equals("json")) {
            return new CanonicalJsonFormat();
        }
        Path file = file(named.layout());
        try {
            return switch (named.format()) {
                case "poslog" -> new PosLogFormat(PosLogProfile.read(file));
                case "delimited" -> new DelimitedFormat(Layout.read(file));
                default ->
                    throw new IllegalArgumentException(
                            "a source names the format '" + named.format() + "'; there are poslog, delimited and json");
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("the layout " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
