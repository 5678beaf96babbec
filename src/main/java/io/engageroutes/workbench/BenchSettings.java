package io.engageroutes.workbench;

import io.engageroutes.intake.Unpacked;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.ReceiptRules;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/**
 * What decides about a receipt, apart from exchange rates.
 *
 * @param routes the folder {@code routes}
 * @param stores the store register
 * @param vatRates the VAT rates
 * @param zone the zone of stores that the register does not know, or null
 * @param decimals of currencies where they differ from ISO 4217
 * @param contactType sent with every contact key, or blank
 */
public record BenchSettings(
        Path routes,
        Path stores,
        Path vatRates,
        ZoneId zone,
        ReceiptRules.Settings receipts,
        Pricing.Settings prices,
        Map<String, Integer> decimals,
        String contactType,
        Unpacked.Limits limits) {

    /** The same rules over another folder, with its own stores, VAT rates and layouts. */
    public BenchSettings over(Path otherRoutes) {
        return new BenchSettings(
                otherRoutes,
                otherRoutes.resolve("data/stores.csv"),
                otherRoutes.resolve("data/vat-rates.csv"),
                zone,
                receipts,
                prices,
                decimals,
                contactType,
                limits);
    }

    /** The same with other tables. */
    BenchSettings with(Path otherStores, Path otherVatRates) {
        return new BenchSettings(
                routes, otherStores, otherVatRates, zone, receipts, prices, decimals, contactType, limits);
    }

    /** The same with smaller documents. */
    public BenchSettings with(Unpacked.Limits otherLimits) {
        return new BenchSettings(routes, stores, vatRates, zone, receipts, prices, decimals, contactType, otherLimits);
    }

    BenchSettings with(ZoneId otherZone) {
        return new BenchSettings(routes, stores, vatRates, otherZone, receipts, prices, decimals, contactType, limits);
    }
}
