package io.engageroutes.delivery;

import io.engageroutes.contact.Contact;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.RejectedReceipt;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.util.Optional;
import java.util.function.Supplier;

/** Which store recruits a contact. */
public final class Recruiters {

    private final Supplier<StoreRegister> stores;
    private final String otherwise;
    private final boolean unknownStores;

    /**
     * @param stores the register of the moment
     * @param otherwise recruits the contacts whose source names no store; blank for none
     * @param unknownStores whether stores that the register does not have may recruit contacts; Engage creates such stores
     */
    public Recruiters(Supplier<StoreRegister> stores, String otherwise, boolean unknownStores) {
        this.stores = stores;
        this.otherwise = otherwise;
        this.unknownStores = unknownStores;
    }

    /** The store's id; or null. */
    String id(Contact contact) {
        return contact.storeId() != null ? contact.storeId() : otherwise.isBlank() ? null : otherwise;
    }

    Optional<Store> store(Contact contact) {
        return stores.get().store(id(contact));
    }

    /** @throws RejectedReceipt when it is a store that Engage would have to create */
    void check(Contact contact) {
        if (id(contact) != null && store(contact).isEmpty() && !unknownStores) {
            throw new RejectedReceipt(
                    new Fault(
                            "store-unknown",
                            "storeId",
                            id(contact),
                            "must be in the store register, or Engage would create the store; add it there, or correct the id"));
        }
    }
}
