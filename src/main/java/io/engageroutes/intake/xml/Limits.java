package io.engageroutes.intake.xml;

import io.engageroutes.receipt.Fault;

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

    /**
     * The fault of a transaction that is larger.
     *
     * @param what it is called, such as {@code an invoice}
     * @param layout what is to be changed, such as {@code profile ncr}
     */
    public Fault exceededBy(String what, String place, String layout) {
        return new Fault(
                "transaction-too-large",
                place,
                null,
                what + " may have " + elements + " elements and " + characters
                        + " characters; if it is right, add what is not needed to drop, or raise limits, in " + layout);
    }
}
