package io.engageroutes.workbench;

import java.util.List;

/**
 * How a golden test went.
 *
 * @param trouble why it could not be run or compared, or null
 * @param counts differences in what is said of a whole document, such as the number of its receipts
 * @param changes differences in its transactions
 */
public record TestResult(RouteTest test, String trouble, List<Difference> counts, List<Comparison.Change> changes) {

    static TestResult trouble(RouteTest test, String trouble) {
        return new TestResult(test, trouble, List.of(), List.of());
    }

    public boolean isGood() {
        return trouble == null && counts.isEmpty() && changes.isEmpty();
    }
}
