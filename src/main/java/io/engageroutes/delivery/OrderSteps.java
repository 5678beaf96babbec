package io.engageroutes.delivery;

import io.engageroutes.currency.ExchangeRates;
import io.engageroutes.currency.NoExchangeRate;
import io.engageroutes.order.Action;
import io.engageroutes.order.Order;
import io.engageroutes.order.OrderMerge;
import io.engageroutes.order.OrderRules;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.RejectedReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Route steps that make an order ready for Engage, in the order of the route. */
public final class OrderSteps {

    private static final Logger LOG = LoggerFactory.getLogger(OrderSteps.class);

    private final OrderRules rules;
    private final Supplier<Pricing> pricing;
    private final ExchangeRates rates;
    private final String groupCurrency;
    private final OrderStates states;
    private final Map<String, String> actions;
    private final boolean always;

    /**
     * @param pricing that of the moment, which changes when the store register or the VAT rates do
     * @param actions what Engage calls each action, by our name
     * @param always whether every call must name the contact, as in version 2
     */
    public OrderSteps(
            OrderRules rules,
            Supplier<Pricing> pricing,
            ExchangeRates rates,
            String groupCurrency,
            OrderStates states,
            Map<String, String> actions,
            boolean always) {
        this.rules = rules;
        this.pricing = pricing;
        this.rates = rates;
        this.groupCurrency = groupCurrency;
        this.states = states;
        this.actions = Map.copyOf(actions);
        this.always = always;
    }

    /** @throws RejectedReceipt with all faults: those that the document's reader saw, or those of the canonical order */
    public void validate(OrderMessage message) {
        if (!message.readerFaults().isEmpty()) {
            throw new RejectedReceipt(message.readerFaults());
        }
        List<Fault> faults = new ArrayList<>(rules.faults(message.order()));
        Action action = message.order().action();
        if (action != null && action.name() != null && !actions.containsKey(action.name())) {
            faults.add(new Fault(
                    "action-unknown",
                    "action.name",
                    action.name(),
                    "must be one that the setting orders.actions has: add it with Engage's own name for it, or a blank to send"
                            + " nothing, then replay the order"));
        }
        if (!faults.isEmpty()) {
            throw new RejectedReceipt(faults);
        }
    }

    /** Puts the message and what is known of its order together. */
    public void complete(OrderMessage message) {
        OrderStates.State state = states.find(message.order().orderId());
        message.stands(state, OrderMerge.merge(state.order(), message.order()));
        if (message.isOlder()) {
            message.stands(state, state.order());
        }
        message.needsContact(always || message.target().basket() != null);
    }

    /** Spreads the discounts and computes the VAT of the basket as it is to be. */
    public void price(OrderMessage message) {
        if (message.target().basket() != null) {
            try {
                message.price(pricing.get().price(message.target().basket()));
            } catch (RejectedReceipt rejected) {
                throw new RejectedReceipt(rejected.faults().stream()
                        .map(fault -> fault.below("basket"))
                        .toList());
            }
        }
    }

    /** Finds the factor to the group currency. An order earns no points, so one without a rate goes without. */
    public void convert(OrderMessage message) {
        Receipt basket = message.target().basket();
        if (basket == null) {
            return;
        }
        try {
            message.convert(rates.rate(
                    basket.currency(), groupCurrency, basket.occurredAt().toLocalDate()));
        } catch (NoExchangeRate missing) {
            LOG.debug("Order {} goes without exchange rate: {}", message.businessKey(), missing.getMessage());
        }
    }

    /** What Engage calls the message's action; blank when it is not to be sent, null without one. */
    static String engageName(Order order, Map<String, String> actions) {
        return order.action() == null
                ? null
                : actions.getOrDefault(order.action().name(), "");
    }
}
