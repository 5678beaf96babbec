package io.engageroutes.receipt;

/**
 * A promotion that was used.
 *
 * @param promotionId the promotion
 * @param couponId this contact's own instance of it, or null
 */
public record PromotionUse(String promotionId, String couponId) {}
