package io.engageroutes.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends callbacks from many connections, each of which sends its next one when the last was answered. Bare sockets, so that the
 * sender takes little of the machine that is measured.
 */
final class Callbacks {

    private static final long A_MOMENT_NANOS = 100_000_000;

    private final int port;
    private final int connections;

    Callbacks(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /**
     * What came of it.
     *
     * @param nanos how long each answer took, sorted
     * @param accepted answers that were 202
     * @param others answers that were something else
     * @param repeated callbacks that were sent again because no answer came
     */
    record Figures(long[] nanos, int accepted, int others, int repeated, double seconds) {

        double millis(double share) {
            return nanos[(int) Math.min(nanos.length - 1L, Math.round(share * nanos.length))] / 1e6;
        }

        String row(String who) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %d | %,.0f | %.1f | %.1f | %.1f |",
                    who,
                    accepted,
                    others,
                    nanos.length / seconds,
                    millis(0.5),
                    millis(0.99),
                    nanos[nanos.length - 1] / 1e6);
        }
    }

    /**
     * Sends the callbacks of these numbers, each again until it is answered.
     *
     * @param from the first number
     * @param answered told after every answer how many there were
     */
    Figures send(int from, int count, java.util.function.IntConsumer answered) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        AtomicInteger repeated = new AtomicInteger();
        AtomicInteger answers = new AtomicInteger();
        ConcurrentLinkedQueue<long[]> times = new ConcurrentLinkedQueue<>();
        List<Thread> senders = new ArrayList<>();
        long begin = System.nanoTime();
        for (int each = 0; each < connections; each++) {
            Thread sender = new Thread(() -> {
                try (Connection connection = new Connection(port)) {
                    for (int number = next.getAndIncrement(); number < from + count; number = next.getAndIncrement()) {
                        byte[] request = ShopOrders.request(number);
                        long[] answer = connection.post(request);
                        while (answer == null) {
                            repeated.incrementAndGet();
                            LockSupport.parkNanos(A_MOMENT_NANOS);
                            answer = connection.post(request);
                        }
                        times.add(answer);
                        answered.accept(answers.incrementAndGet());
                    }
                }
            });
            sender.start();
            senders.add(sender);
        }
        for (Thread sender : senders) {
            sender.join();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long[] nanos = times.stream().mapToLong(answer -> answer[1]).toArray();
        Arrays.sort(nanos);
        int accepted = (int) times.stream().filter(answer -> answer[0] == 202).count();
        return new Figures(nanos, accepted, nanos.length - accepted, repeated.get(), seconds);
    }

    /** One connection that is kept, and opened anew when it broke. */
    private static final class Connection implements AutoCloseable {

        private final int port;
        private Socket socket;
        private InputStream in;
        private OutputStream out;

        Connection(int port) {
            this.port = port;
        }

        /** Status and nanoseconds; null when there was no answer. */
        long[] post(byte[] request) {
            try {
                if (socket == null) {
                    socket = new Socket("localhost", port);
                    socket.setTcpNoDelay(true);
                    in = new BufferedInputStream(socket.getInputStream());
                    out = socket.getOutputStream();
                }
                long begin = System.nanoTime();
                out.write(request);
                out.flush();
                int status = answer();
                return new long[] {status, System.nanoTime() - begin};
            } catch (IOException gone) {
                close();
                return null;
            }
        }

        private int answer() throws IOException {
            int status = Integer.parseInt(line().split(" ")[1]);
            int length = 0;
            boolean chunked = false;
            boolean closes = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).trim());
                }
                chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
                closes |= lower.startsWith("connection:") && lower.contains("close");
            }
            if (chunked) {
                for (int size = chunk(); size > 0; size = chunk()) {
                    in.skipNBytes(size + 2L);
                }
                line();
            } else {
                in.skipNBytes(length);
            }
            if (closes) {
                close();
            }
            return status;
        }

        private int chunk() throws IOException {
            return Integer.parseInt(line().trim(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the connection ended");
                }
                line.append((char) c);
            }
            return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)
                    .trim();
        }

        @Override
        public void close() {
            try {
                if (socket != null) {
                    socket.close();
                }
            } catch (IOException gone) {
                // nothing is left to be closed
            }
            socket = null;
        }
    }
}
