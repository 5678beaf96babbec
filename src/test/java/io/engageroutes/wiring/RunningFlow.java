package io.engageroutes.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.engageroutes.Databases;
import io.engageroutes.HandClock;
import io.engageroutes.delivery.ContentHash;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.delivery.ParcelJson;
import io.engageroutes.engage.EngageCircuit;
import io.engageroutes.engage.StopWhileEngageIsAway;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The shipped flow with its real beans and settings; only the broker and Engage are the test's. */
final class RunningFlow implements AutoCloseable {

    static final String API_KEY = "9d5c1f0e-4a3b-4c2d-8e1f-00000000f10e";
    private static final String[] FILES = {
        "file:routes/policies.camel.yaml",
        "file:routes/flows/receipts.camel.yaml",
        "file:routes/flows/contacts.camel.yaml",
        "file:routes/flows/dead-letters.camel.yaml",
        "file:routes/flows/orders.camel.yaml",
        "file:routes/flows/contact-messages.camel.yaml"
    };

    final ScriptedEngage engage = new ScriptedEngage();
    final Queues queues = new Queues();
    final HandClock clock = new HandClock();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final FailingDatabase connections;
    final JdbcTemplate database;
    final EngageCircuit circuit;
    final DefaultCamelContext camel = new DefaultCamelContext();
    private final HikariDataSource pool = Databases.h2();
    private final ExecutorService calls;
    private final StopWhileEngageIsAway policy;

