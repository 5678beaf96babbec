package io.engageroutes.intake.poslog;

import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

/** The payments of one transaction. A payment and what takes it back are left out together. */
final class ReadTenders {

    /** Why a payment may not count. */
    enum Doubt {
        NONE,
        /** The bank may have refused it. */
        REFUSED,
        /** Change that the amount tendered may be without already. */
        CHANGE
    }

    /** @param voucherId what its number is should it turn out to be a voucher */
    private record Read(Tender tender, Doubt doubt, String voucherId) {}

    private static final List<Set<Doubt>> READINGS =
            List.of(Set.of(), Set.of(Doubt.REFUSED), Set.of(Doubt.CHANGE), Set.of(Doubt.REFUSED, Doubt.CHANGE));

    private final List<Read> all = new ArrayList<>(2);

    void add(Tender tender, Doubt doubt) {
        add(tender, doubt, tender.voucherId());
    }

    void add(Tender tender, Doubt doubt, String voucherId) {
        all.add(new Read(tender, doubt, voucherId));
    }

    /**
     * Finds the voucher that is a payment although the lines contain it as a discount: a payment of the amount of such a discount,
     * without which the others pay what the lines come to.
     *
     * @param discounts what the lines contain
     * @param pays whether what the others come to, and what is taken off the total with the voucher, is right: asked for nothing
     *     and for the voucher's amount
     * @return what is to be taken off the total: the voucher's amount or nothing; null when there is no such voucher
     */
    BigDecimal voucherListedTwice(List<BigDecimal> discounts, BiPredicate<BigDecimal, BigDecimal> pays) {
        for (int at = 0; at < all.size(); at++) {
            Tender tender = all.get(at).tender();
            BigDecimal amount = tender.amount();
            if (amount.signum() <= 0 || discounts.stream().noneMatch(discount -> discount.compareTo(amount) == 0)) {
                continue;
            }
            for (BigDecimal off : List.of(BigDecimal.ZERO, amount)) {
                if (pays.test(paid().subtract(amount), off)) {
                    all.set(at, voucher(all.get(at)));
                    return off;
                }
            }
        }
        return null;
    }

    private static Read voucher(Read read) {
        Tender tender = read.tender();
        return new Read(
                new Tender(tender.type(), tender.description(), tender.amount(), true, read.voucherId()),
                Doubt.NONE,
                read.voucherId());
    }

    /** Adds an extra line that voids another one, so its amount has the other sign; they come to nothing together. */
    void takeBack(Tender back) {
        for (int at = all.size() - 1; at >= 0; at--) {
            Tender tender = all.get(at).tender();
            if (Objects.equals(tender.type(), back.type())
                    && tender.amount().signum() != 0
                    && tender.amount().negate().compareTo(back.amount()) == 0) {
                all.remove(at);
                return;
            }
        }
        add(back, Doubt.NONE);
    }

    /**
     * Leaves out doubtful payments when the others alone come to what was to pay.
     *
     * @param rounding to coins, up or down
     */
    void settle(BigDecimal toPay, BigDecimal rounding) {
        if (toPay == null || all.stream().allMatch(read -> read.doubt() == Doubt.NONE)) {
            return;
        }
        for (Set<Doubt> without : READINGS) {
            BigDecimal paid = all.stream()
                    .filter(read -> !without.contains(read.doubt()))
                    .map(read -> read.tender().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal off = paid.subtract(toPay).abs();
            if (off.signum() == 0 || off.compareTo(rounding) == 0) {
                all.removeIf(read -> without.contains(read.doubt()));
                return;
            }
        }
    }

    List<Tender> kept() {
        return all.stream().map(Read::tender).toList();
    }

    BigDecimal paid() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Read read : all) {
            sum = sum.add(read.tender().amount());
        }
        return sum;
    }
}
