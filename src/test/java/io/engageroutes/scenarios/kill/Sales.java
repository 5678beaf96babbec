package io.engageroutes.scenarios.kill;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is sold in a run, and how it is cut into documents.
 *
 * @param tills files of tills
 * @param largeFiles those of them that are large enough to be caught while they are read
 * @param erp messages of the ERP
 * @param shop callbacks of the shop
 */
record Sales(List<TillFile> tills, List<TillFile> largeFiles, List<Sale> erp, List<Sale> shop) {

    private static final int OF_EACH_TILL = 1500;
    private static final int IN_LARGEST_FILE = 800;
    private static final int IN_LARGE_FILE = 400;
    private static final int IN_FILE = 100;
    private static final int MESSAGES = 1000;

    record TillFile(String source, String name, List<Sale> sales) {

        String content() {
            if (source.equals("till-json")) {
                return lines(sales.stream().map(Sale::json));
            }
            return """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <POSLog xmlns="http://www.nrf-arts.org/IXRetail/namespace/" xmlns:VRExt="http://schemas.vismaretail.com/poslog/">
                    """ + lines(sales.stream().map(Sale::posLog)) + "</POSLog>\n";
        }

        private static String lines(Stream<String> parts) {
            return String.join("\n", parts.toList()) + "\n";
        }
    }

    static Sales ofToday() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC);
        List<TillFile> files = new ArrayList<>();
        for (int first = 1; first <= OF_EACH_TILL; ) {
            int size = first == 1 ? IN_LARGEST_FILE : first <= IN_LARGEST_FILE + 1 ? IN_LARGE_FILE : IN_FILE;
            files.add(new TillFile("till-extenda", "3004_" + first + ".xml", sales("till-extenda", first, size, day)));
            files.add(new TillFile("till-json", "014_" + first + ".jsonl", sales("till-json", first, size, day)));
            first += size;
        }
        var large = files.stream()
                .filter(file -> file.sales().size() >= IN_LARGE_FILE)
                .toList();
        return new Sales(files, large, sales("erp", 1, MESSAGES, day), sales("shop", 1, MESSAGES, day));
    }

    private static List<Sale> sales(String source, int first, int size, LocalDate day) {
        return IntStream.range(first, first + size)
                .mapToObj(number -> new Sale(source, number, day))
                .toList();
    }

    List<Sale> all() {
        return Stream.of(tills.stream().flatMap(file -> file.sales().stream()), erp.stream(), shop.stream())
                .flatMap(sales -> sales)
                .toList();
    }
}
