package io.engageroutes.gaps;

/**
 * An order number that did not come although a higher one did.
 *
 * @param since when a higher one was first seen, in milliseconds since 1970
 */
public record MissingOrder(String source, long number, long since) {}
