package io.engageroutes.intake.shipped;

import io.engageroutes.intake.DocumentFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * How the readers of one format are made.
 *
 * @param ending of the files that a source names as its layout
 * @param reader makes a reader of such a file
 * @param alone makes a reader without layout; null when the format needs one
 */
record FormatKind(String ending, Reader reader, Supplier<DocumentFormat> alone) {

    /** Throws whatever the layout's own reader throws when it is wrong. */
    @FunctionalInterface
    interface Reader {
        DocumentFormat read(Path layout) throws IOException;
    }

    static FormatKind with(String ending, Reader reader) {
        return new FormatKind(ending, reader, null);
    }

    /** Of a canonical form that other documents can be mapped to. */
    static FormatKind mapped(String ending, Reader reader, Supplier<DocumentFormat> alone) {
        return new FormatKind(ending, reader, alone);
    }
}
