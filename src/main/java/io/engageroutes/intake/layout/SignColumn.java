package io.engageroutes.intake.layout;

import java.util.Set;

/**
 * A column of its own for the sign of a number.
 *
 * @param negative what stands there for a minus
 * @param positive what stands there for a plus
 */
record SignColumn(String column, Set<String> negative, Set<String> positive) {}
