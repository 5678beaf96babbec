package io.engageroutes.intake.layout;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/**
 * How the rows of a file are written.
 *
 * @param charset what its bytes mean
 * @param fixedWidth whether values are told by where they stand; then there is no separator, quote or header
 * @param separator what stands between values
 * @param quote what may stand around a value, or null
 * @param header whether the first row names the columns
 * @param columns the columns by position, when there is no header
 * @param optional columns that a header may lack
 * @param skipLines how many lines to leave out at the beginning
 * @param comment lines that begin with this are left out; or null
 * @param multiline whether a quoted value may go on in the next line
 * @param mostColumns how many values a row may have
 * @param mostCharacters how long a value may be
 * @param trailer what the last row must be, or null
 */
record Dialect(
        Charset charset,
        boolean fixedWidth,
        char separator,
        Character quote,
        boolean header,
        List<String> columns,
        Set<String> optional,
        int skipLines,
        String comment,
        boolean multiline,
        int mostColumns,
        int mostCharacters,
        Trailer trailer) {}
