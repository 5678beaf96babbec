package io.engageroutes.receipt;

/** Which way the goods of a line went. */
public enum LineType {
    SALE,
    RETURN
}
