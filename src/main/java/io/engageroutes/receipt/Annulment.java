package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.util.List;

/**
 * The receipt that takes another one back whole, for tills that void a sale after it was finalised (a post-void). Engage cannot change
 * or delete a receipt, so what was delivered is undone by its opposite.
 */
public final class Annulment {

    /** What the annulled receipt's id gets, so that a post-void that comes twice is one annulment. */
    private static final String SUFFIX = "-void";

    private Annulment() {}

    /**
     * Every line with the type turned round at what was really paid for it, every payment with the other sign; day, time, store, contact
     * and currency stay, so that both together come to nothing, in the group's currency too. Vouchers and promotions are not used again.
     */
    public static Receipt of(PricedReceipt priced) {
        Receipt sale = priced.receipt();
        List<Line> lines = priced.lines().stream().map(Annulment::line).toList();
        List<Tender> payments =
                priced.payments().stream().map(Annulment::tender).toList();
        return new Receipt(
                sale.uniqueId() + SUFFIX,
                sale.receiptNumber(),
                sale.storeId(),
                sale.registerId(),
                sale.sequence(),
                sale.businessDate(),
                sale.occurredAt(),
                sale.currency(),
                sale.contactKeys(),
                lines,
                List.of(),
                payments,
                priced.total().negate(),
                null,
                negated(sale.cashRounding()),
                sale.exchangeRate(),
                List.of(),
                List.of());
    }

    private static Line line(PricedLine priced) {
        Line line = priced.line();
        return new Line(
                line.number(),
                line.type() == LineType.SALE ? LineType.RETURN : LineType.SALE,
                line.kind(),
                line.sku(),
                line.articleNumber(),
                line.articleName(),
                line.articleGroup(),
                line.quantity(),
                line.unitPrice(),
                priced.paid(),
                priced.taxPercent(),
                priced.tax(),
                List.of(),
                line.awardsBonus(),
                line.discountable());
    }

    private static Tender tender(Tender tender) {
        return new Tender(
                tender.type(), tender.description(), tender.amount().negate(), tender.voucher(), tender.voucherId());
    }

    private static BigDecimal negated(BigDecimal amount) {
        return amount == null ? null : amount.negate();
    }
}
