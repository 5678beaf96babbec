package io.engageroutes.scenarios.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A process of its own that can be killed and started again; what it prints goes on in one log. */
final class Daemon implements AutoCloseable {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final String name;
    private final Path log;
    private final ProcessBuilder command;
    private Process process;
    private boolean closed;

    private Daemon(String name, Path folder, List<String> command) {
        this.name = name;
        this.log = folder.resolve(name + ".log");
        this.command = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** A main class of ours, with the class path of this JVM. */
    static Daemon ofClass(Class<?> main, Path folder, Object... arguments) {
        List<String> command = java("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new Daemon(main.getSimpleName(), folder, command);
    }

    static Daemon ofJar(String name, Path jar, Path folder, Map<String, String> environment) {
        Daemon daemon = new Daemon(name, folder, java("-jar", jar.toString()));
        daemon.command.environment().putAll(environment);
        return daemon;
    }

    private static List<String> java(String... options) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Xmx512m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        return command;
    }

    /** Does nothing any more when it is closed. */
    synchronized void start() {
        if (closed) {
            return;
        }
        try {
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing of it gets another instruction. */
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    long countInLog(String text) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        kill();
    }
}
