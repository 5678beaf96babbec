package io.engageroutes.order;

/**
 * What the customer is shown of an article besides its name.
 *
 * @param imageUrl a picture, or null
 * @param link its page in the shop, or null
 */
public record Article(String imageUrl, String link) {}
