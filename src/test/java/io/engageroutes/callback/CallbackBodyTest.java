package io.engageroutes.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackBodyTest {

    private static final int MOST = 1000;

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final CallbackBody step = new CallbackBody(MOST);

    private byte[] read(InputStream body) throws IOException {
        exchange.getMessage().setBody(body);
        step.read(exchange);
        return (byte[]) exchange.getMessage().getBody();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MOST - 1, MOST})
    void upToTheLimitEverythingIsRead(int size) throws IOException {
        assertThat(read(new ByteArrayInputStream(bytes(size)))).isEqualTo(bytes(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {MOST + 1, 5_000_000})
    void oneByteMoreIsTooLarge(int size) {
        assertThatThrownBy(() -> read(new ByteArrayInputStream(bytes(size))))
                .isInstanceOf(CallbackTooLarge.class)
                .hasMessageContaining("1000 bytes")
                .hasMessageContaining("callbacks.most-bytes");
    }

    @Test
    void theHeaderMayPromiseAnything() throws IOException {
        exchange.getMessage().setHeader("Content-Length", "10");
        assertThatThrownBy(() -> read(new ByteArrayInputStream(bytes(MOST + 1))))
                .isInstanceOf(CallbackTooLarge.class);
        exchange.getMessage().setHeader("Content-Length", "999999999");
        assertThat(read(new ByteArrayInputStream(bytes(10)))).hasSize(10);
    }

    @Test
    void anEndlessBodyIsNotReadToItsEnd() {
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                if (++given > MOST + 100_000) {
                    throw new IllegalStateException("read on and on");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> read(endless)).isInstanceOf(CallbackTooLarge.class);
    }

    @Test
    void aBodyThatComesInDropsIsReadWhole() throws IOException {
        InputStream drops = new ByteArrayInputStream(bytes(MOST)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 3));
            }
        };
        assertThat(read(drops)).hasSize(MOST);
    }

    @Test
    void noBodyIsAnEmptyOne() throws IOException {
        assertThat(read(null)).isEmpty();
    }
}
