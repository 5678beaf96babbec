package io.engageroutes.receipt;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prices samples and says what came out in few words. */
final class Prices {

    private static final Pricing USUAL = pricing(Pricing.Settings.usual());

    private Prices() {}

    static Pricing pricing(Pricing.Settings settings) {
        try {
            return new Pricing(new MinorUnits(Map.of()), VatRatesTest.shipped(), StoreRegisterTest.shipped(), settings);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static PricedReceipt price(Sample receipt) {
        return price(receipt.build());
    }

    static PricedReceipt price(Receipt receipt) {
        return USUAL.price(receipt);
    }

    static List<Fault> allFaults(Sample receipt) {
        return catchThrowableOfType(RejectedReceipt.class, () -> price(receipt)).faults();
    }

    /** Code and place of every fault. */
    static List<String> faults(Sample receipt) {
        return allFaults(receipt).stream()
                .map(fault -> fault.code() + " " + fault.place())
                .toList();
    }

    static List<String> paid(PricedReceipt priced) {
        return priced.lines().stream().map(line -> line.paid().toPlainString()).toList();
    }

    static List<String> taxes(PricedReceipt priced) {
        return priced.lines().stream().map(line -> line.tax().toPlainString()).toList();
    }

    /** Type and amount of every line's discounts. */
    static List<String> discounts(PricedReceipt priced) {
        return priced.lines().stream()
                .map(line -> line.discounts().stream()
                        .map(discount ->
                                discount.type() + " " + discount.amount().toPlainString())
                        .collect(Collectors.joining(", ")))
                .toList();
    }
}
