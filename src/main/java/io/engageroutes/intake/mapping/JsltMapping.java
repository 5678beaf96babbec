package io.engageroutes.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.ResourceResolver;
import com.schibsted.spt.data.jslt.impl.BuiltinFunctions;
import com.schibsted.spt.data.jslt.impl.ExpressionImpl;
import com.schibsted.spt.data.jslt.impl.ExpressionNode;
import com.schibsted.spt.data.jslt.impl.FunctionExpression;
import com.schibsted.spt.data.jslt.impl.Location;
import com.schibsted.spt.data.jslt.parser.TokenMgrError;
import io.engageroutes.receipt.Fault;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A compiled JSLT mapping; safe for threads. */
final class JsltMapping {

    /** What a mapping is given beside the part: the name of the source, what stands before the part in the document, and the
     * settings' own values. */
    static final Set<String> GIVEN = Set.of("source", "document", "envelope", "values");

    private static final Pattern TOKEN_PLACE = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern SAFE = Pattern.compile("^(No such variable '\\w+')");

    private final Expression expression;
    private final MappingText text;
    private final String fileName;

    private JsltMapping(Expression expression, MappingText text, String fileName) {
        this.expression = expression;
        this.text = text;
        this.fileName = fileName;
    }

    /**
     * Compiles a mapping.
     *
     * @param siblings the text of a file beside it that it imports, or null when there is none of that name
     * @throws BrokenMapping with what is wrong
     */
    static JsltMapping compile(String mapping, String fileName, UnaryOperator<String> siblings) {
        Map<String, Function> functions = Stream.concat(ExactFunctions.all().stream(), TimeFunctions.all().stream())
                .collect(Collectors.toMap(Function::getName, function -> function));
        try {
            Expression expression = new Parser(new StringReader(mapping))
                    .withSource(fileName)
                    .withFunctions(functions.values())
                    .withResourceResolver(resolver(siblings))
                    .compile();
            MappingText text = new MappingText(mapping, fileName);
            List<Fault> faults = text.faults(GIVEN);
            if (!faults.isEmpty()) {
                throw new BrokenMapping(faults);
            }
            if (!((ExpressionImpl) expression).hasBody()) {
                throw broken(
                        fileName,
                        "the mapping yields nothing: an object with the fields of a receipt should stand at its end");
            }
            functions.keySet().removeAll(text.declaredFunctions());
            locate(((ExpressionImpl) expression).getChildren(), functions, text.declaredFunctions());
            return new JsltMapping(expression, text, fileName);
        } catch (JsltException e) {
            throw broken(place(e, fileName), firstLine(e.getMessageWithoutLocation()));
        } catch (TokenMgrError e) {
            throw broken(fileName, firstLine(e.getMessage()));
        }
    }

    private static ResourceResolver resolver(UnaryOperator<String> siblings) {
        return name -> {
            String sibling = siblings.apply(name);
            if (sibling == null) {
                throw new JsltException("there is no file " + name + " beside this mapping to import");
            }
            return new StringReader(sibling);
        };
    }

    /** Gives every call its own function, which knows where it is called. */
    private static void locate(List<ExpressionNode> nodes, Map<String, Function> functions, Set<String> declared) {
        for (ExpressionNode node : nodes) {
            locate(node, functions, declared);
            locate(node.getChildren(), functions, declared);
        }
    }

    private static void locate(ExpressionNode node, Map<String, Function> functions, Set<String> declared) {
        if (node instanceof FunctionExpression call && !declared.contains(call.getFunctionName())) {
            String name = call.getFunctionName();
            Function function = functions.getOrDefault(name, BuiltinFunctions.functions.get(name));
            if (function != null) {
                call.resolve(new LocatedFunction(function, place(call.getLocation())));
            }
        }
    }

    /**
     * What the mapping makes of a part.
     *
     * @throws MappingFailure when it cannot
     */
    JsonNode apply(JsonNode part, Map<String, JsonNode> given) {
        try {
            return expression.apply(given, part);
        } catch (MappingFailure failure) {
            // of a call inside a declared function, of which JSLT tells no place
            String name = failure.getMessage().replaceFirst("\\(.*", "");
            String calls = text.callsOf(name);
            throw calls == null ? failure : failure.at(calls);
        } catch (JsltException e) {
            throw new MappingFailure(place(e, null), words(e.getMessageWithoutLocation()));
        } catch (RuntimeException e) {
            throw new MappingFailure(
                    "JSLT cannot go on with this part: a division by zero with / or a number too long for + - * / does that;"
                            + " add, subtract, multiply and divide are exact");
        } catch (StackOverflowError e) {
            throw new MappingFailure("a function calls itself without end");
        }
    }

    String fileName() {
        return fileName;
    }

    /** A message without what it quotes of the part, which may be personal data. */
    private static String words(String message) {
        Matcher safe = SAFE.matcher(message);
        return safe.find()
                ? safe.group(1)
                : message.split("[\"{\\[(:0-9]", 2)[0].strip() + " … (what it was given is not shown)";
    }

    private static String place(JsltException e, String otherwise) {
        if (e.getLine() > 0) {
            return place(new Location(e.getSource(), e.getLine(), e.getColumn()));
        }
        Matcher place = TOKEN_PLACE.matcher(String.valueOf(e.getMessageWithoutLocation()));
        return place.find() ? otherwise + ", " + place.group() : otherwise;
    }

    private static String place(Location at) {
        return at.getSource() + ", line " + at.getLine() + ", column " + at.getColumn();
    }

    private static BrokenMapping broken(String place, String rule) {
        return new BrokenMapping(List.of(new Fault("broken-mapping", place, null, rule)));
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().limit(1).collect(Collectors.joining());
    }
}
