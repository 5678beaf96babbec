package io.engageroutes.contact;

import java.time.OffsetDateTime;

/**
 * An answer that the contact gave.
 *
 * @param id the consent's id in Engage
 * @param value yes or no; there is no way back to not answered
 * @param date when it was given, or null
 * @param source where it was given, or null
 * @param comment or null
 */
public record Consent(String id, Boolean value, OffsetDateTime date, String source, String comment) {}
