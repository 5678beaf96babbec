package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.HandClock;
import io.engageroutes.Receipts;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Post-voids on both kinds of database. */
class PostVoidsIT {

    abstract static class Rules extends DatabaseContract {

        private final HandClock clock = new HandClock();

        private Claims claims() {
            return new Claims(database.jdbc(), clock, Duration.ofMinutes(15));
        }

        private PostVoids postVoids() {
            return new PostVoids(database.jdbc(), claims(), clock, Duration.ofDays(35));
        }

        @Test
        void whatIsKeptAtDeliveryTakesTheReceiptBack() {
            ReceiptMessage sale = sale("M-1", "A-1");
            claims().claim(List.of(ClaimKeys.wish(sale)));
            claims().confirm(List.of(ClaimKeys.wish(sale)));
            postVoids().keep(List.of(sale));
            postVoids().keep(List.of(sale));
            ReceiptMessage postVoid = postVoid("V-1", "A-1");

            assertThat(postVoids().resolve(List.of(postVoid))).containsExactly(postVoid);
            assertThat(postVoid.businessKey()).isEqualTo("A-1-void");
            assertThat(postVoid.receipt().total()).isEqualByComparingTo("-100.00");
        }

        @Test
        void onlyWhatIsOlderThanTheWindowIsForgotten() {
            postVoids().keep(List.of(sale("M-1", "A-1")));
            clock.advance(Duration.ofDays(36));
            postVoids().keep(List.of(sale("M-2", "A-2")));
            postVoids().forget();

            assertThat(database.jdbc().queryForList("select business_key from annulment", String.class))
                    .containsExactly("A-2");
        }

        /** However the two meet, the receipt is withheld, or the post-void sees that it is on its way: never neither. */
        @Test
        void aReceiptAndItsPostVoidNeverMissEachOther() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                for (int run = 0; run < 200; run++) {
                    String key = "race-" + run;
                    ReceiptMessage sale = sale("M-" + run, key);
                    ReceiptMessage postVoid = postVoid("V-" + run, key);
                    CyclicBarrier start = new CyclicBarrier(2);
                    Callable<Boolean> delivering = () -> {
                        start.await();
                        claims().claim(List.of(ClaimKeys.wish(sale)));
                        return postVoids().withhold(List.of(sale)).isEmpty();
                    };
                    Callable<Boolean> voiding = () -> {
                        start.await();
                        postVoids().resolve(List.of(postVoid));
                        return postVoid.end() instanceof End.Later;
                    };
                    Future<Boolean> withheld = threads.submit(delivering);
                    Future<Boolean> waits = threads.submit(voiding);
                    assertThat(withheld.get() || waits.get()).as(key).isTrue();
                }
            } finally {
                threads.shutdownNow();
            }
        }

        private static ReceiptMessage sale(String id, String key) {
            Receipt receipt = Receipts.sale(key);
            Parcel.Entry entry = new Parcel.Entry(
                    id, "line 1", receipt, ContentHash.of(ReceiptJson.bytes(receipt)), List.of(), null, null, 0, 0, 0);
            ReceiptMessage message = new ReceiptMessage(parcel(entry), entry);
            message.price(new Pricing(
                            new MinorUnits(Map.of()),
                            new VatRates(List.of()),
                            new StoreRegister(List.of()),
                            Pricing.Settings.usual())
                    .price(receipt));
            return message;
        }

        private static ReceiptMessage postVoid(String id, String key) {
            Parcel.Entry entry = Parcel.Entry.postVoid(id, "line 9", key);
            return new ReceiptMessage(parcel(entry), entry);
        }

        private static Parcel parcel(Parcel.Entry entry) {
            return new Parcel("till", "document-1", "a.dat", true, new ArrayList<>(List.of(entry)));
        }
    }

    @Nested
    class OnH2 extends Rules {
        @Override
        protected TestDatabase open() {
            return TestDatabase.h2();
        }
    }

    @Nested
    class OnPostgreSql extends Rules {
        @Override
        protected TestDatabase open() throws Exception {
            return TestDatabase.postgreSql();
        }
    }
}
