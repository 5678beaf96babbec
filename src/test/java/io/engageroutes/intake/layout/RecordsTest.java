package io.engageroutes.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PromotionUse;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of several types: what belongs to what, and what becomes of one that belongs nowhere. */
class RecordsTest {

    private static final String LAYOUT = """
            records:
              types:
                F: { is: file-header, columns: [type, store, day] }
                H: { is: receipt, columns: [type, number, at, kind] }
                C: { is: receipt-part, columns: [type, member, vouchers] }
                L:
                  is: { column: status, values: { A: line, P: tender, V: ignored } }
                  columns: [type, status, code, quantity, price, sum]
                N: { is: line-part, columns: [type, name] }
                D: { is: line-discount, parent: L, columns: [type, code, off, promotion] }
                M: { is: line-tax, columns: [type, rate, vat] }
                T: { is: tax, columns: [type, vat] }
                Z: { is: receipt-trailer, columns: [type, records, total], counts: [{ column: records, of: [L] }] }
                E: { is: file-trailer, columns: [type, records], counts: [{ column: records, of: all-records }] }
            uniqueId: "{source}-{store}-{date}-{receipt}"
            dateTime: yyyyMMddHHmm
            date: yyyyMMdd
            receipt:
              storeId: store
              receiptNumber: number
              businessDate: day
              dateTime: at
              total: total
              currency: { from: store-country }
            contactKeys: [{ column: member, type: memberNumber }]
            vouchersUsed: [{ number: vouchers, separator: "," }]
            filters: [{ column: kind, values: { X: cancelled }, sales: [S, ""] }]
            returns: { by: quantity }
            line:
              sku: code
              articleName: name
              quantity: quantity
              grossBeforeDiscounts: sum
            lineDiscountRow: { type: code, amount: off, promotionId: promotion }
            lineTaxRow: { percent: rate, amount: vat }
            tenderRow: { type: code, amount: sum }
            taxRow: { amount: vat }
            """;

    private static final String WHOLE = """
            F;014;20260301
            H;7;202603011200;S
            L;A;S1;2;50;100.00
            N;Shirt
            D;C1;10.00;PROMO-1
            D;C2;5.00;
            M;25;17.00
            L;V;S9;1;9;9.00
            N;Void
            D;C1;1.00;PROMO-9
            L;A;S2;-1;20;-20.00
            N;Cap
            M;12;-1.00
            M;13;-1.30
            C;4711;V1, V2
            T;14.00
            T;0.70
            L;P;card;;;65.00
            Z;4;65.00
            E;20
            """;

    private static Reading read(String document) {
        return read(LAYOUT, document);
    }

