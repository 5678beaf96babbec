package io.engageroutes.scenarios.kill;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** What happens to the processes. */
final class Blows {

    /** Who dies, and when. */
    enum Blow {
        APPLICATION,
        APPLICATION_WHILE_READING,
        APPLICATION_AND_AGAIN_WHILE_STARTING,
        BROKER,
        DATABASE
    }

    private static final Duration FILE_LIMIT = Duration.ofSeconds(60);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Sales sales;
    private final List<Sales.TillFile> large;
    private final Surroundings around;
    private final Supervisor supervisor;
    private final Feeders feeders;
    private final Random random;
    private final Patience patience;
    private final Say say;
    private final Blow withApplication;
    private int caughtReading;
    private long startsBefore;

    interface Say {
        void say(String text, Object... values);
    }

    Blows(
            Sales sales,
            Surroundings around,
            Supervisor supervisor,
            Feeders feeders,
            Random random,
            Patience patience,
            Say say) {
        this.sales = sales;
        this.large = sales.largeFiles();
        this.around = around;
        this.supervisor = supervisor;
        this.feeders = feeders;
        this.random = random;
        this.patience = patience;
        this.say = say;
        this.withApplication = random.nextBoolean() ? Blow.BROKER : Blow.DATABASE;
    }

    /** The large files that a blow feeds, to fall while they are read. */
    private List<Sales.TillFile> filesFor(Blow blow) {
        return switch (blow) {
            case APPLICATION_WHILE_READING -> large.subList(0, 2);
            case BROKER -> large.subList(2, 3);
            case DATABASE -> large.subList(3, 4);
            case APPLICATION, APPLICATION_AND_AGAIN_WHILE_STARTING -> List.of();
        };
    }

    /** How many receipts can have been delivered before these blows fall. */
    int fedBefore(List<Blow> blows) {
        int later = blows.stream()
                .flatMap(blow -> filesFor(blow).stream())
                .mapToInt(file -> file.sales().size())
                .sum();
        return sales.all().size() - later;
    }

    void strike(Blow blow) throws Exception {
        switch (blow) {
            case APPLICATION -> killApplication();
            case APPLICATION_WHILE_READING -> {
                letRead(filesFor(blow));
                killApplication();
            }
            case APPLICATION_AND_AGAIN_WHILE_STARTING -> {
                killApplication();
                patience.pause(Duration.ofMillis(1000 + random.nextInt(8000)));
                killApplication();
            }
            case BROKER -> {
                letRead(filesFor(blow));
                around.broker().kill();
                say.say("the broker is killed, %d large files half read", halfRead());
                outage();
                if (blow == withApplication) {
                    startApplicationMeanwhile();
                    patience.until("the application starts without a broker", START_LIMIT, this::isStarted);
                    outage();
                }
                around.broker().start();
                say.say("the broker is started again");
            }
            case DATABASE -> {
                letRead(filesFor(blow));
                around.database().kill();
                outage();
                if (blow == withApplication) {
                    startApplicationMeanwhile();
                    patience.pause(Duration.ofMillis(10_000 + random.nextInt(5000)));
                }
                around.database().start();
                say.say("the database is started again");
            }
        }
    }

    private void letRead(List<Sales.TillFile> files) throws Exception {
        for (Sales.TillFile file : files) {
            feeders.upload(file);
        }
        patience.until("a large file is being read", FILE_LIMIT, () -> halfRead() > 0);
        patience.pause(Duration.ofMillis(random.nextInt(50)));
    }

    private void outage() throws InterruptedException {
        patience.pause(Duration.ofMillis(1000 + random.nextInt(4000)));
    }

    /** One of the two outages, as the seed will, also meets an application that starts. */
    private void startApplicationMeanwhile() {
        startsBefore = starts();
        supervisor.kill();
        say.say("the application is killed and has to start meanwhile");
    }

    private boolean isStarted() {
        return starts() > startsBefore;
    }

    private long starts() {
        return around.application().countInLog("Started EngageRoutes in");
    }

    private void killApplication() throws SQLException {
        supervisor.kill();
        long files = halfRead();
        caughtReading += files > 0 ? 1 : 0;
        say.say("the application is killed, %d large files half read", files);
    }

    private long halfRead() throws SQLException {
        String names = large.stream().map(file -> "'" + file.name() + "'").collect(Collectors.joining(","));
        return around.database()
                .number("select count(*) from document where state = 'reading' and name in (" + names + ")");
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (caughtReading == 0) {
            faults.add("no file was caught while it was read, so that is not proven: try another seed");
        }
        if (supervisor.exits() > 0) {
            faults.add("the application gave up by itself " + supervisor.exits() + " times");
        }
        return faults;
    }
}
