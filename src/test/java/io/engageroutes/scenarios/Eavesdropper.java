package io.engageroutes.scenarios;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server to which nobody must be led; answers like Engage, so that who comes would go on. */
final class Eavesdropper implements AutoCloseable {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Eavesdropper() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            heard.add(call.getRequestMethod() + " " + call.getRequestURI());
            call.sendResponseHeaders(202, -1);
            call.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/evil";
    }

    List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
