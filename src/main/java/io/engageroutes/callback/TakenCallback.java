package io.engageroutes.callback;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;

/**
 * A callback whose bytes were read. Nothing but its headers and these bytes speaks: parameters of the address or of a form would become
 * headers of the message, beside those that are verified.
 */
final class TakenCallback extends HttpServletRequestWrapper {

    /** The attribute that holds its bytes, or the exception that says why there are none. */
    static final String BODY = "io.engageroutes.callback.body";

    private final byte[] bytes;

    TakenCallback(HttpServletRequest request, Object body) {
        super(request);
        this.bytes = body instanceof byte[] read ? read : new byte[0];
        request.setAttribute(BODY, body);
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream body = new ByteArrayInputStream(bytes);
        return new ServletInputStream() {
            @Override
            public int read() {
                return body.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return body.read(buffer, offset, length);
            }

            @Override
            public boolean isFinished() {
                return body.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("the body was read already");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public int getContentLength() {
        return bytes.length;
    }

    @Override
    public long getContentLengthLong() {
        return bytes.length;
    }

    /** Without its parameters, and never a form, which would be taken apart before anybody asked who sent it; the header still says all. */
    @Override
    public String getContentType() {
        String type = super.getContentType();
        if (type == null) {
            return null;
        }
        String plain = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return plain.equals("application/x-www-form-urlencoded") || plain.startsWith("multipart/")
                ? "application/octet-stream"
                : plain;
    }

    @Override
    public String getQueryString() {
        return null;
    }

    @Override
    public String getParameter(String name) {
        return null;
    }

    @Override
    public String[] getParameterValues(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }
}
