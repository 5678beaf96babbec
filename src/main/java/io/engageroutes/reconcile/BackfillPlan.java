package io.engageroutes.reconcile;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which receipts of a fiscal record are to be delivered with the members of a side file: those that the feed skipped for want of a
 * contact, under the feed's own unique ids, and those that it never brought.
 *
 * @param skipped receipts that the feed brought without contact, now with one
 * @param missing receipts that the feed never brought, with the ids that the layout gives them
 * @param deliveredBefore how many members' receipts Engage has already
 * @param dead how many members' receipts are dead letters, which are mended and replayed instead
 * @param withoutMember how many receipts have no member
 * @param withoutSale members whose transaction is not in the fiscal record
 * @param ambiguous members whose transaction id several registers have
 * @param idsProven whether the layout's ids are those that the feed gives its receipts, as far as can be told
 */
public record BackfillPlan(
        List<Receipt> skipped,
        List<Receipt> missing,
        long deliveredBefore,
        long dead,
        long withoutMember,
        List<MemberList.Member> withoutSale,
        List<MemberList.Member> ambiguous,
        boolean idsProven) {

    /** Makes the plan. */
    public static BackfillPlan of(Reconciliation reconciliation, List<MemberList.Member> members) {
        Map<String, List<FiscalSale>> byNumber = new HashMap<>();
        reconciliation.fiscal().sales().forEach(sale -> byNumber.computeIfAbsent(
                        Matching.plain(sale.receipt().receiptNumber()), any -> new ArrayList<>(1))
                .add(sale));
        Map<String, ContactKey> keys = new HashMap<>();
        List<MemberList.Member> withoutSale = new ArrayList<>();
        List<MemberList.Member> ambiguous = new ArrayList<>();
        for (MemberList.Member member : members) {
            List<FiscalSale> sales = byNumber.getOrDefault(Matching.plain(member.transaction()), List.of()).stream()
                    .filter(member::isOf)
                    .toList();
            if (sales.isEmpty()) {
                withoutSale.add(member);
            } else if (sales.size() > 1 || keys.putIfAbsent(id(sales.get(0)), member.key()) != null) {
                ambiguous.add(member);
            }
        }
        return sorted(reconciliation, keys, withoutSale, ambiguous);
    }

    private static BackfillPlan sorted(
            Reconciliation reconciliation,
            Map<String, ContactKey> keys,
            List<MemberList.Member> withoutSale,
            List<MemberList.Member> ambiguous) {
        List<Receipt> skipped = new ArrayList<>();
        long delivered = 0;
        long dead = 0;
        for (Reconciliation.Pair pair : reconciliation.pairs()) {
            ContactKey key = keys.get(id(pair.sale()));
            if (key == null) {
                continue;
            }
            switch (pair.delivered().ended()) {
                case "skipped" ->
                    skipped.add(
                            pair.sale().receipt().with(pair.delivered().row().uniqueId(), List.of(key)));
                case "dead" -> dead++;
                default -> delivered++;
            }
        }
        List<Receipt> missing = reconciliation.missing().stream()
                .filter(sale -> keys.containsKey(id(sale)))
                .map(sale -> sale.receipt().with(id(sale), List.of(keys.get(id(sale)))))
                .toList();
        boolean live = !reconciliation.pairs().isEmpty()
                || !reconciliation.surplus().isEmpty()
                || reconciliation.otherStores() + reconciliation.undated() + reconciliation.onTheirWay() > 0;
        boolean proven = !live
                || !reconciliation.pairs().isEmpty()
                        && reconciliation.matched(Matching.Way.id)
                                == reconciliation.pairs().size();
        return new BackfillPlan(
                List.copyOf(skipped),
                missing,
                delivered,
                dead,
                reconciliation.fiscal().sales().size() - keys.size(),
                List.copyOf(withoutSale),
                List.copyOf(ambiguous),
                proven);
    }

    /** Whether a receipt may get an id that the feed would not give it, and so be delivered twice if the feed brings it late. */
    public boolean mayDouble() {
        return !missing.isEmpty() && !idsProven;
    }

    public List<Receipt> toSend() {
        List<Receipt> all = new ArrayList<>(skipped);
        all.addAll(missing);
        return all;
    }

    private static String id(FiscalSale sale) {
        return sale.receipt().uniqueId();
    }
}
