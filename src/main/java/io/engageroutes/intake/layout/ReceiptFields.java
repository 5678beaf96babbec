package io.engageroutes.intake.layout;

import io.engageroutes.intake.Source;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.PromotionUse;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads what belongs to a receipt as a whole. Used for one document. */
final class ReceiptFields {

    private static final Set<String> OF_THE_MOMENT = Set.of("date", "time");

    private final Mapping mapping;
    private final Source source;
    private final boolean promotions;

    ReceiptFields(Mapping mapping, Source source) {
        this.mapping = mapping;
        this.source = source;
        this.promotions = !mapping.promotions().isEmpty()
                || mapping.discounts().stream().anyMatch(each -> each.promotion() != null);
    }

    /** Of a transaction that has only a header. */
    RowParts noParts() {
        return new RowParts(mapping);
    }

    BigDecimal total(Cells cells) {
        return cells.number(mapping.receipt().get("total"));
    }

    Receipt receipt(Cells cells, RowParts parts) {
        mapping.extraLines().forEach(each -> parts.extraLine(each, cells));
        parts.spreadTax(cells);
        String storeId = required(cells, "storeId");
        List<BasketDiscount> discounts = new ArrayList<>();
        mapping.discounts().forEach(each -> discounts.add(each.onReceipt(cells)));
        discounts.addAll(parts.discounts());
        discounts.removeIf(Objects::isNull);
        List<Tender> tenders = new ArrayList<>();
        mapping.tenders().forEach(each -> tenders.add(each.ofReceipt(cells)));
        tenders.addAll(parts.tenders());
        tenders.removeIf(Objects::isNull);
        String currency = currency(cells, storeId);
        BigDecimal total = total(cells);
        if (mapping.paidBy() != null && tenders.isEmpty()) {
            BigDecimal comesTo = PaidBy.total(total, parts.lines(), discounts, currency);
            total = comesTo;
            if (comesTo != null && comesTo.signum() != 0) {
                tenders.add(new Tender(mapping.paidBy(), null, comesTo, false, null));
            }
        }
        BigDecimal taxTotal = cells.number(mapping.receipt().get("taxTotal"));
        Receipt receipt = new Receipt(
                text(cells, "uniqueId"),
                required(cells, "receiptNumber"),
                storeId,
                text(cells, "registerId"),
                text(cells, "sequence"),
                mapping.when().businessDate(cells),
                mapping.when().occurredAt(cells, storeId, source),
                currency,
                ContactFields.first(mapping.contacts(), cells),
                parts.lines(),
                discounts,
                tenders,
                total,
                taxTotal == null && !mapping.taxes().receiptAdded() ? parts.tax() : taxTotal,
                cells.number(mapping.receipt().get("cashRounding")),
                cells.number(mapping.receipt().get("exchangeRate")),
                vouchers(cells),
                promotions(cells, parts));
        return mapping.uniqueId() == null ? receipt : identified(receipt, cells);
    }

    private List<String> vouchers(Cells cells) {
        return mapping.vouchers().isEmpty()
                ? List.of()
                : mapping.vouchers().stream()
                        .flatMap(each -> each.used(cells))
                        .distinct()
                        .toList();
    }

    private List<PromotionUse> promotions(Cells cells, RowParts parts) {
        if (!promotions && parts.promotions().isEmpty()) {
            return List.of();
        }
        Set<PromotionUse> used = new LinkedHashSet<>();
        mapping.discounts().forEach(each -> used.add(each.promotion(cells)));
        mapping.promotions().forEach(each -> used.add(each.use(cells)));
        used.addAll(parts.promotions());
        used.remove(null);
        return List.copyOf(used);
    }

    private String currency(Cells cells, String storeId) {
        return mapping.currencyOfStore() ? StoreCurrency.of(cells, storeId, source) : required(cells, "currency");
    }

    private Receipt identified(Receipt receipt, Cells cells) {
        String uniqueId = uniqueId(receipt, cells, Map.of());
        return uniqueId == null ? receipt : ReceiptWith.uniqueId(receipt, uniqueId);
    }

    /** The receipt's key, with other values for some of its parts; null after a fault. */
    String uniqueId(Receipt receipt, Cells cells, Map<String, String> instead) {
        List<String> missing = mapping.uniqueId().missing(receipt, source.name(), instead);
        if (!missing.isEmpty() && !cells.faults().isEmpty() && OF_THE_MOMENT.containsAll(missing)) {
            return null; // why there is no moment is a fault of its own already
        }
        if (!missing.isEmpty()) {
            cells.faults()
                    .add(new Fault(
                            "unique-id-incomplete",
                            cells.row().place(),
                            null,
                            "the unique id " + mapping.uniqueId().template() + " needs " + String.join(", ", missing)
                                    + ", which this receipt lacks"));
            return null;
        }
        return mapping.uniqueId().of(receipt, source.name(), instead);
    }

    private String text(Cells cells, String name) {
        return cells.text(mapping.receipt().get(name));
    }

    private String required(Cells cells, String name) {
        return cells.required(mapping.receipt().get(name));
    }
}
