package io.engageroutes.callback;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the body of a callback in bytes and time. Camel copies a body whole before the route begins, so the bounds must stand before
 * Camel: where one is reached the body ends, and {@link CallbackBody} tells the sender why.
 */
public final class CallbackLimits extends OncePerRequestFilter {

    static final String BROKEN = CallbackLimits.class.getName();

    private final int most;
    private final Duration longest;

    /**
     * @param most the most bytes read
     * @param longest how long a sender may take; for how long it may say nothing is the server's own setting
     */
    public CallbackLimits(int most, Duration longest) {
        this.most = most;
        this.longest = longest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/callbacks/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Bounded(request), response);
    }

    private final class Bounded extends HttpServletRequestWrapper {

        private ServletInputStream stream;

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new BoundedStream(super.getInputStream(), this);
            }
            return stream;
        }
    }

    private final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final HttpServletRequest request;
        private final long until = System.nanoTime() + longest.toNanos();
        private long count;
        private boolean ended;

        BoundedStream(ServletInputStream body, HttpServletRequest request) {
            this.body = body;
            this.request = request;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (ended) {
                return -1;
            }
            try {
                int read = body.read(buffer, offset, length);
                count += Math.max(read, 0);
                if (count > most) {
                    return end(new CallbackTooLarge(most));
                }
                if (read >= 0 && System.nanoTime() > until) {
                    return end(new CallbackTooSlow(longest));
                }
                return read;
            } catch (IOException silentOrGone) {
                return end(new CallbackTooSlow(longest));
            }
        }

        private int end(RuntimeException why) {
            ended = true;
            request.setAttribute(BROKEN, why);
            return -1;
        }

        @Override
        public boolean isFinished() {
            return ended || body.isFinished();
        }

        @Override
        public boolean isReady() {
            return ended || body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
