package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.sandbox.OrderJob.Kind;
import io.engageroutes.sandbox.OrderJob.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /orders} of Engage's API, version 3: checks at once, does the work in jobs. */
final class OrdersApi {

    private final OrderBook book;
    private final OrderJobs jobs;
    private final OrderPages pages;
    private final Supplier<OrderSettings> settings;

    OrdersApi(OrderBook book, OrderJobs jobs, OrderPages pages, Supplier<OrderSettings> settings) {
        this.book = book;
        this.jobs = jobs;
        this.pages = pages;
        this.settings = settings;
    }

    /** Answers a call whose path starts with {@code orders}; null when there is no such call. */
    Answer answer(Call call) {
        try {
            return call.method().equals("GET") ? read(call) : write(call);
        } catch (Nonsense e) {
            return Answer.invalid(400, List.of(e.getMessage()));
        }
    }

    private Answer read(Call call) {
        if (call.is("GET", "orders")) {
            return pages.answer(call.query());
        }
        if (call.is("GET", "orders", "jobs", "*")) {
            return jobs.find(call.part(2))
                    .map(JobAnswers::state)
                    .orElseGet(() -> Answer.error(404, "JobNotFound", "No job has this id"));
        }
        return call.is("GET", "orders", "*") ? order(call.part(1), call.query().get("contactId")) : null;
    }

    private Answer order(String orderId, String contactId) {
        Optional<StoredOrder> order = book.find(orderId);
        if (order.isEmpty()) {
            return unknown();
        }
        return contactId == null || contactId.equalsIgnoreCase(order.get().contactId())
                ? Answer.json(200, order.get().shown())
                : Answer.error(404, "OrderNotFound", "The order is not of this contact");
    }

    private Answer write(Call call) {
        if (call.is("POST", "orders")) {
            return create(body(call));
        }
        if (call.is("DELETE", "orders", "*")) {
            return book.find(call.part(1)).isEmpty()
                    ? unknown()
                    : accept(Kind.DELETE, call.part(1), now -> book.delete(call.part(1)));
        }
        if (call.is("PUT", "orders", "*")) {
            ObjectNode order = body(call);
            Set<String> articles = settings.get().articles();
            return change(
                    Kind.REPLACE,
                    call.part(1),
                    OrderCheck.replaced(order, call.part(1), settings.get().statuses()),
                    now -> book.replace(call.part(1), order, articles, now));
        }
        return call.is("POST", "orders", "*", "*") ? about(call.part(1), call) : null;
    }

    private Answer about(String orderId, Call call) {
        return switch (call.part(2)) {
            case "action" -> act(orderId, body(call));
            case "change-status" -> {
                ObjectNode change = body(call);
                yield change(
                        Kind.CHANGE_STATUS,
                        orderId,
                        OrderCheck.statusChange(change, settings.get().statuses()),
                        now -> book.change(orderId, only(change, List.of("status", "externalStatus")), now));
            }
            case "change-delivery" -> {
                ObjectNode change = body(call);
                yield change(
                        Kind.CHANGE_DELIVERY,
                        orderId,
                        OrderCheck.deliveryChange(change),
                        now -> book.changeDelivery(orderId, only(change, OrderCheck.DELIVERY), now));
            }
            default -> null;
        };
    }

    private Answer create(ObjectNode order) {
        List<String> errors = OrderCheck.created(order, settings.get().statuses());
        if (!errors.isEmpty()) {
            return Answer.invalid(400, errors);
        }
        String orderId = order.get("orderId").textValue();
        if (book.find(orderId).isPresent()) {
            return Answer.error(409, "OrderAlreadyExists", "There is an order with this orderId already");
        }
        Set<String> articles = settings.get().articles();
        return accept(Kind.CREATE, orderId, now -> book.create(orderId, order, articles, now));
    }

    private Answer change(Kind kind, String orderId, List<String> errors, Function<Instant, Outcome> work) {
        if (!errors.isEmpty()) {
            return Answer.invalid(400, errors);
        }
        return book.find(orderId).isEmpty() ? unknown() : accept(kind, orderId, work);
    }

    private Answer act(String orderId, ObjectNode action) {
        List<String> errors = OrderCheck.action(action);
        if (!errors.isEmpty()) {
            return Answer.invalid(400, errors);
        }
        Optional<StoredOrder> order = book.find(orderId);
        if (order.isEmpty()) {
            return unknown();
        }
        if (!order.get().versionTag().equals(action.get("versionTag").textValue())) {
            // The documentation has one answer for both; nobody may tell them apart by the code.
            return Answer.error(404, "OrderNotFound", "No order has this orderId and versionTag");
        }
        if (order.get().contactId() == null) {
            return Answer.error(422, "ContactMissing", "The order has no contact");
        }
        boolean changesVersion = settings.get().actionChangesVersion();
        return accept(Kind.ACTION, orderId, now -> book.act(orderId, action, changesVersion, now));
    }

    private Answer accept(Kind kind, String orderId, Function<Instant, Outcome> work) {
        OrderJob job = jobs.accept(kind, orderId, settings.get().jobDelayMillis(), work);
        return JobAnswers.accepted(settings.get().acceptedStatus(), job);
    }

    private static ObjectNode body(Call call) {
        if (Json.read(call.body()) instanceof ObjectNode object) {
            return object;
        }
        throw new Nonsense("the body must be an object");
    }

    private static ObjectNode only(ObjectNode body, List<String> names) {
        ObjectNode chosen = Json.MAPPER.createObjectNode();
        for (String name : names) {
            JsonNode value = body.get(name);
            if (value != null && !value.isNull()) {
                chosen.set(name, value);
            }
        }
        return chosen;
    }

    private static Answer unknown() {
        return Answer.error(404, "OrderNotFound", "No order has this orderId");
    }
}
