package io.engageroutes.wiring;

import io.engageroutes.editing.FolderUser;
import io.engageroutes.order.ArticleTable;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The rules that receipts are judged and priced by, with the store register, the VAT rates and the articles of the moment. */
final class LiveRules implements FolderUser {

    private final MinorUnits units;
    private final ReceiptRules.Settings judging;
    private final Pricing.Settings pricing;
    private final Clock clock;
    private volatile Now now;

    LiveRules(MinorUnits units, ReceiptRules.Settings judging, Pricing.Settings pricing, Clock clock) {
        this.units = units;
        this.judging = judging;
        this.pricing = pricing;
        this.clock = clock;
    }

    private record Now(StoreRegister stores, ArticleTable articles, ReceiptRules rules, Pricing pricing) {}

    @Override
    public void use(Path routes) throws IOException {
        StoreRegister stores;
        try (Reader reader = Files.newBufferedReader(routes.resolve("data/stores.csv"))) {
            stores = StoreRegister.read(reader, "data/stores.csv");
        }
        VatRates vat;
        try (Reader reader = Files.newBufferedReader(routes.resolve("data/vat-rates.csv"))) {
            vat = VatRates.read(reader, "data/vat-rates.csv");
        }
        now = new Now(
                stores,
                articles(routes.resolve("data/articles.csv")),
                new ReceiptRules(units, stores, judging, clock),
                new Pricing(units, vat, stores, pricing));
    }

    private static ArticleTable articles(Path file) throws IOException {
        if (!Files.exists(file)) {
            return ArticleTable.none();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return ArticleTable.read(reader, "data/articles.csv");
        }
    }

    ArticleTable articles() {
        return now.articles();
    }

    StoreRegister stores() {
        return now.stores();
    }

    ReceiptRules rules() {
        return now.rules();
    }

    Pricing pricing() {
        return now.pricing();
    }
}
