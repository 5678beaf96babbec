package io.engageroutes.intake.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes RTLOG files for tests: records whose columns are given by name, counts and widths as they should be. */
final class Rtlog {

    private final Layout layout;
    private final List<String> lines = new ArrayList<>();
    private int begun;

    Rtlog(Layout layout) {
        this(layout, "30017");
    }

    Rtlog(Layout layout, String store) {
        this.layout = layout;
        record(
                "FHEAD",
                "fileType=RTLG",
                "created=20260301235959",
                "businessDate=20260301",
                "location=" + store,
                "origin=POS");
    }

    /** @param columns such as {@code number=0000000017} */
    Rtlog record(String type, String... columns) {
        RecordType found = layout.records().of(type);
        StringBuilder text = new StringBuilder(" ".repeat(found.widths().length()));
        List<String> all = new ArrayList<>(List.of("type=" + type, "line=%010d".formatted(lines.size() + 1)));
        all.addAll(Arrays.asList(columns));
        for (String column : all) {
            String[] parts = column.split("=", 2);
            int at = found.header().position(parts[0]);
            if (at >= 0) {
                int from = found.widths().bounds()[2 * at];
                text.replace(from, from + parts[1].length(), parts[1]);
            }
        }
        lines.add(text.toString());
        return this;
    }

    Rtlog begin(String transactionType, String number, String... more) {
        begun = lines.size();
        List<String> columns = new ArrayList<>(List.of(
                "register=2", "dateTime=20260301142205", "number=" + number, "transactionType=" + transactionType));
        columns.addAll(Arrays.asList(more));
        return record("THEAD", columns.toArray(String[]::new));
    }

    /** An item of so many ten-thousandths at so many ten-thousandths. */
    Rtlog item(String status, String sign, long quantity, long unitRetail) {
        return record(
                "TITEM",
                "status=" + status,
                "itemType=ITEM",
                "item=100200300",
                "quantitySign=" + sign,
                "quantity=%012d".formatted(quantity),
                "unitRetail=%020d".formatted(unitRetail));
    }

    Rtlog discount(String sign, long quantity, long unitDiscount) {
        return record(
                "IDISC",
                "promotionType=9999",
                "discountType=SCOUP",
                "coupon=4711",
                "quantitySign=" + sign,
                "quantity=%012d".formatted(quantity),
                "unitDiscount=%020d".formatted(unitDiscount));
    }

    Rtlog vat(String sign, long rate, long amount) {
        return record(
                "IGTAX",
                "code=VATR",
                "rate=%020d".formatted(rate),
                "amountSign=" + sign,
                "amount=%021d".formatted(amount));
    }

    Rtlog tender(String sign, long amount) {
        return record(
                "TTEND",
                "group=CCARD",
                "tenderId=3000",
                "sign=" + sign,
                "amount=%020d".formatted(amount),
                "card=4571000011112222");
    }

    Rtlog end() {
        return record("TTAIL", "records=%010d".formatted(lines.size() - begun - 1));
    }

    /** A whole sale of 10.00 with 23 percent VAT. */
    Rtlog sale(String number) {
        return begin("SALE", number)
                .item("S", "P", 10_000, 100_000)
                .vat("P", 230_000, 187_000)
                .tender("P", 100_000)
                .end();
    }

    Rtlog finish() {
        return record("FTAIL", "records=%010d".formatted(lines.size() - 1));
    }

    List<String> lines() {
        return lines;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    Reading read() {
        return Reading.of(layout, text().getBytes(StandardCharsets.UTF_8));
    }
}
