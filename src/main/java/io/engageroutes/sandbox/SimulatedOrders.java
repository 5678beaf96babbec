package io.engageroutes.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The simulator's part that is about orders; whoever asks it finds done what is due. */
final class SimulatedOrders {

    private final OrderBook book;
    private final OrderJobs jobs;
    private final OrdersApi api;
    private final OrderTriggers triggers;

    SimulatedOrders(
            ContactRegister contacts,
            Stores stores,
            IntegrationLog log,
            Clock clock,
            Supplier<SimulatorSettings> settings) {
        book = new OrderBook(contacts, stores, log);
        jobs = new OrderJobs(clock);
        api = new OrdersApi(
                book, jobs, new OrderPages(book, contacts), () -> settings.get().orders());
        triggers = new OrderTriggers(contacts, log, clock, settings);
    }

    /** Answers a call whose path starts with {@code orders}; null when there is no such call. */
    synchronized Answer answer(String version, Call call) {
        settle();
        return version.equals("v3") ? api.answer(call) : triggers.answer(call);
    }

    /** Does what is due, before anything changes that it goes by. */
    synchronized void settle() {
        jobs.settle();
    }

    synchronized List<?> orders(String orderId) {
        settle();
        return book.all().stream()
                .filter(order -> orderId == null || orderId.equals(order.orderId()))
                .map(StoredOrder::shown)
                .toList();
    }

    synchronized List<OrderAction> actions(String orderId) {
        settle();
        return book.actions().stream()
                .filter(action -> orderId == null || orderId.equals(action.orderId()))
                .toList();
    }

    /** The orders of version 2 that came, each as often as it came. */
    synchronized List<OrderTrigger> triggers(String orderNumber) {
        return triggers.all().stream()
                .filter(trigger -> orderNumber == null || orderNumber.equals(trigger.orderNumber()))
                .toList();
    }

    synchronized List<OrderJob> jobs(String orderId) {
        settle();
        return jobs.all().stream()
                .filter(job -> orderId == null || orderId.equals(job.orderId()))
                .toList();
    }

    synchronized List<JobFault> jobFaults() {
        settle();
        return List.copyOf(jobs.faults());
    }

    /** Adds failures for jobs that are not due yet. */
    synchronized void add(List<JobFault> faults) {
        settle();
        jobs.faults().addAll(faults);
    }

    synchronized void clearJobFaults() {
        settle();
        jobs.faults().clear();
    }

    synchronized void reset() {
        book.reset();
        jobs.reset();
        triggers.reset();
    }
}
