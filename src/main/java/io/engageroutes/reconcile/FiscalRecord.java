package io.engageroutes.reconcile;

import io.engageroutes.delivery.DocumentContent;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Unpacked;
import io.engageroutes.intake.saft.SaftDocument;
import io.engageroutes.intake.saft.SaftFormat;
import io.engageroutes.intake.saft.ZReport;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the fiscal files of some days hold. Every sale is held in memory: give it days or weeks, not years. */
public final class FiscalRecord {

    /**
     * A transaction of which nothing can be compared.
     *
     * @param receiptNumber what is known of it, or null
     */
    public record Unread(String document, String place, String receiptNumber, List<Fault> faults) {}

    /** When a sale of any day was made, for the Z reports. */
    record Moment(String store, String register, LocalDateTime at, BigDecimal total) {}

    private final Period wanted;
    private final boolean whole;
    private final List<Moment> moments = new ArrayList<>();
    private final List<FiscalSale> sales = new ArrayList<>();
    private final List<ZReport> zReports = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final Map<String, Long> nonSales = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private LocalDate first;
    private LocalDate last;
    private long seen;
    private long outside;
    private long repeated;

    /**
     * Nothing yet.
     *
     * @param wanted sales of other days are only counted
     * @param whole whether lines and payments are kept, which takes some times the memory
     */
    public FiscalRecord(Period wanted, boolean whole) {
        this.wanted = wanted;
        this.whole = whole;
    }

    /**
     * Takes in a file, plain, gzip or zip.
     *
     * @throws BrokenDocument when it cannot be read to its end; a comparison without the rest would be wrong
     * @throws IOException when the file cannot be read
     */
    public void add(String name, InputStream file, SaftFormat format, Source source, Unpacked.Limits limits)
            throws IOException {
        List<SaftDocument> documents = new ArrayList<>();
        DocumentContent content = new DocumentContent(
                (entry, of) -> {
                    SaftDocument document = format.read(entry, of);
                    documents.add(document);
                    return document;
                },
                file,
                source,
                limits);
        try {
            for (Transaction next = content.next(); next != null; next = content.next()) {
                take(name, next);
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        for (SaftDocument document : documents) {
            zReports.addAll(document.zReports());
            covers(document.firstDay());
            covers(document.lastDay());
        }
    }

    private void take(String name, Transaction transaction) {
        seen++;
        if (transaction instanceof Transaction.NonSale nonSale) {
            nonSales.merge(nonSale.reason(), 1L, Long::sum);
        } else if (transaction instanceof Transaction.Rejected rejected) {
            unread.add(new Unread(name, rejected.place(), rejected.receiptNumber(), rejected.faults()));
        } else if (transaction instanceof Transaction.Sold sold) {
            Receipt receipt = sold.receipt();
            sold(new FiscalSale(name, sold.place(), whole ? receipt : withoutParts(receipt)));
        }
    }

    private void sold(FiscalSale sale) {
        if (!ids.add(sale.receipt().uniqueId())) {
            // exports overlap
            repeated++;
            return;
        }
        Receipt receipt = sale.receipt();
        moments.add(new Moment(
                receipt.storeId(), receipt.registerId(), receipt.occurredAt().toLocalDateTime(), receipt.total()));
        if (!wanted.holds(sale.day())) {
            outside++;
        } else {
            sales.add(sale);
            covers(sale.day());
        }
    }

    private static Receipt withoutParts(Receipt of) {
        return new Receipt(
                of.uniqueId(),
                of.receiptNumber(),
                of.storeId(),
                of.registerId(),
                of.sequence(),
                of.businessDate(),
                of.occurredAt(),
                of.currency(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                of.total(),
                of.taxTotal(),
                of.cashRounding(),
                of.exchangeRate(),
                List.of(),
                List.of());
    }

    private void covers(LocalDate day) {
        if (day != null) {
            first = first == null || day.isBefore(first) ? day : first;
            last = last == null || day.isAfter(last) ? day : last;
        }
    }

    /** The days that the files are about, as they say and as their sales show, cut to those wanted; null when there are none. */
    public Period covered() {
        return first == null ? null : wanted.cut(first, last);
    }

    public List<FiscalSale> sales() {
        return List.copyOf(sales);
    }

    List<Moment> moments() {
        return List.copyOf(moments);
    }

    /** Of all days: a report counts from the one before it. */
    public List<ZReport> zReports() {
        return List.copyOf(zReports);
    }

    /** Whether the report closes a day that is wanted, if only in the night after it. */
    boolean isWanted(ZReport report) {
        LocalDate day = report.at().toLocalDate();
        return wanted.holds(day) || wanted.holds(day.minusDays(1));
    }

    public List<Unread> unread() {
        return List.copyOf(unread);
    }

    /** By reason. */
    public Map<String, Long> nonSales() {
        return new TreeMap<>(nonSales);
    }

    /** Transactions in all files: sales, non-sales, unread, those of other days, and those that stand in two files. */
    public long seen() {
        return seen;
    }

    public long outside() {
        return outside;
    }

    public long repeated() {
        return repeated;
    }
}
