package io.engageroutes.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.intake.Unpacked;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Tries one document of a source and answers with JSON; reads routes and tables anew each time, so that an edit counts at once. */
public final class TryOut {

    /** What one call may unpack: enough for a store's day, too little to fill the memory. */
    private static final long MOST_BYTES = 100L << 20;

    /** Nothing outside of the folder. */
    private static final Pattern LAYOUT = Pattern.compile("[\\w-]+(/[\\w-]+)*");

    private final BenchSettings settings;
    private final Rating rating;
    private final UnaryOperator<String> placeholders;
    private final Clock clock;

    /** @param placeholders answers a setting that a route names, or null */
    public TryOut(BenchSettings settings, Rating rating, UnaryOperator<String> placeholders, Clock clock) {
        this.settings = settings.with(new Unpacked.Limits(
                Math.min(MOST_BYTES, settings.limits().mostBytes()),
                settings.limits().mostRatio(),
                settings.limits().mostEntries()));
        this.rating = rating;
        this.placeholders = placeholders;
        this.clock = clock;
    }

    /**
     * What would become of the document.
     *
     * @param format and {@code layout}: another way to read it, or null
     * @param envelope what came with the document
     * @param show how many receipts are given in full
     * @throws CannotTry when there is no such source, or it cannot be read at all
     */
    public ObjectNode json(
            String source,
            String format,
            String layout,
            Map<String, String> envelope,
            String name,
            InputStream document,
            int show) {
        SourceReading reading = RouteSources.in(settings.routes(), placeholders)
                .named(source)
                .by(format, layout)
                .with(envelope);
        TryReport report = new TryReport(reading, show, false);
        report.add(Workbench.open(settings, rating, clock), name, document);
        return report.json(List.of());
    }
}
