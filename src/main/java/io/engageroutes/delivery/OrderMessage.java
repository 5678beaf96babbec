package io.engageroutes.delivery;

import io.engageroutes.currency.ExchangeRate;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.PricedReceipt;
import java.util.List;

/** One order, or a change of one, on its way to Engage. */
public final class OrderMessage extends FlowMessage {

    private OrderStates.State state = OrderStates.State.NOTHING;
    private Order target;
    private PricedReceipt priced;
    private ExchangeRate rate;
    private Found found = Found.NOT_ASKED;
    private String versionTag;
    private List<Fault> jobFaults = List.of();
    private boolean needsContact;
    private boolean repeats;
    private int stepsTaken;
    private int staleTags;

    /** Whether Engage has the order, as far as it was asked during this delivery. */
    enum Found {
        NOT_ASKED,
        THERE,
        NOT_THERE
    }

    OrderMessage(Parcel parcel, Parcel.Entry entry) {
        super(parcel, entry);
    }

    /** Null when the document's reader rejected it. */
    public Order order() {
        return content() instanceof Content.OfOrder ordered ? ordered.order() : null;
    }

    /** Whether there is somebody to be told. A mere change of an order that Engage stores needs nobody: Engage knows whose it is. */
    public boolean isDeliverable() {
        return !needsContact || target != null && !target.contacts().isEmpty();
    }

    void needsContact(boolean needs) {
        this.needsContact = needs;
    }

    OrderStates.State state() {
        return state;
    }

    /** @param whole what is known of the order together with what this message says, where it is not older */
    void stands(OrderStates.State now, Order whole) {
        this.state = now;
        this.target = whole;
    }

    /** The whole order as it is to be, without an action; null before it was judged. */
    Order target() {
        return target;
    }

    /** Whether a newer state of the order was delivered already. */
    boolean isOlder() {
        return state.order() != null
                && order().changedAt().isBefore(state.order().changedAt());
    }

    PricedReceipt priced() {
        return priced;
    }

    void price(PricedReceipt price) {
        this.priced = price;
    }

    ExchangeRate rate() {
        return rate;
    }

    void convert(ExchangeRate exchangeRate) {
        this.rate = exchangeRate;
    }

    Found found() {
        return found;
    }

    void found(Found answer, String tag) {
        this.found = answer;
        this.versionTag = tag;
    }

    /** Of the order as Engage last showed it; null when it must be asked for. */
    String versionTag() {
        return versionTag;
    }

    void renewTag() {
        this.versionTag = null;
    }

    /** Why a job failed that may have had its effect all the same. */
    List<Fault> jobFaults() {
        return jobFaults;
    }

    void jobFailed(List<Fault> faults) {
        this.jobFaults = faults;
    }

    /** Whether its action is sent although an earlier call may have arrived. */
    boolean repeats() {
        return repeats;
    }

    void repeats(boolean again) {
        this.repeats = again;
    }

    int nextStep() {
        return ++stepsTaken;
    }

    int staleTag() {
        return ++staleTags;
    }

    /** Whether it brought the stored state about. */
    boolean changedState() {
        return id().equals(state.messageId());
    }
}
