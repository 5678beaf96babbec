package io.engageroutes.delivery;

import io.engageroutes.currency.ExchangeRate;
import io.engageroutes.receipt.PricedReceipt;

/** One receipt on its way to Engage. */
public final class ReceiptMessage extends FlowMessage {

    private PricedReceipt priced;
    private ExchangeRate rate;

    ReceiptMessage(Parcel parcel, Parcel.Entry entry) {
        super(parcel, entry);
    }

    /** Whether it names an order instead of a contact, and whose that is has not been found. */
    public boolean isOfUnknownOrder() {
        return entry().contactOf() != null && receipt() != null && !isAddressed();
    }

    public PricedReceipt priced() {
        return priced;
    }

    public void price(PricedReceipt price) {
        this.priced = price;
    }

    /** Null when Engage's own conversion scheme is to be used. */
    public ExchangeRate rate() {
        return rate;
    }

    public void convert(ExchangeRate exchangeRate) {
        this.rate = exchangeRate;
    }
}
