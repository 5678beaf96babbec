package io.engageroutes.delivery;

import io.engageroutes.order.Action;
import io.engageroutes.order.Article;
import io.engageroutes.order.ArticleTable;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Route step: the orders by which Engage sends customers their receipts, one for each delivered receipt of a source that wants it. */
public final class DigitalReceiptOrders {

    /** Our name of the action; a setting says what Engage calls it. */
    public static final String ACTION = "digital-receipt";

    /** Ends the ids of these messages, which stand in no document; a reader's ids have no slash. */
    static final String MARK = "/" + ACTION;

    private final Supplier<StoreRegister> stores;
    private final Supplier<ArticleTable> articles;

    /** Both of the moment: they are edited while we run. */
    public DigitalReceiptOrders(Supplier<StoreRegister> stores, Supplier<ArticleTable> articles) {
        this.stores = stores;
        this.articles = articles;
    }

    /**
     * The orders of a settled parcel, each ready for the queue. When a parcel comes again after a crash its delivered receipts make
     * their orders again, with the same ids: the first ones may have died with the transaction that sent them.
     */
    public List<QueuedParcel> of(List<? extends FlowMessage> messages) {
        return messages.stream()
                .filter(DigitalReceiptOrders::isWanted)
                .map(this::queued)
                .toList();
    }

    /** Not of a return that only takes a post-voided sale back: nobody was given it. */
    private static boolean isWanted(FlowMessage message) {
        boolean delivered = message.end() instanceof End.Delivered || message.end() instanceof End.EndedBefore;
        return delivered
                && message.receipt() != null
                && message.entry().voids() == null
                && message.parcel().digitalReceipts().include(message.receipt());
    }

    private QueuedParcel queued(FlowMessage message) {
        Parcel of = message.parcel();
        Content order = new Content.OfOrder(order(message.receipt()));
        Parcel.Entry entry =
                Parcel.Entry.of(message.id() + MARK, message.entry().place(), order, null);
        byte[] json = ParcelJson.write(new Parcel(of.source(), of.document(), of.documentName(), List.of(entry)));
        return new QueuedParcel(entry.id(), json, order.kind(), order.businessKey(), true);
    }

    private Order order(Receipt receipt) {
        String language =
                stores.get().store(receipt.storeId()).map(Store::language).orElse(null);
        return new Order(
                receipt.uniqueId(),
                receipt.occurredAt(),
                List.of(),
                receipt,
                null,
                null,
                null,
                null,
                List.of(),
                language,
                null,
                articles(receipt),
                new Action(ACTION, receipt.uniqueId(), Map.of()));
    }

    private Map<String, Article> articles(Receipt receipt) {
        ArticleTable table = articles.get();
        Map<String, Article> known = new TreeMap<>();
        receipt.lines().stream().map(Line::sku).filter(Objects::nonNull).forEach(sku -> Optional.ofNullable(
                        table.article(sku))
                .ifPresent(article -> known.put(sku, article)));
        return known;
    }
}
