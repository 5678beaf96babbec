package io.engageroutes.delivery;

import jakarta.jms.BytesMessage;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** JMS messages without a broker. */
final class JmsMessages {

    private JmsMessages() {}

    /** A message, and whether anybody looked into its body. */
    record Watched(Message message, AtomicBoolean opened) {

        boolean wasOpened() {
            return opened.get();
        }
    }

    static Message text(String id, String text) {
        return proxy(TextMessage.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getJMSMessageID" -> id;
            case "getText" -> text;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    static Message bytes(String id, byte[] body) {
        return proxy(BytesMessage.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getJMSMessageID" -> id;
            case "getBodyLength" -> (long) body.length;
            case "reset" -> null;
            case "readBytes" -> {
                System.arraycopy(body, 0, (byte[]) arguments[0], 0, body.length);
                yield body.length;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    static Watched other(String kind, String id) {
        AtomicBoolean opened = new AtomicBoolean();
        Class<? extends Message> type =
                switch (kind) {
                    case "object" -> ObjectMessage.class;
                    case "map" -> MapMessage.class;
                    case "stream" -> StreamMessage.class;
                    default -> Message.class;
                };
        Message message = proxy(type, (proxy, method, arguments) -> {
            if (method.getName().equals("getJMSMessageID")) {
                return id;
            }
            if (method.getName().equals("toString")) {
                return kind;
            }
            opened.set(true);
            throw new UnsupportedOperationException(method.getName());
        });
        return new Watched(message, opened);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
