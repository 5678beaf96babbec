package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Receipt;

/** A receipt with one field changed. */
final class ReceiptWith {

    private ReceiptWith() {}

    static Receipt uniqueId(Receipt receipt, String uniqueId) {
        return new Receipt(
                uniqueId,
                receipt.receiptNumber(),
                receipt.storeId(),
                receipt.registerId(),
                receipt.sequence(),
                receipt.businessDate(),
                receipt.occurredAt(),
                receipt.currency(),
                receipt.contactKeys(),
                receipt.lines(),
                receipt.basketDiscounts(),
                receipt.tenders(),
                receipt.total(),
                receipt.taxTotal(),
                receipt.cashRounding(),
                receipt.exchangeRate(),
                receipt.vouchersUsed(),
                receipt.promotionsUsed());
    }
}
