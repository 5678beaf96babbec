package io.engageroutes.intake.layout;

/**
 * Where VAT comes on top of the amounts that the file has.
 *
 * @param lineAdded the lines' own VAT
 * @param receiptAdded VAT that only the receipt has; it is spread over the lines
 */
record Taxes(boolean lineAdded, boolean receiptAdded) {

    private enum Place {
        INCLUDED,
        ADDED
    }

    static Taxes read(Section section) {
        if (!section.isPresent()) {
            return new Taxes(false, false);
        }
        Taxes taxes = new Taxes(
                section.oneOf("line", Place.class, Place.INCLUDED) == Place.ADDED,
                section.oneOf("receipt", Place.class, Place.INCLUDED) == Place.ADDED);
        section.refuseUnknown();
        return taxes;
    }
}
