package io.engageroutes.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBodyTest {

    private static final int MOST = 1000;

    private static byte[] read(InputStream body) throws IOException {
        return new BoundedBody(MOST, Duration.ofSeconds(10)).read(body, -1);
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
        BoundedBody bounds = new BoundedBody(MOST, Duration.ofSeconds(10));
        assertThatThrownBy(() -> bounds.read(new ByteArrayInputStream(bytes(MOST + 1)), 10))
                .isInstanceOf(CallbackTooLarge.class);
        assertThat(bounds.read(new ByteArrayInputStream(bytes(10)), 999)).hasSize(10);
        InputStream untouched = new ByteArrayInputStream(bytes(10));
        assertThatThrownBy(() -> bounds.read(untouched, 999_999_999)).isInstanceOf(CallbackTooLarge.class);
        assertThat(untouched.available()).isEqualTo(10);
    }

    /** Most clients look at the answer only when they have sent everything. */
    @Test
    void whatIsTooLargeIsReadToItsEndAndDropped() {
        InputStream body = new ByteArrayInputStream(bytes(5_000_000));
        assertThatThrownBy(() -> read(body)).isInstanceOf(CallbackTooLarge.class);
        assertThat(body).isEmpty();
    }

    @Test
    void whoTakesTooLongIsNotReadToTheEnd() {
        InputStream slow = new ByteArrayInputStream(bytes(MOST)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, 1);
            }
        };
        assertThatThrownBy(() -> new BoundedBody(MOST, Duration.ZERO).read(slow, MOST))
                .isInstanceOf(CallbackTooSlow.class);
        assertThat(slow).isNotEmpty();
    }

    @Test
    void anEndlessBodyIsNotReadToItsEnd() {
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                if (++given > 30_000_000) {
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
}
