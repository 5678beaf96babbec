package io.engageroutes.intake.layout;

import java.util.List;

/**
 * Which rows make a receipt.
 *
 * @param by the columns that are equal on all rows of a receipt and on no others
 * @param rows whether the rows of a receipt follow each other
 * @param mostReceipts how many receipts may be held in memory
 * @param mostRows how many rows a receipt may have
 */
record Grouping(List<String> by, Rows rows, int mostReceipts, int mostRows) {

    enum Rows {
        TOGETHER,
        APART
    }
}
