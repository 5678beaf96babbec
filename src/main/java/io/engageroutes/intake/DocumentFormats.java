package io.engageroutes.intake;

/** The formats that sources name in {@code routes/sources/}. */
public interface DocumentFormats {

    /**
     * @param format the kind of document: {@code poslog}, {@code delimited}, {@code saft} or {@code json}
     * @param layout the profile or layout in {@code routes/layouts/} without its ending, such as {@code poslog/extenda}; blank
     *     for formats that need none
     * @throws IllegalArgumentException when there is no such format, or its layout is missing or wrong; names all that is wrong
     */
    DocumentFormat format(String format, String layout);
}
