package io.engageroutes.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Camel's loader refused, as far as possible with its place. */
final class LoaderFault {

    private static final Pattern LINE = Pattern.compile("line:? (\\d+)(?:,? column:? (\\d+))?");
    private static final Pattern ROUTE = Pattern.compile("(?:route|id)[: ]+\\[?([a-z0-9-]+)");
    private static final int LONGEST = 300;

    private LoaderFault() {}

    static Finding of(RouteFile file, Throwable thrown) {
        StringBuilder all = new StringBuilder();
        Throwable root = thrown;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            all.append(each.getMessage()).append('\n');
            root = each;
        }
        String said = root.getMessage() == null || root.getMessage().isBlank()
                ? root.getClass().getSimpleName()
                : root.getMessage().lines().findFirst().orElse("");
        String wrong = "Camel refuses it: " + (said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said);
        String meant = "mend what it names";
        Matcher line = LINE.matcher(all);
        if (line.find()) {
            return new Finding(
                    file.file(),
                    Integer.parseInt(line.group(1)),
                    line.group(2) == null ? 0 : Integer.parseInt(line.group(2)),
                    wrong,
                    meant);
        }
        Owner owner = owner(file.owners(), all.toString());
        return owner == null
                ? new Finding(file.file(), 0, 0, wrong, meant)
                : owner.part().name().wrong(wrong, meant);
    }

    /** The route that is named, or the only one; null when there is none. */
    private static Owner owner(List<Owner> owners, String text) {
        Matcher named = ROUTE.matcher(text);
        while (named.find()) {
            for (Owner owner : owners) {
                if (named.group(1).equals(owner.id())) {
                    return owner;
                }
            }
        }
        return owners.size() == 1 ? owners.get(0) : null;
    }
}
