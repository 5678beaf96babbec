package io.engageroutes.receipt;

/** What a line is about; only goods and services take part in basket discounts unless a setting adds freight. */
public enum LineKind {
    GOODS,
    SERVICE,
    DEPOSIT,
    GIFT_CARD,
    FREIGHT,
    OTHER
}
