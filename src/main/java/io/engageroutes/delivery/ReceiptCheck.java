package io.engageroutes.delivery;

import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.RejectedReceipt;
import java.util.List;

/**
 * A first look at a receipt while its document is still open. The flow judges; this only tells whether the source's own text has
 * to be kept with it, and what a web shop is answered.
 */
public final class ReceiptCheck {

    private final ReceiptRules rules;
    private final Pricing pricing;

    public ReceiptCheck(ReceiptRules rules, Pricing pricing) {
        this.rules = rules;
        this.pricing = pricing;
    }

    /** All faults of the receipt; those of its amounts only when the rest is right. */
    public List<Fault> faults(Receipt receipt) {
        List<Fault> faults = rules.faults(receipt);
        if (!faults.isEmpty()) {
            return faults;
        }
        try {
            pricing.price(receipt);
            return List.of();
        } catch (RejectedReceipt rejected) {
            return rejected.faults();
        }
    }
}
