package io.engageroutes.scenarios;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A call as its bytes: for senders that do what no HTTP client does. */
final class RawCall implements Closeable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    RawCall(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends these bytes; false when the server has hung up. */
    boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    boolean send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything that is answered until the server closes, or says nothing more for that long. */
    String answer(int quietMillis) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] part = new byte[8192];
        try {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                answer.write(part, 0, read);
                socket.setSoTimeout(quietMillis);
            }
        } catch (SocketTimeoutException quiet) {
            // it has said what it had to say
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** Whether anything can be read: an answer, or the end of the connection. */
    boolean isAnswered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
