package io.engageroutes.delivery;

import io.engageroutes.engage.OrderPayloadV3;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** Route steps that build the calls about one order of version 3. */
public final class OrderCalls {

    private final OrderPayloadV3 payload;
    private final Map<String, String> actions;
    private final Supplier<StoreRegister> stores;

    /** @param stores the register of the moment, which is edited while we run */
    public OrderCalls(OrderPayloadV3 payload, Map<String, String> actions, Supplier<StoreRegister> stores) {
        this.payload = payload;
        this.actions = Map.copyOf(actions);
        this.stores = stores;
    }

    /** Where the call goes, below {@code /orders}. */
    public String path(OrderMessage message, String step) {
        String order = encoded(message.businessKey());
        return switch (step) {
            case "create" -> "";
            case "job" -> "jobs/" + encoded(message.state().job().id());
            case "change-status", "change-delivery", "action" -> order + '/' + step;
            default -> order;
        };
    }

    /** How the call is made. */
    public String method(String step) {
        return step.equals("replace") ? "PUT" : "POST";
    }

    /** What the call carries; kept with the message, so that a dead letter shows it. */
    public byte[] body(OrderMessage message, String step) {
        byte[] body =
                switch (step) {
                    case "create", "replace" -> payload.order(message.target(), message.priced());
                    case "change-status" -> payload.status(message.target());
                    case "change-delivery" -> payload.delivery(message.target());
                    case "action" ->
                        payload.action(
                                message.order().action(),
                                OrderSteps.engageName(message.order(), actions),
                                message.versionTag(),
                                language(message));
                    default -> throw new IllegalArgumentException(step + " has no body");
                };
        message.toSend(body);
        return body;
    }

    /** The order's own, else that of its store; null when neither says one. */
    public String language(OrderMessage message) {
        if (message.target().language() != null || message.target().basket() == null) {
            return message.target().language();
        }
        return stores.get()
                .store(message.target().basket().storeId())
                .map(Store::language)
                .orElse(null);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
