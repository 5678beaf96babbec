package io.engageroutes.check;

import org.apache.camel.spi.PropertiesSource;

/** Gives every setting a value of the right kind, so that no key or password gets into a message. */
final class NeutralSettings implements PropertiesSource {

    private static final String TELLS_NOTHING = "true|false|-?[0-9]{1,9}(ms|s|m|h|d)?";

    private final Surroundings surroundings;

    NeutralSettings(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public String getName() {
        return "check";
    }

    @Override
    public String getProperty(String name) {
        String value = surroundings.settings().apply(name);
        if (value == null) {
            return null;
        }
        if (value.matches(TELLS_NOTHING) || surroundings.choices().containsKey(name)) {
            return value;
        }
        return name.endsWith("url") ? "http://localhost" : "x";
    }
}
