package io.engageroutes.check;

import io.engageroutes.intake.WrongLayout;
import io.engageroutes.intake.shipped.ShippedFormats;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads layouts as sources would, and gives their faults, which name keys, a line and a column. */
final class LayoutFaults {

    private static final String UNKNOWN = "unknown-key";
    private static final Pattern PLACE = Pattern.compile("([^,:]+[.](?:yaml|jslt|xslt?))[,:]? ?(.*)");

    private static final Pattern LINE = Pattern.compile("line (\\d+)(?:, column (\\d+))?.*");
    private static final Pattern KNOWN = Pattern.compile(".*(?:there are|known here are) ([\\w, -]+)");

    private final Path routes;
    private final LayoutPlaces places;

    LayoutFaults(Path routes, LayoutPlaces places) {
        this.routes = routes;
        this.places = places;
    }

    /** Empty when the format can read it. */
    List<Finding> of(ShippedFormats formats, String format, String layout, Path file) {
        try {
            formats.format(format, layout);
            return List.of();
        } catch (WrongLayout wrong) {
            return all(wrong.faults(), file);
        } catch (RuntimeException e) {
            String said = String.valueOf(e.getMessage()).replace(routes + "/", "");
            return List.of(new Finding(
                    file,
                    0,
                    0,
                    "the format '" + format + "' cannot read it: " + said,
                    "mend it, or name another format"));
        }
    }

    private List<Finding> all(List<Fault> faults, Path file) {
        Set<String> unknown = new TreeSet<>();
        faults.stream().filter(fault -> fault.code().equals(UNKNOWN)).forEach(fault -> unknown.add(key(fault)));
        List<Finding> findings = new ArrayList<>();
        for (Fault fault : faults) {
            if (fault.value() != null || unknown.stream().noneMatch(key -> isMisspelt(key, key(fault)))) {
                findings.add(finding(fault, file));
            }
        }
        return findings;
    }

    /** A key that is missing because it is misspelt beside is one mistake. */
    private static boolean isMisspelt(String unknown, String missing) {
        return group(unknown).equals(group(missing))
                && Nearest.to(last(unknown), List.of(last(missing))).isPresent();
    }

    private static String group(String key) {
        return key.substring(0, key.lastIndexOf('.') + 1);
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static String key(Fault fault) {
        Matcher place = PLACE.matcher(fault.place());
        return place.matches() ? place.group(2) : fault.place();
    }

    private Finding finding(Fault fault, Path read) {
        Matcher named = PLACE.matcher(fault.place());
        Path file = named.matches() ? places.beside(read, named.group(1)) : read;
        String key = key(fault);
        Matcher line = LINE.matcher(key);
        boolean isKey = !key.isBlank() && !line.matches();
        String wrong = wrong(fault, isKey ? key : "");
        if (line.matches()) {
            int column = line.group(2) == null ? 0 : Integer.parseInt(line.group(2));
            return new Finding(file, Integer.parseInt(line.group(1)), column, wrong, fault.rule());
        }
        Part part = places.of(file, key, fault.value());
        boolean value = part != null && part.isText() && !fault.code().equals(UNKNOWN);
        return part == null
                ? new Finding(file, 0, 0, wrong, meant(fault))
                : (value ? part : part.name()).wrong(wrong, meant(fault));
    }

    private static String wrong(Fault fault, String key) {
        if (fault.value() == null) {
            return key.isEmpty() ? "the file cannot be used" : "`" + key + "` is missing or wrong";
        }
        if (fault.code().equals(UNKNOWN) && fault.value().equals(last(key))) {
            return "`" + key + "` is no key here";
        }
        return "'" + fault.value() + "'" + (key.isEmpty() ? "" : " as `" + key + "`");
    }

    private static String meant(Fault fault) {
        Matcher known = KNOWN.matcher(fault.rule());
        if (!fault.code().equals(UNKNOWN) || fault.value() == null || !known.matches()) {
            return fault.rule();
        }
        return Nearest.to(fault.value(), Arrays.asList(known.group(1).split(", ")))
                .map(near -> "did you mean `" + near + "`?")
                .orElse(fault.rule());
    }
}
