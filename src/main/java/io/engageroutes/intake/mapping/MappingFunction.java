package io.engageroutes.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.impl.AbstractFunction;
import java.math.BigDecimal;

/** A function that mappings may call; pure, so that the same part gives the same receipt every time. */
final class MappingFunction extends AbstractFunction {

    /** Beyond this only nonsense is left, and numbers that fill the memory. */
    private static final int MOST_DIGITS = 60;

    private final Body body;

    /** What the function does; null is JSON's null. */
    @FunctionalInterface
    interface Body {
        JsonNode of(Arguments arguments);
    }

    /** The same with a decimal as result. */
    @FunctionalInterface
    interface DecimalBody {
        BigDecimal of(Arguments arguments);
    }

    /** The same with a text as result. */
    @FunctionalInterface
    interface TextBody {
        String of(Arguments arguments);
    }

    private MappingFunction(String name, int least, int most, Body body) {
        super(name, least, most);
        this.body = body;
    }

    static Function of(String name, int least, int most, Body body) {
        return new MappingFunction(name, least, most, body);
    }

    static Function decimal(String name, int least, int most, DecimalBody body) {
        return of(name, least, most, arguments -> node(name, body.of(arguments)));
    }

    static Function text(String name, int least, int most, TextBody body) {
        return of(name, least, most, arguments -> {
            String text = body.of(arguments);
            return text == null ? null : TextNode.valueOf(text);
        });
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        JsonNode result = body.of(new Arguments(getName(), arguments));
        return result == null ? NullNode.instance : result;
    }

    private static JsonNode node(String name, BigDecimal value) {
        if (value == null) {
            return null;
        }
        if (value.precision() > MOST_DIGITS || Math.abs(value.scale()) > MOST_DIGITS) {
            throw new MappingFailure(name + "(): the result has more than " + MOST_DIGITS + " digits");
        }
        // a scale below zero would be written with an exponent
        return DecimalNode.valueOf(value.scale() < 0 ? value.setScale(0) : value);
    }
}
