package io.engageroutes.intake.layout;

/** A line of text and where its values begin and end: most columns of most files are never asked for. */
final class CutText implements Values {

    private final String text;
    private final int[] bounds;
    private final int size;

    /**
     * A line that was cut.
     *
     * @param bounds for each value the position where it begins, and behind it the one where it ends
     * @param size how many values there are
     */
    CutText(String text, int[] bounds, int size) {
        this.text = text;
        this.bounds = bounds;
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String get(int at) {
        return at < size ? NumberPattern.stripped(text, bounds[2 * at], bounds[2 * at + 1]) : "";
    }

    @Override
    public boolean isBlank(int at) {
        return at >= size || NumberPattern.isBlank(text, bounds[2 * at], bounds[2 * at + 1]);
    }

    @Override
    public boolean same(int at, Values other, int otherAt) {
        if (at < size && other instanceof CutText cut && otherAt < cut.size) {
            int length = bounds[2 * at + 1] - bounds[2 * at];
            boolean asWritten = length == cut.bounds[2 * otherAt + 1] - cut.bounds[2 * otherAt]
                    && text.regionMatches(bounds[2 * at], cut.text, cut.bounds[2 * otherAt], length);
            if (asWritten) {
                return true;
            }
        }
        return get(at).equals(other.get(otherAt));
    }

    @Override
    public boolean sameText(int first, int last, Values other) {
        if (!(other instanceof CutText cut) || last >= size || last >= cut.size) {
            return false;
        }
        int begin = bounds[2 * first];
        int otherBegin = cut.bounds[2 * first];
        int length = bounds[2 * last + 1] - begin;
        for (int at = 2 * first; at <= 2 * last + 1; at++) {
            int in = bounds[at] - begin;
            if (in < 0 || in > length || in != cut.bounds[at] - otherBegin) {
                return false;
            }
        }
        return text.regionMatches(begin, cut.text, otherBegin, length);
    }
}
