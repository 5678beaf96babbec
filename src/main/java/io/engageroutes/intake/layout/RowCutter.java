package io.engageroutes.intake.layout;

import java.io.IOException;

/** Makes rows of lines; knows what type of record each is. */
interface RowCutter {

    /**
     * The row that begins with this line.
     *
     * @param lines to go on reading when the row goes on in the next line
     */
    Row row(String first, TextLines lines) throws IOException;
}
