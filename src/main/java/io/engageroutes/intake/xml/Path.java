package io.engageroutes.intake.xml;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A way from an element down to others, compiled once: {@code Total[@TotalType='TransactionGrandAmount']}, {@code
 * LineItem/Tender/@TenderType}, {@code .}
 */
final class Path {

    /** What a step asks of an element besides its name: an attribute's or a child's text. */
    record Check(String name, boolean attribute, String value) {

        boolean holds(Element element) {
            if (attribute) {
                return value.equals(element.attribute(name));
            }
            for (Element child = element.firstChild; child != null; child = child.next) {
                if (child.name.equals(name) && value.equals(child.text())) {
                    return true;
                }
            }
            return false;
        }
    }

    record Step(String name, List<Check> checks) {

        boolean takes(Element element) {
            if (!element.name.equals(name)) {
                return false;
            }
            for (int i = 0; i < checks.size(); i++) {
                if (!checks.get(i).holds(element)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final String text;
    private final Step[] steps;
    private final String attribute;

    Path(String text, List<Step> steps, String attribute) {
        this.text = text;
        this.steps = steps.toArray(Step[]::new);
        this.attribute = attribute;
    }

    /** The first value that is not empty, or null. */
    String first(Element from) {
        return find(from, 0, null);
    }

    /** The first value that is not empty and passes, or null. */
    String first(Element from, Predicate<String> test) {
        return find(from, 0, test);
    }

    /** Every element on the way's end; an attribute path ends at its element. */
    void each(Element from, Consumer<Element> visitor) {
        walk(from, 0, visitor);
    }

    /** Every value that is not empty, in the order of the document. */
    void eachValue(Element from, Consumer<String> visitor) {
        find(from, 0, value -> {
            visitor.accept(value);
            return false;
        });
    }

    boolean exists(Element from) {
        return attribute == null ? reaches(from, 0) : first(from) != null;
    }

    private String find(Element at, int depth, Predicate<String> test) {
        if (depth == steps.length) {
            String value = attribute == null ? at.text() : at.attribute(attribute);
            return value != null && !value.isEmpty() && (test == null || test.test(value)) ? value : null;
        }
        Step step = steps[depth];
        for (Element child = at.firstChild; child != null; child = child.next) {
            if (step.takes(child)) {
                String value = find(child, depth + 1, test);
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    private void walk(Element at, int depth, Consumer<Element> visitor) {
        if (depth == steps.length) {
            visitor.accept(at);
            return;
        }
        Step step = steps[depth];
        for (Element child = at.firstChild; child != null; child = child.next) {
            if (step.takes(child)) {
                walk(child, depth + 1, visitor);
            }
        }
    }

    private boolean reaches(Element at, int depth) {
        if (depth == steps.length) {
            return true;
        }
        for (Element child = at.firstChild; child != null; child = child.next) {
            if (steps[depth].takes(child) && reaches(child, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
