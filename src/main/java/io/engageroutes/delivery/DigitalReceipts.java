package io.engageroutes.delivery;

import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;

/** Of which receipts of a source the customer is sent a digital receipt. */
public enum DigitalReceipts {
    NONE("none"),
    /** Of those by which anything was sold; not of pure returns. */
    SALES("sales"),
    ALL("all");

    private final String word;

    DigitalReceipts(String word) {
        this.word = word;
    }

    /** As routes and parcels call it. */
    public String word() {
        return word;
    }

    boolean include(Receipt receipt) {
        return switch (this) {
            case NONE -> false;
            case SALES -> receipt.lines().stream().anyMatch(line -> line.type() == LineType.SALE);
            case ALL -> true;
        };
    }

    /** @throws IllegalArgumentException when it is none of the words */
    public static DigitalReceipts of(String word) {
        for (DigitalReceipts each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("digitalReceipt must be none, sales or all, not '" + word + "'");
    }
}
