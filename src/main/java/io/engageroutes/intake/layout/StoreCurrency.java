package io.engageroutes.intake.layout;

import io.engageroutes.intake.Source;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Store;
import java.util.Currency;
import java.util.Locale;

/** The currency of a store's country, for files that name none. */
final class StoreCurrency {

    private StoreCurrency() {}

    /** The ISO 4217 code, or null after a fault. */
    static String of(Cells cells, String storeId, Source source) {
        String country = source.stores().store(storeId).map(Store::country).orElse(null);
        Currency currency = country == null ? null : Currency.getInstance(new Locale("", country));
        if (currency == null && storeId != null) {
            cells.faults()
                    .add(new Fault(
                            "store-currency-unknown",
                            cells.row().place(),
                            storeId,
                            "the file names no currency, and the store register has no country for this store: add the store"
                                    + " with its country, or set receipt.currency in the layout"));
        }
        return currency == null ? null : currency.getCurrencyCode();
    }
}
