package io.engageroutes.intake.layout;

import java.util.Locale;

/** What a type of record is to its file. */
enum RecordKind {
    /** what begins the file and holds for all of it */
    FILE_HEADER,
    /** what begins a receipt */
    RECEIPT,
    /** more columns of the receipt, such as who bought */
    RECEIPT_PART,
    LINE,
    /** more columns of the line before it */
    LINE_PART,
    /** a discount of the line before it */
    LINE_DISCOUNT,
    /** VAT of the line before it */
    LINE_TAX,
    TENDER,
    /** a basket discount */
    DISCOUNT,
    /** VAT of the receipt */
    TAX,
    /** the end of a receipt */
    RECEIPT_TRAILER,
    /** the end of the file */
    FILE_TRAILER,
    IGNORED;

    /** Whether it says more about a line. */
    boolean isOfLine() {
        return this == LINE_PART || this == LINE_DISCOUNT || this == LINE_TAX;
    }

    /** As a layout has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
