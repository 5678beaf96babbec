package io.engageroutes.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;

/** One call of a function in a mapping: adds the place of the call to what goes wrong in it, which JSLT does not know. */
record LocatedFunction(Function function, String place) implements Function {

    @Override
    public String getName() {
        return function.getName();
    }

    @Override
    public int getMinArguments() {
        return function.getMinArguments();
    }

    @Override
    public int getMaxArguments() {
        return function.getMaxArguments();
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        try {
            return function.call(input, arguments);
        } catch (MappingFailure failure) {
            throw failure.at(place);
        } catch (JsltException e) {
            throw new MappingFailure(place, getName() + "() cannot be done with what it is given");
        }
    }
}
