package io.engageroutes.editing;

import java.util.Set;

/** What an edit would replace has documents or messages under way that did not end in time; it goes on as it was. */
final class StillBusy extends Exception {

    StillBusy(Set<String> routes) {
        super(String.join(", ", routes));
    }
}
