package io.engageroutes.cli;

import io.engageroutes.workbench.BenchSettings;
import io.engageroutes.workbench.Layouts;
import io.engageroutes.workbench.NewSource;
import io.engageroutes.workbench.NewStore;
import io.engageroutes.workbench.SampleStores;
import io.engageroutes.workbench.SourceReading;
import io.engageroutes.workbench.WayIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What has to be known of a new source: what options said, and for the rest the answers on the terminal. */
final class SourceQuestions {

    private static final String NONE = "none";
    private static final List<String> YES_OR_NO = List.of("yes", "no");

    private final Questions questions;
    private final BenchSettings settings;
    private final Layouts layouts;

    SourceQuestions(Questions questions, BenchSettings settings) {
        this.questions = questions;
        this.settings = settings;
        this.layouts = new Layouts(settings.routes());
    }

    String name(String given, Set<String> taken) {
        if (given != null) {
            return given;
        }
        return questions.ask(
                "--name", "Name of the source, such as till-nord", null, name -> NewSource.requireName(name, taken));
    }

    String format(String given) {
        return given != null ? given : choose("--format", "Format of its documents", Layouts.formats(), null);
    }

    WayIn from(WayIn given) {
        List<String> ways = Stream.of(WayIn.values())
                .map(way -> way.name().toLowerCase(Locale.ROOT))
                .toList();
        return given != null
                ? given
                : WayIn.valueOf(choose("--from", "How its documents come in", ways, "sftp")
                        .toUpperCase(Locale.ROOT));
    }

    /** @param base whether it is to be extended instead of used as it is */
    record Chosen(String layout, boolean base) {

        String asItIs() {
            return base ? null : layout;
        }

        String extended() {
            return base ? layout : null;
        }
    }

    Chosen layout(String format, String layout, String base) {
        if (layout != null && base != null) {
            throw new Refusal("--layout uses a layout as it is, --extends begins a new one: give one of them");
        }
        boolean said = layout != null || base != null;
        if (said || !layouts.isTakenBy(format) || !questions.canAsk() && !layouts.isNeededBy(format)) {
            return new Chosen(base == null ? layout : base, base != null);
        }
        boolean needed = layouts.isNeededBy(format);
        List<String> there = new ArrayList<>(layouts.of(format));
        if (!needed) {
            there.add(NONE);
        }
        String near = choose("--layout or --extends", "The layout that is nearest", there, needed ? null : NONE);
        if (near.equals(NONE)) {
            return new Chosen(null, false);
        }
        boolean own = layouts.isExtendable(format)
                && choose("--extends", "Does it differ, so that a layout of its own is needed", YES_OR_NO, "yes")
                        .equals("yes");
        return new Chosen(near, own);
    }

    Path sample(Path given) {
        if (given != null || !questions.canAsk()) {
            return given;
        }
        String file = questions.ask(
                "--sample", "A document of it, without real people's data (empty for none)", "", answer -> {
                    if (!answer.isEmpty() && !Files.isRegularFile(Path.of(answer))) {
                        throw new Refusal("there is no file " + answer);
                    }
                });
        return file.isEmpty() ? null : Path.of(file);
    }

    /** Those of the options, and those of the sample that nobody named yet. */
    List<NewStore> stores(List<NewStore> given, String name, String format, Chosen chosen, Path sample) {
        List<NewStore> all = new ArrayList<>(given);
        if (sample == null || !questions.canAsk()) {
            return all;
        }
        String layout = chosen.layout() == null ? NONE : chosen.layout();
        Set<String> unknown = SampleStores.unknown(
                settings, new SourceReading(name, format, layout, false, null), sample, Clock.systemUTC());
        given.forEach(store -> unknown.remove(store.id()));
        for (String id : unknown) {
            all.add(store(id, all));
        }
        return all;
    }

    private NewStore store(String id, List<NewStore> before) {
        NewStore last = before.isEmpty() ? null : before.get(before.size() - 1);
        String name =
                questions.ask("--store", "Name of store " + id + ", which the register does not have", id, any -> {});
        String zone = questions.ask(
                "--store",
                "  its time zone",
                last == null ? "Europe/Stockholm" : last.zone(),
                answer -> check(new NewStore(id, name, answer, "", "")));
        String country = questions.ask(
                "--store",
                "  its country, two letters",
                last == null ? "SE" : last.country(),
                answer -> check(new NewStore(id, name, zone, answer, "")));
        return new NewStore(id, name, zone, country, "");
    }

    private void check(NewStore store) {
        NewStore.check(List.of(store), settings.stores());
    }

    private String choose(String option, String question, Collection<String> there, String usual) {
        String listed = question + " (" + String.join(", ", there) + ")";
        return questions.ask(option, listed, usual, answer -> {
            if (!there.contains(answer)) {
                throw new Refusal("'" + answer + "' is none of " + String.join(", ", there));
            }
        });
    }
}
