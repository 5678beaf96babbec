package io.engageroutes.benchmark;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A till that writes the speed referee's POSLog: four lines, a discount on the basket, paid by card; the same for the same seed. */
final class GeneratedTill {

    private static final int LINES = 4;

    private final Random random;

    GeneratedTill(long seed) {
        random = new Random(seed);
    }

    /** A whole document of so many receipts. */
    byte[] document(int receipts) {
        String transactions =
                IntStream.rangeClosed(1, receipts).mapToObj(this::transaction).collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <POSLog xmlns="http://www.nrf-arts.org/IXRetail/namespace/" MajorVersion="6" MinorVersion="0" FixVersion="0">
                %s</POSLog>
                """.formatted(transactions).getBytes(StandardCharsets.UTF_8);
    }

    private String transaction(int number) {
        StringBuilder lines = new StringBuilder();
        int sum = 0;
        for (int line = 1; line <= LINES; line++) {
            int quantity = 1 + random.nextInt(3);
            int price = 500 + random.nextInt(99_500);
            lines.append(sale(line, quantity, price));
            sum += quantity * price;
        }
        int discount = 1 + random.nextInt(sum / 4);
        return """
                <Transaction>
                 <BusinessUnit><UnitID>%d</UnitID></BusinessUnit>
                 <WorkstationID TypeCode="POS">%d</WorkstationID>
                 <SequenceNumber>7%08d</SequenceNumber>
                 <OperatorID OperatorType="Cashier">17</OperatorID>
                 <ReceiptDateTime>%s+01:00</ReceiptDateTime>
                 <ReceiptNumber>%d</ReceiptNumber>
                 <CurrencyCode>NOK</CurrencyCode>
                 <RetailTransaction>
                %s  <LineItem>
                   <Discount TypeCode="Basket"><Amount>%s</Amount><Description>Member week</Description></Discount>
                   <SequenceNumber>5</SequenceNumber>
                  </LineItem>
                  <LineItem>
                   <Tender TenderType="CreditDebit" TypeCode="Sale"><Amount Currency="NOK">%s</Amount></Tender>
                   <SequenceNumber>6</SequenceNumber>
                  </LineItem>
                  <Total TotalType="TransactionGrandAmount">%s</Total>
                  <Customer><CustomerID>%d</CustomerID><eMail>member%10$d@example.org</eMail></Customer>
                 </RetailTransaction>
                </Transaction>
                """.formatted(
                        100 + random.nextInt(200),
                        1 + random.nextInt(9),
                        number,
                        LocalDateTime.of(2026, 1, 1, 9, 0, 1).plusMinutes(random.nextInt(400_000)),
                        number,
                        lines,
                        money(discount),
                        money(sum - discount),
                        money(sum - discount),
                        random.nextInt(1_000_000));
    }

    private String sale(int number, int quantity, int price) {
        int article = random.nextInt(100_000);
        String percent = random.nextInt(5) == 0 ? "12.0" : "25.0";
        return """
                  <LineItem>
                   <Sale>
                    <ItemID Name="Åre Jackets no %d">10%09d</ItemID>
                    <POSIdentity><POSItemID>%1$d</POSItemID></POSIdentity>
                    <MerchandiseHierarchy Level="Group">Jackets</MerchandiseHierarchy>
                    <RegularSalesUnitPrice Currency="NOK">%s</RegularSalesUnitPrice>
                    <ActualSalesUnitPrice Currency="NOK">%3$s</ActualSalesUnitPrice>
                    <ExtendedAmount Currency="NOK">%s</ExtendedAmount>
                    <Quantity UnitOfMeasureCode="EA">%d</Quantity>
                    <Tax TaxType="VAT"><Percent>%s</Percent></Tax>
                   </Sale>
                   <SequenceNumber>%d</SequenceNumber>
                  </LineItem>
                """.formatted(article, article, money(price), money(quantity * price), quantity, percent, number);
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
