package io.engageroutes.callback;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the bytes of a callback off the wire before a route is called. Camel would read all that is sent, for as long as it takes, before
 * the first step, on one of the threads that routes are called on.
 */
public final class CallbackFilter extends HttpFilter {

    private static final Logger LOG = LoggerFactory.getLogger("io.engageroutes.callbacks");

    private final transient BoundedBody bounds;

    /**
     * @param most the most bytes of a callback
     * @param longest how long a sender may take to send one
     */
    public CallbackFilter(int most, Duration longest) {
        this.bounds = new BoundedBody(most, longest);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object body;
        try {
            body = bounds.read(request.getInputStream(), request.getContentLengthLong());
        } catch (CallbackTooLarge | CallbackTooSlow trouble) {
            body = trouble; // the route answers it like every other
        } catch (IOException e) {
            LOG.info("a callback to {} broke off", request.getRequestURI());
            response.setStatus(
                    HttpServletResponse.SC_REQUEST_TIMEOUT); // nothing more can be written than an error page
            return;
        }
        chain.doFilter(new TakenCallback(request, body), response);
    }
}
