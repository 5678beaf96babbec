package io.engageroutes.scenarios.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The three ways in, fed side by side for about as long as the flow needs. */
final class Feeders {

    private static final Duration EACH_FILE = Duration.ofMillis(6000);
    private static final Duration EACH_TRANSACTION = Duration.ofMillis(1000);
    private static final Duration EACH_CALLBACK = Duration.ofMillis(20);

    private final TillFeeder tills;
    private final ErpFeeder erp;
    private final ShopFeeder shop;
    private final List<Future<Void>> feeding = new ArrayList<>();

    Feeders(Sales sales, Surroundings around, Patience patience) {
        var small = sales.tills().stream()
                .filter(file -> !sales.largeFiles().contains(file))
                .toList();
        tills = new TillFeeder(around.sftpPort(), around.knownHosts(), small, EACH_FILE, patience);
        erp = new ErpFeeder(around.brokerUrl(), sales.erp(), EACH_TRANSACTION, patience);
        shop = new ShopFeeder(around.httpPort(), sales.shop(), EACH_CALLBACK, patience);
    }

    void start(ExecutorService threads) {
        feeding.addAll(Stream.of(tills, erp, shop).map(threads::submit).toList());
    }

    /**
     * Whether everything was handed over.
     *
     * @throws ExecutionException when one of them failed
     */
    boolean areThrough() throws ExecutionException, InterruptedException {
        boolean through = true;
        for (Future<Void> feeder : feeding) {
            if (feeder.isDone()) {
                feeder.get();
            } else {
                through = false;
            }
        }
        return through;
    }

    void upload(Sales.TillFile file) throws Exception {
        tills.upload(file);
    }

    int erpRepeated() {
        return erp.repeated();
    }

    int shopRepeated() {
        return shop.repeated();
    }
}
