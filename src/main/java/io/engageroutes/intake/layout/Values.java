package io.engageroutes.intake.layout;

/** The values of one row by position from 0, each without spaces around. */
interface Values {

    Values NONE = new Listed(new String[0]);

    int size();

    /** What stands there; empty when nothing does, or beyond the end. */
    String get(int at);

    /** Whether nothing stands there. */
    default boolean isBlank(int at) {
        return get(at).isEmpty();
    }

    /** Whether the same stands there as in another row. */
    default boolean same(int at, Values other, int otherAt) {
        return get(at).equals(other.get(otherAt));
    }

    /** Whether the same text stands in both rows from one value through another; false when that is not known. */
    default boolean sameText(int first, int last, Values other) {
        return false;
    }

    /** Values that were put together from several places. */
    record Listed(String[] values) implements Values {

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public String get(int at) {
            return at < values.length ? NumberPattern.stripped(values[at]) : "";
        }
    }
}
