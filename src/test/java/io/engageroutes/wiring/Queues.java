package io.engageroutes.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** Stands for the component {@code jms}: keeps what is sent and lets a test be the broker. */
final class Queues extends DefaultComponent {

    private final Map<String, Queue> queues = new ConcurrentHashMap<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile String unreachable = "";

    record Sent(String queue, byte[] body, Map<String, Object> headers, Map<String, Object> options, Thread thread) {}

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        String name = remaining.substring(remaining.lastIndexOf(':') + 1);
        Queue queue = new Queue(uri, this, name, Map.copyOf(parameters));
        parameters.clear();
        return queue;
    }

    /** Gives a message to the flow, in this thread as a broker's listener would. */
    Exchange deliver(String queue, byte[] body, Map<String, Object> headers) throws Exception {
        Queue from = queues.get(queue);
        Exchange exchange = from.createExchange();
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
        from.listener.getProcessor().process(exchange);
        return exchange;
    }

    /** From now on nothing can be sent to this queue. */
    void unreachable(String queue) {
        unreachable = queue;
    }

    List<Sent> sent(String queue) {
        return sent.stream().filter(message -> message.queue().equals(queue)).toList();
    }

    /** What was sent, which is then forgotten. */
    List<Sent> take(String queue) {
        List<Sent> taken = new ArrayList<>(sent(queue));
        sent.removeAll(taken);
        return taken;
    }

    /** Can be suspended, as JMS listeners can: what is under way then goes on to its end. */
    private static final class Listener extends DefaultConsumer implements Suspendable {

        Listener(Endpoint endpoint, Processor processor) {
            super(endpoint, processor);
        }
    }

    private final class Queue extends DefaultEndpoint {

        private final String name;
        private final Map<String, Object> options;
        private DefaultConsumer listener;

        Queue(String uri, Queues component, String name, Map<String, Object> options) {
            super(uri, component);
            this.name = name;
            this.options = options;
        }

        @Override
        public boolean isLenientProperties() {
            return true;
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            listener = new Listener(this, processor);
            queues.put(name, this);
            return listener;
        }

        @Override
        public Producer createProducer() {
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) {
                    if (unreachable.equals(name)) {
                        throw new IllegalStateException("the broker is away");
                    }
                    sent.add(new Sent(
                            name,
                            exchange.getMessage().getBody(byte[].class),
                            Map.copyOf(exchange.getMessage().getHeaders()),
                            options,
                            Thread.currentThread()));
                }
            };
        }
    }
}
