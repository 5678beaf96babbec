package io.engageroutes.editing;

/**
 * Tells a folder that somebody is just writing to from one that is as it is meant: the same for some looks. A file that is gone must
 * stay away for longer, since editors take one away for a moment to put its new version in its place.
 */
final class Settling {

    private static final int LOOKS = 2;
    private static final int LOOKS_WITHOUT_A_FILE = 4;

    private FolderState last;
    private int looks;

    /**
     * Takes a look.
     *
     * @param running what the application runs with
     */
    boolean isSettled(FolderState seen, FolderState running) {
        looks = seen.equals(last) ? looks + 1 : 1;
        last = seen;
        return looks >= (seen.hasAllOf(running) ? LOOKS : LOOKS_WITHOUT_A_FILE);
    }

    /** The folder could not be read, or is as it was. */
    void forget() {
        last = null;
        looks = 0;
    }
}
