package io.engageroutes.scenarios;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nobody listens on; below those that systems give to outgoing connections, so that none is taken meanwhile. */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int BEHIND_LAST = 32_000;

    private FreePorts() {}

    public static int[] take(int many) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            while (held.size() < many) {
                int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
                try {
                    held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
                } catch (IOException taken) {
                    continue;
                }
            }
            return held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }
}
