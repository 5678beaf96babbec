package io.engageroutes.intake.layout;

/**
 * The last row of a document, which tells what should stand before it.
 *
 * @param prefix what its first value is
 * @param rowsAt the position, from 1, of the number of rows; 0 when it has none
 * @param amountAt the position, from 1, of the sum of an amount; 0 when it has none
 * @param amountOf the column that is summed
 * @param numbers how its amount is written
 */
record Trailer(String prefix, int rowsAt, int amountAt, String amountOf, NumberPattern numbers) {}
