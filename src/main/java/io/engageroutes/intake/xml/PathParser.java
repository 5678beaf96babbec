package io.engageroutes.intake.xml;

import java.util.ArrayList;
import java.util.List;

/** Reads the paths of a profile. */
final class PathParser {

    private final String text;
    private int at;

    private PathParser(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when it is no path; the message says where it stops being one */
    static Path parse(String text) {
        return new PathParser(text).path();
    }

    private Path path() {
        if (text.equals(".")) {
            return new Path(text, List.of(), null);
        }
        List<Path.Step> steps = new ArrayList<>();
        while (true) {
            if (takes('@')) {
                Path path = new Path(text, steps, name());
                if (at < text.length()) {
                    throw wrong("an attribute must be the last part");
                }
                return path;
            }
            steps.add(step());
            if (at == text.length()) {
                return new Path(text, steps, null);
            }
            expect('/');
        }
    }

    private Path.Step step() {
        String name = name();
        List<Path.Check> checks = new ArrayList<>();
        while (takes('[')) {
            boolean attribute = takes('@');
            String checked = name();
            expect('=');
            checks.add(new Path.Check(checked, attribute, quoted()));
            expect(']');
        }
        return new Path.Step(name, List.copyOf(checks));
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNameCharacter(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw wrong("a name is missing");
        }
        if (at < text.length() && text.charAt(at) == ':') {
            throw wrong("names have no prefix: every namespace matches");
        }
        return text.substring(start, at).intern();
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private String quoted() {
        char quote = at < text.length() ? text.charAt(at) : ' ';
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw wrong("a value in quotes is missing");
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private boolean takes(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char wanted) {
        if (!takes(wanted)) {
            throw wrong("'" + wanted + "' is missing");
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("at character " + (at + 1) + " " + what
                + "; write names separated by '/', then '@attribute' if wanted, such as "
                + "Total[@TotalType='TransactionGrandAmount'] or LineItem/Tender/@TenderType");
    }
}
