package io.engageroutes.delivery;

import io.engageroutes.contact.Contact;
import io.engageroutes.contact.ContactRules;
import io.engageroutes.intake.Transaction;
import io.engageroutes.order.Order;
import io.engageroutes.order.OrderRules;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.RejectedReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A first look at a receipt while its document is still open. The flow judges; this only tells whether the source's own text has
 * to be kept with it, and what a web shop is answered.
 */
public final class ReceiptCheck {

    /** Would be said of a receipt that is right but for a line that could not be read. */
    private static final Set<String> OF_ALL_LINES = Set.of("total-sign", "discount-line-unknown");

    private final Supplier<ReceiptRules> rules;
    private final Supplier<Pricing> pricing;
    private final OrderRules orders;
    private final ContactRules contacts = new ContactRules();

    public ReceiptCheck(ReceiptRules rules, Pricing pricing) {
        this(() -> rules, () -> pricing);
    }

    /** With those of the moment, which change when the store register or the VAT rates do. */
    public ReceiptCheck(Supplier<ReceiptRules> rules, Supplier<Pricing> pricing) {
        this.rules = rules;
        this.pricing = pricing;
        this.orders = new OrderRules(rules);
    }

    /** All faults of the order; those of its basket's amounts only when the rest is right. */
    public List<Fault> faults(Order order) {
        List<Fault> faults = orders.faults(order);
        if (!faults.isEmpty() || order.basket() == null) {
            return faults;
        }
        return faults(order.basket()).stream()
                .map(fault -> fault.below("basket"))
                .toList();
    }

    /** All faults of the contact. */
    public List<Fault> faults(Contact contact) {
        return contacts.faults(contact);
    }

    /** All faults of the receipt; those of its amounts only when the rest is right. */
    public List<Fault> faults(Receipt receipt) {
        List<Fault> faults = rules.get().faults(receipt);
        if (!faults.isEmpty()) {
            return faults;
        }
        try {
            pricing.get().price(receipt);
            return List.of();
        } catch (RejectedReceipt rejected) {
            return rejected.faults();
        }
    }

    /** The faults that the document's reader found, and those of what it could read. */
    public List<Fault> faults(Transaction.Rejected rejected) {
        if (rejected.readable() == null) {
            return rejected.faults();
        }
        List<String> unread =
                rejected.faults().stream().map(ReceiptCheck::unread).toList();
        boolean linesUnread = unread.stream().anyMatch(place -> place.startsWith("lines"));
        List<Fault> all = new ArrayList<>(rejected.faults());
        rules.get().faults(rejected.readable()).stream()
                .filter(fault -> unread.stream().noneMatch(place -> touch(place, fault.place())))
                .filter(fault -> !linesUnread || !OF_ALL_LINES.contains(fault.code()))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** What is missing because of the fault: a field, or the rest of a list, since one left out moves those behind it. */
    private static String unread(Fault fault) {
        return fault.place().replaceFirst("\\[[0-9]+]$", "");
    }

    private static boolean touch(String one, String other) {
        return one.equals(other) || isInside(one, other) || isInside(other, one);
    }

    private static boolean isInside(String inner, String outer) {
        return inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }
}