    private RunningFlow(Map<String, String> changed, Map<String, Object> replaced, Component broker) throws Exception {
        Properties settings = settings(changed);
        Binder binder = new Binder(new MapConfigurationPropertySource(settings));
        EngageSettings forEngage = binder.bind("engage", EngageSettings.class).get();
        ReceiptSettings forReceipts =
                binder.bind("receipts", ReceiptSettings.class).get();
        IntakeSettings forIntake = binder.bind("intake", IntakeSettings.class).get();
        CurrencySettings forCurrency =
                binder.bind("currency", CurrencySettings.class).get();

        connections = new FailingDatabase(pool);
        database = new JdbcTemplate(pool);
        JdbcTemplate its = new JdbcTemplate(connections);
        EngageBeans calling = new EngageBeans();
        ReceiptBeans judging = new ReceiptBeans();
        DeliveryBeans delivering = new DeliveryBeans();
        circuit = calling.engageCircuit(forEngage, clock);
        calls = calling.engageCalls(forEngage);
        policy = calling.stopWhileEngageIsAway(circuit);
        LiveRules rules = judging.liveRules(judging.minorUnits(forReceipts), forReceipts, clock);
        rules.use(forIntake.routes());
        var claims = delivering.claims(its, clock, forIntake);

        replaced.forEach(camel.getRegistry()::bind);
        bind(replaced, "stopWhileEngageIsAway", policy);
        bind(replaced, "engageCalls", calls);
        bind(replaced, "engageCircuit", circuit);
        bind(replaced, "engageLimit", calling.engageLimit(forEngage, pool));
        bind(replaced, "knownContacts", calling.knownContacts(forEngage));
        bind(replaced, "contactRequests", calling.contactRequests(forEngage, rules::stores));
        ContactBeans telling = new ContactBeans();
        var contactNews = telling.contactNews(its, new JdbcTransactionManager(connections));
        bind(replaced, "contactNews", contactNews);
        var contactCalls = telling.contactCalls(forEngage);
        bind(replaced, "contactCalls", contactCalls);
        ContactSettings forContacts =
                binder.bind("contacts", ContactSettings.class).get();
        bind(
                replaced,
                "contactSteps",
                telling.contactSteps(contactNews, contactCalls, rules::stores, forContacts, forReceipts));
        bind(replaced, "parcels", delivering.parcels());
        bind(replaced, "claimKeys", delivering.claimKeys(claims));
        var postVoids = delivering.postVoids(its, claims, clock, forReceipts);
        bind(replaced, "postVoids", postVoids);
        var turns = delivering.turns(its, clock, forIntake);
        bind(replaced, "turns", turns);
        bind(replaced, "digitalReceipts", delivering.digitalReceipts(rules));
        bind(replaced, "orderContacts", delivering.orderContacts(its, clock, forReceipts));
        bind(replaced, "ends", delivering.ends(circuit, forEngage, clock));
        bind(
                replaced,
                "receiptSteps",
                delivering.receiptSteps(
                        rules,
                        new CurrencyBeans().exchangeRates(forCurrency, forEngage),
                        forEngage,
                        forCurrency,
                        calling.receiptPayload(forEngage)));
        bind(
                replaced,
                "settlement",
                delivering.settlement(
                        new JdbcTransactionManager(connections),
                        claims,
                        delivering.ledger(its, clock),
                        delivering.deadLetters(its, clock),
                        postVoids,
                        turns,
                        metrics,
                        clock));
        var forOrders = binder.bind("orders", OrderSettings.class).get();
        var ordering = new OrderBeans();
        var orderStates = ordering.orderStates(its, clock, forOrders);
        var orderActions = ordering.orderActions(its, clock);
        var orderEnds = delivering.ends(circuit, forEngage, clock);
        var orderCalls = ordering.orderCalls(rules, forEngage, forOrders);
        var orderAnswers = ordering.orderAnswers(orderStates, orderActions, orderEnds, clock);
        bind(replaced, "orderStates", orderStates);
        bind(
                replaced,
                "orderSteps",
                ordering.orderSteps(
                        rules,
                        new CurrencyBeans().exchangeRates(forCurrency, forEngage),
                        forEngage,
                        orderStates,
                        forOrders));
        bind(replaced, "orderCourse", ordering.orderCourse(orderStates, orderActions, orderEnds, forOrders));
        bind(replaced, "orderCalls", orderCalls);
        bind(replaced, "orderAnswers", orderAnswers);
        bind(replaced, "orderJobs", ordering.orderJobs(orderStates, orderActions, orderAnswers, forOrders, clock));
        bind(
                replaced,
                "orderTriggers",
                ordering.orderTriggers(orderStates, orderActions, orderEnds, orderCalls, forEngage, forOrders));
        camel.addComponent("jms", broker == null ? queues : broker);
        calling.httpComponent(forEngage).configure("http", camel.getComponent("http", HttpComponent.class));
        camel.getPropertiesComponent().setInitialProperties(settings);
        camel.setStreamCaching(false);
        camel.getShutdownStrategy().setTimeout(5);
        for (String file : FILES) {
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.resolveResource(camel, file));
        }
        camel.start();
    }

    private void bind(Map<String, Object> replaced, String name, Object bean) {
        if (!replaced.containsKey(name)) {
            camel.getRegistry().bind(name, bean);
        }
    }

    /** @param changed settings by name and value, one after the other */
    static RunningFlow with(String... changed) throws Exception {
        return with(Map.of(), changed);
    }

    /** @param replaced objects in place of the beans of these names */
    static RunningFlow with(Map<String, Object> replaced, String... changed) throws Exception {
        Map<String, String> settings = new java.util.HashMap<>();
        for (int at = 0; at < changed.length; at += 2) {
            settings.put(changed[at], changed[at + 1]);
        }
        return new RunningFlow(settings, replaced, null);
    }

    /** With a real broker. */
    static RunningFlow on(Component broker) throws Exception {
        return new RunningFlow(Map.of("engage.failures-in-a-row", "1000"), Map.of(), broker);
    }

    private Properties settings(Map<String, String> changed) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Properties settings = new Properties();
        settings.putAll(yaml.getObject());
        settings.replaceAll((name, value) -> String.valueOf(value));
        settings.put("engage.base-url", engage.address());
        settings.put("engage.api-key", API_KEY);
        settings.put("engage.source", "POS");
        settings.put("engage.group-currency", "SEK");
        settings.put("engage.requests-per-second", "0");
        settings.putAll(changed);
        return settings;
    }

    static Parcel parcel(Receipt... receipts) {
        List<Parcel.Entry> entries = new ArrayList<>();
        for (Receipt receipt : receipts) {
            entries.add(entry("message-" + receipt.uniqueId(), receipt));
        }
        return new Parcel("till", "document-1", "receipts.xml", entries);
    }

    static Parcel.Entry entry(String id, Receipt receipt) {
        return new Parcel.Entry(
                id, "line 1", receipt, ContentHash.of(ReceiptJson.bytes(receipt)), List.of(), null, null, 0, 0, 0);
    }

    Exchange deliver(Receipt... receipts) throws Exception {
        return deliver(parcel(receipts));
    }

    Exchange deliver(Parcel parcel) throws Exception {
        return queues.deliver("receipts", ParcelJson.write(parcel), Map.of());
    }

    /** How many messages ended how, such as {@code dead}. */
    Map<String, Long> ends() {
        Map<String, Long> ends = new java.util.TreeMap<>();
        database.query("select ended, count(*) from message_ledger group by ended", row -> {
            ends.put(row.getString(1), row.getLong(2));
        });
        return ends;
    }

    /** The one parcel that went back to the queue, which is then forgotten. */
    Requeued requeued() {
        List<Queues.Sent> sent = queues.take("receipts");
        if (sent.size() != 1) {
            throw new AssertionError(sent.size() + " parcels went back to the queue");
        }
        long dueAt = (Long) sent.get(0).headers().get("_AMQ_SCHED_DELIVERY");
        return new Requeued(ParcelJson.read(sent.get(0).body()), dueAt - clock.millis());
    }

    record Requeued(Parcel parcel, long inMillis) {

        Parcel.Entry only() {
            if (parcel.entries().size() != 1) {
                throw new AssertionError(parcel.entries().size() + " messages went back to the queue");
            }
            return parcel.entries().get(0);
        }
    }

    List<Map<String, Object>> deadLetters() {
        return database.queryForList("select * from dead_letter order by message_id");
    }

    @Override
    public void close() {
        camel.stop();
        policy.close();
        calls.shutdownNow();
        engage.close();
        pool.close();
    }
}
