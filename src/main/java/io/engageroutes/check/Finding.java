package io.engageroutes.check;

import java.nio.file.Path;

/**
 * Something wrong under {@code routes/}.
 *
 * @param file relative to the folder {@code routes}
 * @param line from 1; 0 when it is about the whole file
 * @param column from 1; 0 when it is about the whole line or file
 * @param wrong what is wrong, with the value
 * @param meant what should stand there, and what to do
 */
public record Finding(Path file, int line, int column, String wrong, String meant) {

    /** As compilers write it, so that editors find the place: {@code sources/till.camel.yaml:12:9: wrong; meant}. */
    @Override
    public String toString() {
        String place = line == 0 ? file.toString() : file + ":" + line + (column == 0 ? "" : ":" + column);
        return place + ": " + wrong + "; " + meant;
    }
}
