package io.engageroutes.intake.mapping;

import com.schibsted.spt.data.jslt.parser.JsltParserConstants;
import com.schibsted.spt.data.jslt.parser.JsltParserTokenManager;
import com.schibsted.spt.data.jslt.parser.SimpleCharStream;
import com.schibsted.spt.data.jslt.parser.Token;
import io.engageroutes.receipt.Fault;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A mapping's text, word by word: finds what JSLT itself would notice late or never. */
final class MappingText {

    private static final Map<String, String> NEVER_THE_SAME = Map.of(
            "now", "the time of reading says nothing about the receipt",
            "random", "the same part has to give the same receipt every time",
            "uuid", "the same part has to give the same receipt every time",
            "from-json", "its numbers would be doubles: name the field under `embedded` in the mapping's settings");

    private final String fileName;
    private final List<Token> tokens = new ArrayList<>();

    MappingText(String text, String fileName) {
        this.fileName = fileName;
        JsltParserTokenManager manager = new JsltParserTokenManager(new SimpleCharStream(new StringReader(text)));
        for (Token token = manager.getNextToken();
                token.kind != JsltParserConstants.EOF;
                token = manager.getNextToken()) {
            tokens.add(token);
        }
    }

    /** The functions that the mapping declares itself. */
    Set<String> declaredFunctions() {
        Set<String> names = new HashSet<>();
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (kind(at) == JsltParserConstants.DEF) {
                names.add(tokens.get(at + 1).image);
            }
        }
        return names;
    }

    /** On which lines a function is called, in words; null when it is on none. */
    String callsOf(String function) {
        String lines = tokens.stream()
                .filter(token -> token.image.equals(function))
                .map(token -> String.valueOf(token.beginLine))
                .distinct()
                .collect(Collectors.joining(" or "));
        return lines.isEmpty() ? null : fileName + ", line " + lines;
    }

    List<Fault> faults(Set<String> given) {
        List<Fault> faults = new ArrayList<>();
        Set<String> variables = variables(given);
        Set<String> declared = declaredFunctions();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.kind == JsltParserConstants.DECIMAL) {
                faults.add(fault(
                        token,
                        "a decimal must stand in quotes, such as \"12.5\": bare it is a double, which loses cents"));
            } else if (token.kind == JsltParserConstants.VARIABLE && !variables.contains(token.image.substring(1))) {
                faults.add(fault(
                        token,
                        "there is no such variable: declare it with let, or use "
                                + given.stream()
                                        .sorted()
                                        .map(name -> "$" + name)
                                        .collect(Collectors.joining(" and "))));
            } else if (NEVER_THE_SAME.containsKey(token.image) && isCall(at) && !declared.contains(token.image)) {
                faults.add(fault(token, "this function cannot be used: " + NEVER_THE_SAME.get(token.image)));
            }
        }
        return faults;
    }

    private boolean isCall(int at) {
        return kind(at) == JsltParserConstants.IDENT
                && at + 1 < tokens.size()
                && kind(at + 1) == JsltParserConstants.LPAREN;
    }

    /** All that are declared anywhere; which of them may be used where is JSLT's to say. */
    private Set<String> variables(Set<String> given) {
        Set<String> names = new HashSet<>(given);
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (kind(at) == JsltParserConstants.LET) {
                names.add(tokens.get(at + 1).image);
            } else if (kind(at) == JsltParserConstants.DEF) {
                for (int next = at + 2; next < tokens.size() && kind(next) != JsltParserConstants.RPAREN; next++) {
                    names.add(tokens.get(next).image);
                }
            }
        }
        return names;
    }

    private int kind(int at) {
        return tokens.get(at).kind;
    }

    private Fault fault(Token token, String rule) {
        return new Fault(
                "broken-mapping",
                fileName + ", line " + token.beginLine + ", column " + token.beginColumn,
                token.image,
                rule);
    }
}
