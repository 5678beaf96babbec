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
    private final Field uniqueId;
    private final Field receiptNumber;
    private final Field storeId;
    private final Field registerId;
    private final Field sequence;
    private final Field currency;
    private final Field total;
    private final Field taxTotal;
    private final Field cashRounding;
    private final Field exchangeRate;

    ReceiptFields(Mapping mapping, Source source) {
        this.mapping = mapping;
        this.source = source;
        Map<String, Field> fields = mapping.receipt();
        this.uniqueId = fields.get("uniqueId");
        this.receiptNumber = fields.get("receiptNumber");
        this.storeId = fields.get("storeId");
        this.registerId = fields.get("registerId");
        this.sequence = fields.get("sequence");
        this.currency = fields.get("currency");
        this.total = fields.get("total");
        this.taxTotal = fields.get("taxTotal");
        this.cashRounding = fields.get("cashRounding");
        this.exchangeRate = fields.get("exchangeRate");
        this.promotions = !mapping.promotions().isEmpty()
                || mapping.discounts().stream().anyMatch(each -> each.promotion() != null);
    }

    /** Of a transaction that has only a header. */
    RowParts noParts() {
        return new RowParts(mapping);
    }

    BigDecimal total(Cells cells) {
        return cells.number(total);
    }

    Receipt receipt(Cells cells, RowParts parts) {
        mapping.extraLines().forEach(each -> parts.extraLine(each, cells));
        parts.spreadTax(cells);
        String store = cells.required(storeId);
        List<BasketDiscount> discounts = new ArrayList<>();
        mapping.discounts().forEach(each -> discounts.add(each.onReceipt(cells)));
        discounts.addAll(parts.discounts());
        discounts.removeIf(Objects::isNull);
        List<Tender> tenders = new ArrayList<>();
        mapping.tenders().forEach(each -> tenders.add(each.ofReceipt(cells)));
        tenders.addAll(parts.tenders());
        tenders.removeIf(Objects::isNull);
        String paidIn = currency(cells, store);
        BigDecimal toPay = total(cells);
        if (mapping.paidBy() != null && tenders.isEmpty()) {
            BigDecimal comesTo = PaidBy.total(toPay, parts.lines(), discounts, paidIn);
            toPay = comesTo;
            if (comesTo != null && comesTo.signum() != 0) {
                tenders.add(new Tender(mapping.paidBy(), null, comesTo, false, null));
            }
        }
        BigDecimal tax = cells.number(taxTotal);
        Receipt receipt = new Receipt(
                cells.text(uniqueId),
                cells.required(receiptNumber),
                store,
                cells.text(registerId),
                cells.text(sequence),
                mapping.when().businessDate(cells),
                mapping.when().occurredAt(cells, store, source),
                paidIn,
                ContactFields.first(mapping.contacts(), cells),
                parts.lines(),
                discounts,
                tenders,
                toPay,
                tax == null && !mapping.taxes().receiptAdded() ? parts.tax() : tax,
                cells.number(cashRounding),
                cells.number(exchangeRate),
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

    private String currency(Cells cells, String store) {
        return mapping.currencyOfStore() ? StoreCurrency.of(cells, store, source) : cells.required(currency);
    }

    private Receipt identified(Receipt receipt, Cells cells) {
        String made = uniqueId(receipt, cells, Map.of());
        return made == null ? receipt : receipt.with(made, receipt.contactKeys());
    }

    /** The receipt's key, with other values for some of its parts; null after a fault. */
    String uniqueId(Receipt receipt, Cells cells, Map<String, String> instead) {
        List<String> missing = new ArrayList<>(0);
        String id = mapping.uniqueId()
                .of(
                        part -> instead.containsKey(part)
                                ? instead.get(part)
                                : IdParts.value(part, receipt, source.name()),
                        missing);
        if (id == null && !cells.faults().isEmpty() && OF_THE_MOMENT.containsAll(missing)) {
            return null; // why there is no moment is a fault of its own already
        }
        if (id == null) {
            cells.faults()
                    .add(new Fault(
                            "unique-id-incomplete",
                            cells.row().place(),
                            null,
                            "the unique id " + mapping.uniqueId() + " needs " + String.join(", ", missing)
                                    + ", which this receipt lacks"));
        }
        return id;
    }
}
