package io.engageroutes.scenarios.kill;

import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Compares what was sold with what Engage got, what the ledger says, and what still lies about. */
final class Verdict {

    private static final List<String> QUEUES = List.of("receipts", "erp.receipts", "receipts.dead", "DLQ");
    private static final int MOST_NAMED = 5;

    private final Sales sales;
    private final Surroundings around;
    private final List<String> faults = new ArrayList<>();

    private Verdict(Sales sales, Surroundings around) {
        this.sales = sales;
        this.around = around;
    }

    /** All that is wrong; nothing when every receipt was delivered once and all accounts add up. */
    static List<String> faults(Sales sales, Surroundings around) throws IOException, InterruptedException {
        Verdict verdict = new Verdict(sales, around);
        verdict.engage();
        verdict.files();
        try {
            verdict.ledger();
            verdict.queues();
        } catch (SQLException | JMSException away) {
            verdict.faults.add("the ledger or the queues cannot be read: " + away.getMessage());
        }
        return verdict.faults;
    }

    private void engage() throws IOException, InterruptedException {
        Map<String, BigDecimal> missing = new TreeMap<>();
        sales.all().forEach(sale -> missing.put(sale.uniqueId(), sale.total()));
        Map<String, BigDecimal> sold = Map.copyOf(missing);
        Map<String, BigDecimal> got = new HashMap<>();
        List<String> twice = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> receipt : around.engage().receipts()) {
            String id = receipt.getKey();
            if (got.put(id, receipt.getValue()) != null) {
                twice.add(id);
            }
            missing.remove(id);
            if (!sold.containsKey(id) || sold.get(id).compareTo(receipt.getValue()) != 0) {
                wrong.add(id + " over " + receipt.getValue());
            }
        }
        none("receipts that Engage never got", missing.keySet());
        none("receipts that Engage has twice", twice);
        none("receipts that nobody sold, or not for that", wrong);
    }

    private void files() throws IOException {
        for (String source : Tills.FOLDERS) {
            none("files still in " + source, around.files(source, ""));
            none("files in " + source + "/failed", around.files(source, "failed"));
            List<String> missing = new ArrayList<>(sales.tills().stream()
                    .filter(file -> file.source().equals(source))
                    .map(Sales.TillFile::name)
                    .toList());
            // a file of a name that was put away before gets a part of its document's id behind it
            around.files(source, "done").forEach(name -> missing.remove(name.replaceFirst("[.][0-9a-f]{8}$", "")));
            none("files not in " + source + "/done", missing);
        }
    }

    private void ledger() throws SQLException {
        int all = sales.all().size();
        noRows("documents not done", "select source, name, state from document where state <> 'done'");
        noRows(
                "documents that do not add up",
                "select source, name, seen, receipts, non_sales, rejected from document where seen <> receipts");
        noRows("dead letters", "select business_key, reason from dead_letter");
        noRows(
                "messages with another end",
                "select business_key, ended, reason from message_ledger where ended not in ('delivered', 'duplicate')");
        equal("keys delivered by the ledger", all, """
                select count(distinct business_key) from message_ledger where ended = 'delivered'""");
        equal("messages delivered by the ledger", all, """
                select count(*) from message_ledger where ended = 'delivered'""");
        equal(
                "keys that Engage has, by the claims",
                all,
                "select count(*) from receipt_claim where state = 'delivered'");
        noRows("claims left behind", "select business_key, state from receipt_claim where state <> 'delivered'");
        noRows("claims of files left behind", "select file_key, owner from file_claim");
        noRows("sources whose accounts do not add up", """
                select d.source, d.receipts as yielded, coalesce(l.ended, 0) as ended
                from (select source, sum(receipts) as receipts from document group by source) d
                left join (select source, count(*) as ended from message_ledger group by source) l on l.source = d.source
                where d.receipts <> coalesce(l.ended, 0)""");
    }

    private void queues() throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(around.brokerUrl());
                var connection = factory.createConnection();
                Session session = connection.createSession()) {
            connection.start();
            for (String queue : QUEUES) {
                try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
                    int left = Collections.list(browser.getEnumeration()).size();
                    if (left > 0) {
                        faults.add(left + " messages on the queue " + queue);
                    }
                }
            }
        }
    }

    private void noRows(String what, String query) throws SQLException {
        none(what, around.database().rows(query));
    }

    private void equal(String what, long expected, String query) throws SQLException {
        long found = around.database().number(query);
        if (found != expected) {
            faults.add(what + ": " + found + " instead of " + expected);
        }
    }

    private void none(String what, Collection<String> found) {
        if (!found.isEmpty()) {
            faults.add(what + ": " + found.size() + ", such as "
                    + String.join("; ", found.stream().limit(MOST_NAMED).toList()));
        }
    }
}
