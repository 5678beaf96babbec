package io.engageroutes.intake.idoc;

import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import java.math.BigDecimal;

/** Adds up the lines of an IDoc that is no receipt and compares them with its own sum: whether at least it came whole. */
final class SumCheck {

    /**
     * Where the amounts stand.
     *
     * @param segment the name of the lines' segment
     * @param amount from it to the line's amount
     * @param sumSegment the name of the sums' segment
     * @param which tells the sum of the lines from others, such as that of the taxes
     * @param sum from it to the sum
     */
    record Rule(String segment, Paths amount, String sumSegment, Condition which, Paths sum) {

        static Rule read(ProfileSection section) {
            ProfileSection which = section.section("which");
            Rule rule = new Rule(
                    section.text("segment", ""),
                    section.requiredPaths("amount"),
                    section.text("sumSegment", ""),
                    which.condition(),
                    section.requiredPaths("sum"));
            if (rule.segment.isEmpty() || rule.sumSegment.isEmpty()) {
                section.fault("segment", null, "must name the segments of lines and sums: segment and sumSegment");
            }
            which.end();
            section.end();
            return rule;
        }
    }

    private final Rule rule;
    private int lines;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal declared;
    private boolean readable = true;

    SumCheck(Rule rule) {
        this.rule = rule;
    }

    boolean wants(String segment) {
        return segment.equals(rule.segment) || segment.equals(rule.sumSegment);
    }

    void take(Element segment) {
        boolean line = segment.name().equals(rule.segment);
        if (!line && !rule.which.holds(segment)) {
            return;
        }
        String text = (line ? rule.amount : rule.sum).first(segment);
        BigDecimal amount = text == null ? null : SapNumber.parse(text);
        if (text != null && amount == null) {
            readable = false;
        } else if (line) {
            lines++;
            sum = amount == null ? sum : sum.add(amount);
        } else {
            declared = amount;
        }
    }

    /** What came of it, in words; for the message that refuses the IDoc. */
    String result() {
        if (!readable || declared == null) {
            return lines + " lines, and no sum to compare them with";
        }
        boolean same = sum.compareTo(declared) == 0;
        return lines + " lines that add up to " + sum.toPlainString()
                + (same ? ", as its own sum says" : ", but its own sum is ") + (same ? "" : declared.toPlainString());
    }
}
