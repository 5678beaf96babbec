package io.engageroutes.receipt;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stores that are known, from {@code routes/data/stores.csv}. */
public final class StoreRegister {

    private final Map<String, Store> stores;

    public StoreRegister(Collection<Store> stores) {
        this.stores = stores.stream().collect(Collectors.toUnmodifiableMap(Store::id, Function.identity()));
    }

    public Optional<Store> store(String id) {
        return Optional.ofNullable(id).map(stores::get);
    }
}
