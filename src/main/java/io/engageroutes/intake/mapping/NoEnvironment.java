package io.engageroutes.intake.mapping;

import java.util.Set;
import net.sf.saxon.lib.EnvironmentVariableResolver;

/** The environment of a stylesheet: empty, for keys and passwords stand in ours. */
final class NoEnvironment implements EnvironmentVariableResolver {

    @Override
    public Set<String> getAvailableEnvironmentVariables() {
        return Set.of();
    }

    @Override
    public String getEnvironmentVariable(String name) {
        return null;
    }
}
