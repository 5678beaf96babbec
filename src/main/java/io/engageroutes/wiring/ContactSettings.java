package io.engageroutes.wiring;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Engage is told about contacts.
 *
 * @param attributes names that may be sent; {@code standard} stands for all of Engage's own
 * @param compareWith what a change is told by: {@code engage}, what Engage holds, or {@code sent}, what was said last
 * @param preferences which preferences are sent: {@code only-true}, {@code all} or {@code none}
 * @param store recruits the contacts whose source names no store; blank for none
 */
@ConfigurationProperties("contacts")
public record ContactSettings(
        @DefaultValue("standard") List<String> attributes,
        @DefaultValue("engage") String compareWith,
        @DefaultValue("only-true") String preferences,
        @DefaultValue("") String store) {}
