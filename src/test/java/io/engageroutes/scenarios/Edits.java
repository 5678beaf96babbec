package io.engageroutes.scenarios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Edits of all kinds at random. A wrong one is taken back or made right by the next. */
final class Edits {

    private final RouteFolder routes;
    private final Random random;
    private final Map<String, String> shipped = new HashMap<>();
    private Edit pending;
    private boolean newSource;
    private boolean renamed;
    private int number = 1000;

    Edits(RouteFolder routes, Random random) {
        this.routes = routes;
        this.random = random;
        routes.names().stream()
                .filter(file -> !file.startsWith("tests/"))
                .forEach(file -> shipped.put(file, routes.read(file)));
    }

    /**
     * One edit.
     *
     * @param right whether it is to be taken
     * @param takesBack whether the folder is then as it was before the wrong edit
     */
    record Edit(String kind, String file, boolean right, boolean takesBack, Runnable make) {}

    Edit next() {
        if (pending != null) {
            Edit back = pending;
            pending = null;
            return back;
        }
        number++;
        return switch (random.nextInt(12)) {
            case 0 ->
                change(
                        "parameter",
                        "sources/till-csv.camel.yaml",
                        "        source: till-csv\n      steps",
                        "        source: till-csv\n        every: " + number + "\n      steps");
            case 1 ->
                change(
                        "step",
                        "sources/till-json.camel.yaml",
                        "description: Fetch canonical",
                        "description: Number " + number + ", fetch canonical");
            case 2 ->
                change(
                        "kamelet",
                        "kamelets/sftp-documents.kamelet.yaml",
                        "initialDelay: 500",
                        "initialDelay: " + number % 100);
            case 3 ->
                change(
                        "kamelet",
                        "kamelets/queue-messages.kamelet.yaml",
                        "Parcels are queued",
                        "Parcels " + number + " are queued");
            case 4 ->
                change(
                        "policy",
                        "policies.camel.yaml",
                        "maximumRedeliveryDelay: \"15000\"",
                        "maximumRedeliveryDelay: \"" + (15000 + number) + "\"");
            case 5 ->
                change(
                        "flow",
                        "flows/receipts.camel.yaml",
                        "Send one receipt to Engage",
                        "Send receipt " + number + " to Engage");
            case 6 -> change("layout", "layouts/nordic-flat.yaml", "", "# " + number + "\n");
            case 7 -> change("profile", "layouts/poslog/extenda.yaml", "", "# " + number + "\n");
            case 8 -> change("data", "data/stores.csv", "", "# " + number + "\n");
            case 9 -> source();
            case 10 -> rename();
            default -> wrong();
        };
    }

    /** Always from the shipped text, so that the folder can be put back. */
    private Edit change(String kind, String file, String from, String to) {
        String text =
                from.isEmpty() ? to + shipped.get(file) : shipped.get(file).replace(from, to);
        return new Edit(kind, file, true, false, () -> save(file, text));
    }

    private void save(String file, String text) {
        if (random.nextBoolean()) {
            routes.swap(file, text);
        } else {
            routes.write(file, text);
        }
    }

    private Edit source() {
        String file = "sources/till-new.camel.yaml";
        newSource = !newSource;
        return newSource
                ? new Edit(
                        "new source",
                        file,
                        true,
                        false,
                        () -> routes.write(
                                file,
                                shipped.get("sources/till-json.camel.yaml").replace("till-json", "till-new")))
                : new Edit("deleted", file, true, false, () -> routes.delete(file));
    }

    private Edit rename() {
        renamed = !renamed;
        String from = renamed ? "flows/dead-letters.camel.yaml" : "flows/replays.camel.yaml";
        String to = renamed ? "flows/replays.camel.yaml" : "flows/dead-letters.camel.yaml";
        return new Edit("renamed", from, true, false, () -> routes.rename(from, to));
    }

    private Edit wrong() {
        List<String[]> ways = List.of(
                new String[] {"sources/till-json.camel.yaml", "steps:", "stepz:"},
                new String[] {"flows/receipts.camel.yaml", "name: post-receipt", "name: nowhere"},
                new String[] {"kamelets/queue-messages.kamelet.yaml", "ref: documentReader", "ref: nobody"},
                new String[] {"policies.camel.yaml", "id: storage-away", "id: storage-gone"},
                new String[] {"sources/erp.camel.yaml", "      uri: jms", "      uri: jmz"});
        String[] way = ways.get(random.nextInt(ways.size()));
        String before = routes.read(way[0]);
        pending = new Edit("taken back", way[0], true, true, () -> save(way[0], before));
        return new Edit("wrong", way[0], false, false, () -> save(way[0], before.replace(way[1], way[2])));
    }

    /** Edits that make the folder what it was at first, but for one that is already. */
    List<Edit> restore() {
        List<Edit> edits = new ArrayList<>();
        if (pending != null) {
            edits.add(pending);
        }
        edits.add(new Edit("restored", "all", true, false, () -> {
            for (String file : routes.names()) {
                if (!shipped.containsKey(file)) {
                    routes.delete(file);
                }
            }
            shipped.forEach(routes::write);
            routes.write("layouts/nordic-flat.yaml", "# restored\n" + shipped.get("layouts/nordic-flat.yaml"));
        }));
        return edits;
    }
}
