package io.engageroutes.scenarios.kill;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The ERP: sends some receipts in one transaction, and sends them again when it does not know whether the commit came through. */
final class ErpFeeder implements Callable<Void> {

    private static final String QUEUE = "erp.receipts";
    private static final int IN_TRANSACTION = 20;
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(500);

    private final String broker;
    private final List<Sale> sales;
    private final Duration each;
    private final Patience patience;
    private final AtomicInteger repeated = new AtomicInteger();

    /** @param each how long to wait between two transactions */
    ErpFeeder(String broker, List<Sale> sales, Duration each, Patience patience) {
        this.broker = broker;
        this.sales = sales;
        this.each = each;
        this.patience = patience;
    }

    @Override
    public Void call() throws Exception {
        for (int first = 0; first < sales.size(); first += IN_TRANSACTION) {
            List<Sale> some = sales.subList(first, Math.min(first + IN_TRANSACTION, sales.size()));
            while (!sent(some)) {
                repeated.incrementAndGet();
                patience.pause(BEFORE_AGAIN);
            }
            patience.pause(each);
        }
        return null;
    }

    /** How many transactions had to be sent again. */
    int repeated() {
        return repeated.get();
    }

    private boolean sent(List<Sale> some) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker);
                Connection connection = factory.createConnection();
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue(QUEUE))) {
            for (Sale sale : some) {
                producer.send(session.createTextMessage(sale.json()));
            }
            session.commit();
            return true;
        } catch (JMSException away) {
            return false;
        }
    }
}
