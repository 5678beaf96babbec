package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.editing.EditState.Stage;
import io.engageroutes.editing.LiveRoutes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred edits in a row, right and wrong ones, while files and messages come in all the time: each counts in time, no receipt is
 * lost or sent twice, and nothing is left behind.
 */
class EditingIT {

    private static final int EDITS = Integer.getInteger("editing.edits", 200);
    /** An edit of a kamelet or of the policies replaces most of them; never are all gone. */
    private static final int FEWEST = 8;

    private static final Set<String> FLOW =
            Set.of("receipts-to-engage", "prepare-receipt", "deliver-receipt", "post-receipt", "requeue-messages");

    @TempDir
    Path folder;

    private final long seed = Long.getLong("editing.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Set<String> sent = new ConcurrentSkipListSet<>();
    private final List<Long> millis = new ArrayList<>();
    private volatile boolean feeding = true;
    private RouteFolder routes;
    private RunningApplication application;
    private CamelContext camel;
    private LiveRoutes live;

    @BeforeEach
    void start() throws Exception {
        routes = new RouteFolder(folder.resolve("edited"));
        application = RunningApplication.start(
                folder.resolve("state"),
                EditingIT.class,
                "intake.routes=" + routes.path(),
                "routes.look-every=150ms", // only to be done sooner
                "sftp.complete=none",
                "sftp.every=200",
                "engage.requests-per-second=0");
        camel = application.bean(CamelContext.class);
        live = application.bean(LiveRoutes.class);
    }

    @AfterEach
    void stop() {
        feeding = false;
        application.close();
    }

    @Test
    void twoHundredEditsUnderLoad() throws Exception {
        System.out.println("editing.seed=" + seed);
        ExecutorService feeders = Executors.newFixedThreadPool(2);
        feeders.submit(() -> feed(
                "file",
                id -> application.drop(
                        "till-json",
                        id + ".jsonl",
                        Receipts.sale(id).concat("\n").getBytes(StandardCharsets.UTF_8))));
        feeders.submit(() -> feed("erp", id -> application.erp().sendText(Receipts.sale(id))));

        Edits edits = new Edits(routes, random);
        Map<String, Integer> kinds = new TreeMap<>();
        Map<String, Integer> before = counts();
        for (int at = 0; at < EDITS; at++) {
            Edits.Edit edit = edits.next();
            kinds.merge(edit.kind(), 1, Integer::sum);
            run(edit);
        }
        edits.restore().forEach(this::run);
        Map<String, Integer> after = counts();
        feeding = false;
        feeders.shutdown();
        assertThat(feeders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        eventually().until(() -> application.simulator().receipts().keySet().containsAll(sent));
        eventually().until(application::isSettled);
        report(kinds);
        assertThat(application.simulator().receipts().keySet()).isEqualTo(new TreeSet<>(sent));
        assertThat(application.count("select count(*) from message_ledger where ended <> 'delivered'"))
                .isZero();
        assertThat(application.simulator().stats().get("duplicates").asInt()).isZero();
        application.assertThatTheAccountsAddUp();
        assertThat(Pollers.of(camel)).isEqualTo(Pollers.wanted(routes));
        assertThat(after)
                .as("what there is in Camel, before and after all edits")
                .isEqualTo(before);
        Collections.sort(millis);
        assertThat(millis.get(millis.size() * 95 / 100)).isLessThan(3000);
    }

    private void feed(String kind, java.util.function.Consumer<String> send) {
        for (int number = 0; feeding; number++) {
            String id = kind + '-' + number;
            send.accept(id);
            sent.add(id);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void run(Edits.Edit edit) {
        String version = live.state().version();
        long began = System.nanoTime();
        edit.make().run();
        Stage wanted = edit.right() ? Stage.CURRENT : Stage.REFUSED;
        eventually()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(20))
                .alias(edit.kind() + " of " + edit.file())
                .until(() -> {
                    assertThat(ids()).as("what runs while one edit is taken").hasSizeGreaterThan(FEWEST);
                    return live.state().stage() == wanted
                            && (!edit.right() || !live.state().version().equals(version) || edit.takesBack());
                });
        if (edit.right() && !edit.takesBack()) {
            millis.add((System.nanoTime() - began) / 1_000_000);
        }
    }

    private Set<String> ids() {
        return camel.getRoutes().stream().map(Route::getId).collect(Collectors.toSet());
    }

    private Map<String, Integer> counts() {
        assertThat(ids()).containsAll(FLOW);
        System.gc();
        return new TreeMap<>(Map.of(
                "routes", camel.getRoutes().size(),
                "definitions", ((ModelCamelContext) camel).getRouteDefinitions().size(),
                "templates",
                        ((ModelCamelContext) camel)
                                .getRouteTemplateDefinitions()
                                .size(),
                "configurations",
                        ((ModelCamelContext) camel)
                                .getRouteConfigurationDefinitions()
                                .size(),
                "endpoints", camel.getEndpoints().size(),
                "lifecycles", camel.getLifecycleStrategies().size(),
                "meters",
                        application
                                .bean(io.micrometer.core.instrument.MeterRegistry.class)
                                .find("camel.exchanges.total")
                                .meters()
                                .size()));
    }

    private void report(Map<String, Integer> kinds) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        System.out.println("edits " + kinds + ", " + sent.size() + " receipts; in effect after at most "
                + sorted.get(sorted.size() - 1) + " ms, 95 of 100 within " + sorted.get(sorted.size() * 95 / 100)
                + " ms");
    }
}
