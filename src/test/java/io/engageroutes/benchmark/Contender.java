package io.engageroutes.benchmark;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A program in a process of its own, with its own folder, that can be killed and started again. */
final class Contender implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private final List<String> command;
    private final int port;
    private Process process;

    /** @param settings as {@code --name=value} */
    Contender(Path folder, Class<?> main, int port, List<String> settings) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        clear(); // an earlier run may have been cut off
        this.port = port;
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=" + port));
        command.addAll(settings);
    }

    void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()))
                .start();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IOException("it did not start, see " + folder.resolve("log.txt"));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException, IOException {
        if (process != null) {
            kill();
        }
        clear();
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.endsWith("log.txt") && !file.equals(folder)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
