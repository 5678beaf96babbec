package io.engageroutes.delivery;

import io.engageroutes.currency.ExchangeRate;
import io.engageroutes.currency.ExchangeRates;
import io.engageroutes.engage.ReceiptPayload;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.RejectedReceipt;
import java.util.function.Supplier;

/** Route steps that make a receipt ready for Engage, in the order of the route. */
public final class ReceiptSteps {

    private final Supplier<ReceiptRules> rules;
    private final Supplier<Pricing> pricing;
    private final ExchangeRates rates;
    private final String groupCurrency;
    private final boolean tillRates;
    private final ReceiptPayload payload;

    /**
     * @param rules those of the moment, which change when the store register does
     * @param pricing that of the moment, which changes when the store register or the VAT rates do
     * @param tillRates whether a rate that came with the receipt is taken before any other
     */
    public ReceiptSteps(
            Supplier<ReceiptRules> rules,
            Supplier<Pricing> pricing,
            ExchangeRates rates,
            String groupCurrency,
            boolean tillRates,
            ReceiptPayload payload) {
        this.rules = rules;
        this.pricing = pricing;
        this.rates = rates;
        this.groupCurrency = groupCurrency;
        this.tillRates = tillRates;
        this.payload = payload;
    }

    /** @throws RejectedReceipt with all faults: those that the document's reader saw, or those of the canonical receipt */
    public void validate(ReceiptMessage message) {
        if (!message.readerFaults().isEmpty()) {
            throw new RejectedReceipt(message.readerFaults());
        }
        rules.get().check(message.receipt());
    }

    /** Spreads the discounts and computes the VAT. */
    public void price(ReceiptMessage message) {
        message.price(pricing.get().price(message.receipt()));
    }

    /**
     * Finds the factor to the group currency for the receipt's local day.
     *
     * @throws io.engageroutes.currency.NoExchangeRate when none is known, or only a stale one
     */
    public void convert(ReceiptMessage message) {
        Receipt receipt = message.receipt();
        if (tillRates && receipt.exchangeRate() != null) {
            message.convert(new ExchangeRate(
                    receipt.exchangeRate(), receipt.occurredAt().toLocalDate(), "till"));
        } else {
            message.convert(rates.rate(
                    receipt.currency(), groupCurrency, receipt.occurredAt().toLocalDate()));
        }
    }

    /** Builds the body of the POST. */
    public void payload(ReceiptMessage message) {
        message.toSend(payload.json(message.priced(), message.rate()));
    }
}
