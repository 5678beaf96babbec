package io.engageroutes.callback;

/** A shop that cannot be asked at present; the callback is tried again later. */
public final class ShopIsAway extends RuntimeException {

    ShopIsAway(String why) {
        super(why, null, false, false);
    }
}
