package io.engageroutes.intake;

/** The formats that sources name in {@code routes/sources/}. */
public interface DocumentFormats {

    /**
     * @param format the kind of document, such as {@code poslog}, {@code delimited} or {@code json}; {@code ShippedFormats} lists them
     * @param layout the profile or layout in {@code routes/layouts/} without its ending, such as {@code poslog/extenda}; blank
     *     for formats that need none
     * @throws IllegalArgumentException when there is no such format, or its layout is missing or wrong; names all that is wrong
     */
    DocumentFormat format(String format, String layout);
}
