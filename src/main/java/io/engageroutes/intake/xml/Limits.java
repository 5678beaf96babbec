package io.engageroutes.intake.xml;

/**
 * How large one part of a document may be in memory, after dropping what is dropped.
 *
 * @param elements how many elements
 * @param characters how long its texts and attribute values together
 */
public record Limits(int elements, int characters) {

    /** Enough for a receipt with some thousand lines. */
    public static final Limits USUAL = new Limits(50_000, 8 << 20);

    public static Limits read(ProfileSection section) {
        Limits limits =
                new Limits(section.number("elements", USUAL.elements), section.number("characters", USUAL.characters));
        section.end();
        return limits;
    }
}
