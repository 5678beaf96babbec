package io.engageroutes.intake.poslog;

/**
 * How large one transaction may be, after dropping what its profile drops.
 *
 * @param elements how many elements
 * @param characters how long its texts and attribute values together
 */
record Limits(int elements, int characters) {

    static Limits read(ProfileSection section) {
        Limits limits = new Limits(section.number("elements", 50_000), section.number("characters", 8 << 20));
        section.end();
        return limits;
    }
}
