package io.engageroutes.receipt;

import java.time.ZoneId;

/**
 * A store as the store register knows it.
 *
 * @param id its id as tills and Engage know it
 * @param name for people
 * @param zone where its clocks are
 * @param country ISO 3166 alpha-2, or null
 * @param language culture such as {@code sv-SE}, or null
 */
public record Store(String id, String name, ZoneId zone, String country, String language) {}
