package io.engageroutes.sandbox;

/**
 * A document of the sandbox.
 *
 * @param folder the source that it comes from, such as {@code till-csv}
 * @param name its file name
 */
public record SampleDocument(String folder, String name, byte[] content) {}