    private static Reading read(String layout, String document) {
        return Reading.of(Reading.layout(layout), document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void childrenFillTheLineBeforeThemAndPartsFillTheReceipt() {
        Receipt receipt = read(WHOLE).only();

        assertThat(receipt.storeId()).isEqualTo("014");
        assertThat(receipt.total()).isEqualTo("65.00");
        assertThat(receipt.taxTotal()).isEqualTo("14.70");
        assertThat(receipt.contactKeys()).hasSize(1);
        assertThat(receipt.vouchersUsed()).containsExactly("V1", "V2");
        assertThat(receipt.promotionsUsed()).containsExactly(new PromotionUse("PROMO-1", null));
        assertThat(receipt.lines()).extracting(Line::articleName).containsExactly("Shirt", "Cap");
        assertThat(receipt.lines().get(0).gross()).isEqualTo("85.00");
        assertThat(receipt.lines().get(0).discounts()).hasSize(2);
        assertThat(receipt.lines().get(0).taxPercent()).isEqualTo("25");
        assertThat(receipt.tenders()).hasSize(1);
    }

    @Test
    void severalRatesOnOneLineAreNoRateAndTheirAmountsAddUp() {
        Line line = read(WHOLE).only().lines().get(1);

        assertThat(line.type()).isEqualTo(LineType.RETURN);
        assertThat(line.taxPercent()).isNull();
        assertThat(line.taxAmount()).isEqualTo("2.30");
    }

    @Test
    void recordOutOfPlaceIsAFaultOfItsReceiptAndTheNextFollows() {
        String second = "H;8;202603011300;\nL;A;S1;1;5;5.00\nN;Sock\nL;P;card;;;5.00\nZ;2;5.00\n";
        String document = WHOLE.replace("H;7;202603011200;S\n", "H;7;202603011200;S\nD;C1;10.00;\n")
                .replace("E;20\n", second + "E;26\n");

        Reading read = read(document);

        assertThat(read.faults()).containsExactly("record-out-of-place line 3");
        assertThat(read.receiptNumbers()).containsExactly("8");
        assertThat(read.broken()).isNull();
    }

    @Test
    void whatStandsOutsideOfReceiptsIsAFaultOfTheDocumentAndTheNextReceiptIsRead() {
        String second = "Q;1\nH;8;202603011300;\nL;A;S1;1;5;5.00\nN;Sock\nL;P;card;;;5.00\nZ;2;5.00\n";

        Reading read = read(WHOLE.replace("E;20\n", second + "E;26\n"));

        assertThat(read.receiptNumbers()).containsExactly("7", "8");
        assertThat(read.broken().code()).isEqualTo("unknown-record");
        assertThat(read.broken().place()).isEqualTo("line 20");
        assertThat(read(WHOLE.replace("F;014;20260301\n", "")).broken().rule()).contains("begin with a record F");
        assertThat(read(WHOLE + "H;9;202603011300;\n").broken().code()).isEqualTo("record-out-of-place");
        assertThat(read("").broken().code()).isEqualTo("empty-document");
        assertThat(read("F;014;20260301\nE;2\n")).isEqualTo(new Reading(List.of(), null));
    }

    @Test
    void receiptWithoutItsTrailerIsRejectedAndTheNextFollows() {
        String second = "H;8;202603011300;\nL;A;S1;1;5;5.00\nN;Sock\nL;P;card;;;5.00\nZ;2;5.00\n";

        Reading read = read(WHOLE.replace("Z;4;65.00\nE;20\n", second + "E;24\n"));

        assertThat(read.faults()).containsExactly("trailer-missing line 2, record H");
        assertThat(read.receiptNumbers()).containsExactly("8");
    }

    @Test
    void secondRecordThatCouldContradictTheFirstIsAFault() {
        assertThat(read(WHOLE.replace("N;Cap\n", "N;Cap\nN;Hat\n").replace("E;20", "E;21"))
                        .faults())
                .containsExactly("record-twice line 13, record N");
        assertThat(read(WHOLE.replace("T;14.00\n", "T;14.00\nC;4712;\n").replace("E;20", "E;21"))
                        .faults())
                .containsExactly("record-twice line 17, record C");
    }

    @Test
    void receiptThatNeverEndsIsNotHeldInMemory() {
        String document = WHOLE.replace("T;0.70\n", "T;0.70\n".repeat(500));

        Reading read = read(LAYOUT + "mostRows: 100\n", document);

        assertThat(read.rejected()).hasSize(1);
        assertThat(read.faults()).contains("too-many-rows line 102, record T");
    }

    @Test
    void cancelledReceiptIsCountedWhateverElseItHas() {
        Reading read =
                read(WHOLE.replace("H;7;202603011200;S", "H;7;202603011200;X").replace("100.00", "1OO.OO"));

        assertThat(read.reasons()).containsExactly("cancelled");
    }

    @Test
    void faultsNameTheRecordTheyStandIn() {
        assertThat(read(WHOLE.replace("D;C2;5.00", "D;C2;five")
                                .replace("M;25", "M;x")
                                .replace(";20260301\n", ";20261301\n"))
                        .faults())
                .containsExactlyInAnyOrder(
                        "not-a-number line 6, record D, column \"off\"",
                        "not-a-number line 7, record M, column \"rate\"",
                        "not-a-date line 1, record F, column \"day\"");
    }

    @Test
    void basketDiscountMayBeForSomeLines() {
        String layout =
                LAYOUT.replace("    T: {", "    K: { is: discount, columns: [type, off, lines, coupon] }\n    T: {")
                        + "discountRow: { type: { constant: K }, amount: off, lines: lines, voucherId: coupon, promotionId: { column: coupon, shared: true } }\n";
        String document = WHOLE.replace("C;4711", "K;3.00;1 2;B7\nC;4711").replace("E;20", "E;21");

        Receipt receipt = read(layout, document).only();

        assertThat(receipt.basketDiscounts())
                .containsExactly(new BasketDiscount("K", null, new BigDecimal("3.00"), List.of(1, 2), "B7"));
        assertThat(receipt.promotionsUsed()).contains(new PromotionUse("B7", null));
        assertThat(read(layout, document.replace("1 2", "one")).faults())
                .containsExactly("not-a-number line 15, record K, column \"lines\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is: receipt,             | is: ignored,           | missing-key test.yaml: records.types",
                "is: tax,                 | is: taxes,             | unknown-value test.yaml: records.types.T.is",
                "parent: L,               | parent: Q,             | unknown-value test.yaml: records.types.D.parent",
                "of: [L]                  | of: [Q]                | unknown-value test.yaml: records.types.Z.counts[0].of",
                "[type, rate, vat]        | [type, rate]           | unknown-column test.yaml: records.types.M.columns",
                "[type, vat]              | [type, vat, vat]       | column-twice test.yaml: records.types.T.columns",
                "[type, member, vouchers] | [type, member, vouchers, total] | column-twice test.yaml: records.types.H.columns",
                "storeId: store           | storeId: shop          | unknown-column test.yaml: records.types.H.columns",
                "taxRow:                  | receiptBy: [a]\\ntaxRow: | unknown-key test.yaml: receiptBy",
                "from: store-country      | from: country          | unknown-value test.yaml: receipt.currency.from",
                "number: vouchers,        |                        | missing-mapping test.yaml: vouchersUsed[0].number",
            })
    void oneMistakeIsToldAtItsKey(String from, String to, String fault) {
        String broken = LAYOUT.replace(from, to == null ? "" : to.replace("\\n", "\n"));
        BrokenLayout refused = catchThrowableOfType(BrokenLayout.class, () -> Reading.layout(broken));

        assertThat(refused.faults().stream().map(each -> each.code() + " " + each.place()))
                .contains(fault);
    }
}
