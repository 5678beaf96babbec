package io.engageroutes.intake.json;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads documents to their end and keeps what came out. */
record Documents(List<Transaction> transactions, Fault broken) {

    static final Source SOURCE = new Source(
            "shop",
            new StoreRegister(List.of(new Store("014", "Stockholm", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE"))),
            null);

    static Documents read(String document) {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    static Documents read(byte[] document) {
        List<Transaction> read = new ArrayList<>();
        try (Transactions transactions = new CanonicalJsonFormat().read(new ByteArrayInputStream(document), SOURCE)) {
            for (Transaction each = transactions.next(); each != null; each = transactions.next()) {
                read.add(each);
            }
            return new Documents(read, null);
        } catch (BrokenDocument e) {
            return new Documents(read, e.fault());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small valid receipt on one line. */
    static String receipt(String number) {
        return "{\"uniqueId\":\"shop-" + number + "\",\"receiptNumber\":\"" + number
                + "\",\"storeId\":\"014\",\"occurredAt\":\"2026-03-01T14:22:05+01:00\",\"currency\":\"SEK\","
                + "\"lines\":[{\"sku\":\"A\",\"articleName\":\"Mössa\",\"quantity\":\"1\",\"gross\":\"10.00\"}],\"total\":\"10.00\"}";
    }

    /** The same with one field added, or replaced. */
    static String with(String field, String json) {
        String receipt = receipt("1").replaceFirst("\"" + field + "\":(\"[^\"]*\"|\\[.*]),?", "");
        return receipt.replaceFirst(
                ",?}$", ",\"" + field + "\":" + java.util.regex.Matcher.quoteReplacement(json) + "}");
    }

    List<String> receiptNumbers() {
        return transactions.stream()
                .filter(Transaction.Sold.class::isInstance)
                .map(each -> ((Transaction.Sold) each).receipt().receiptNumber())
                .toList();
    }

    Receipt only() {
        if (transactions.size() == 1 && transactions.get(0) instanceof Transaction.Sold sold) {
            return sold.receipt();
        }
        throw new AssertionError("not one receipt: " + this);
    }

    List<Fault> faults() {
        if (transactions.size() == 1 && transactions.get(0) instanceof Transaction.Rejected rejected) {
            return rejected.faults();
        }
        throw new AssertionError("not one rejected receipt: " + this);
    }

    List<String> faultsInShort() {
        return faults().stream()
                .map(fault -> fault.code() + " " + fault.place())
                .toList();
    }
}
