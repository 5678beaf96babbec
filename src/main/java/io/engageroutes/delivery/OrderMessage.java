package io.engageroutes.delivery;

import io.engageroutes.order.Order;

/** One order, or a change of one, on its way to Engage. */
public final class OrderMessage extends FlowMessage {

    OrderMessage(Parcel parcel, Parcel.Entry entry) {
        super(parcel, entry);
    }

    /** Null when the document's reader rejected it. */
    public Order order() {
        return content() instanceof Content.OfOrder ordered ? ordered.order() : null;
    }
}
