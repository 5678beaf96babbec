package io.engageroutes.intake.layout;

import io.engageroutes.receipt.PromotionUse;
import java.util.Objects;
import java.util.stream.Stream;

/** Where stands which promotion was used, and by which coupon. */
record PromotionFields(Field promotionId, Field couponId) {

    /** Null when none was used. */
    PromotionUse use(Cells cells) {
        String promotion = cells.text(promotionId);
        return promotion == null ? null : new PromotionUse(promotion, cells.text(couponId));
    }

    Stream<Field> fields() {
        return Stream.of(promotionId, couponId).filter(Objects::nonNull);
    }
}
