package io.engageroutes.reconcile;

import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A sale or return in the fiscal record.
 *
 * @param document the file it stands in
 * @param place where in it
 * @param receipt as the layout understands it, without contact key
 */
public record FiscalSale(String document, String place, Receipt receipt) {

    LocalDate day() {
        return receipt.businessDate();
    }

    BigDecimal total() {
        return receipt.total();
    }

    /** Under which its store, register and day are compared. */
    Till till() {
        return new Till(receipt.storeId(), receipt.registerId(), day());
    }
}
