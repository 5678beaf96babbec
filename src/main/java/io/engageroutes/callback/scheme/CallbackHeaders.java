package io.engageroutes.callback.scheme;

import java.util.List;

/** The headers that came with a callback. */
@FunctionalInterface
public interface CallbackHeaders {

    /** Every value of a header, whatever case its name came in; empty when it is not there. */
    List<String> all(String name);

    /**
     * The one value of a header.
     *
     * @throws BadSignature when it is missing, empty or there more than once: two values would let the sender choose which is looked at
     */
    default String one(String name) {
        List<String> values = all(name);
        if (values.isEmpty() || values.get(0) == null || values.get(0).isBlank()) {
            throw new BadSignature("missing header " + name);
        }
        if (values.size() > 1) {
            throw new BadSignature("header " + name + " is there " + values.size() + " times");
        }
        return values.get(0);
    }
}
