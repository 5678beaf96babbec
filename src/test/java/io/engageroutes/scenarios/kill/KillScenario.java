package io.engageroutes.scenarios.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Nothing lost, nothing twice: feeds 5,000 receipts by all three ways in, kills the application five times and the broker and the
 * database once each meanwhile, and then looks whether every receipt is in Engage once and all accounts add up.
 *
 * <p>When and in which order they die follows from the seed and from how many receipts have been delivered.
 */
public final class KillScenario {

    private static final Path FOLDER = Path.of("target/kill").toAbsolutePath();
    private static final Duration STEP_LIMIT = Duration.ofSeconds(120);
    private static final Duration END_LIMIT = Duration.ofSeconds(120);
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final int ANSWER_MILLIS = 50;
    private static final int TAIL = 60;

    private final long seed;
    private final Random random;
    private final Sales sales = Sales.ofToday();
    private final Patience patience = new Patience();
    private final long startedAt = System.nanoTime();

    public KillScenario(long seed) {
        this.seed = seed;
        this.random = new Random(new SplittableRandom(seed).nextLong()); // small seeds would start alike
    }

    /**
     * Runs it.
     *
     * @return all that went wrong; nothing when the promise was kept
     */
    public List<String> run() throws IOException {
        empty(FOLDER);
        List<String> faults = new ArrayList<>();
        Surroundings around = new Surroundings(FOLDER);
        Runtime.getRuntime().addShutdownHook(new Thread(around::close)); // for Ctrl-C
        say("seed %d, logs in %s", seed, FOLDER);
        try {
            run(around, faults);
        } finally {
            around.close();
        }
        if (!faults.isEmpty()) {
            around.logs().forEach(KillScenario::printTail);
            faults.forEach(fault -> say("WRONG %s", fault));
            say("seed %d failed; logs in %s", seed, FOLDER);
        }
        return faults;
    }

    private void run(Surroundings around, List<String> faults) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            play(around, threads, faults);
        } catch (Patience.Impatient late) {
            faults.add(late.getMessage());
        } catch (Exception stopped) {
            faults.add(stopped.toString());
        } finally {
            patience.end();
            threads.shutdownNow();
        }
        try {
            faults.addAll(Verdict.faults(sales, around));
        } catch (IOException | InterruptedException e) {
            faults.add("Engage cannot be asked: " + e);
        }
    }

    private void play(Surroundings around, ExecutorService threads, List<String> faults) throws Exception {
        around.start(patience);
        around.engage().answerAfter(ANSWER_MILLIS);
        Supervisor supervisor = new Supervisor(around.application(), patience);
        threads.submit(supervisor);
        Feeders feeders = new Feeders(sales, around, patience);
        Blows blows = new Blows(sales, around, supervisor, feeders, random, patience, this::say);
        feeders.start(threads);
        strike(blows, around, feeders);
        say("last blow struck; waiting until everything is delivered");
        patience.until("the feeders are through", END_LIMIT, feeders::areThrough);
        patience.until("everything adds up", END_LIMIT, () -> Verdict.faults(sales, around)
                .isEmpty());
        patience.pause(CALM); // for what might still come twice
        faults.addAll(blows.faults());
        report(around, feeders, supervisor);
    }

    /** Each blow falls when a certain part of the receipts is delivered, so that all fall while receipts flow. */
    private void strike(Blows blows, Surroundings around, Feeders feeders) throws Exception {
        int all = sales.all().size();
        List<Blows.Blow> order = new ArrayList<>(List.of(Blows.Blow.values()));
        Collections.shuffle(order, random);
        int[] drawn = random.ints(order.size(), all / 50, all * 4 / 5).sorted().toArray();
        // a large file is fed by the blow that it is for: no blow may wait for receipts that only a later one feeds
        List<Integer> moments = IntStream.range(0, drawn.length)
                .mapToObj(i -> Math.min(drawn[i], blows.fedBefore(order.subList(i, order.size())) * 9 / 10))
                .toList();
        say("order %s when so many are delivered: %s", order, moments);
        for (int i = 0; i < order.size(); i++) {
            int moment = moments.get(i);
            patience.until(moment + " receipts are delivered", STEP_LIMIT, () -> {
                feeders.areThrough(); // or one of them has failed, and nothing more will come
                return around.engage().unique() >= moment;
            });
            patience.pause(Duration.ofMillis(random.nextInt(1000)));
            say("%d delivered, now %s", around.engage().unique(), order.get(i));
            blows.strike(order.get(i));
        }
    }

    private void report(Surroundings around, Feeders feeders, Supervisor supervisor) throws Exception {
        say(
                "%d receipts delivered in %d s, application killed %d times, broker and database once each",
                around.engage().unique(), seconds(), supervisor.kills());
        say(
                "Engage saw %d receipts again and ignored them; the ledger counts %d duplicates",
                around.engage().stats().get("duplicates").asLong(),
                around.database().number("select count(*) from message_ledger where ended = 'duplicate'"));
        say("the ERP repeated %d transactions, the shop %d callbacks", feeders.erpRepeated(), feeders.shopRepeated());
        for (String row : around.database().rows("""
                select d.source, d.documents || ' documents', d.receipts || ' receipts',
                    (select string_agg(e.n || ' ' || e.ended, ', ' order by e.ended)
                        from (select ended, count(*) as n from message_ledger where source = d.source group by ended) e)
                from (select source, count(*) as documents, sum(receipts) as receipts from document group by source) d
                order by d.source""")) {
            say("  %s", row);
        }
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - startedAt).toSeconds();
    }

    private void say(String text, Object... values) {
        System.out.printf("%4d s  %s%n", seconds(), text.formatted(values));
    }

    private static void printTail(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            System.out.println("---- the end of " + log);
            lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).forEach(System.out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
