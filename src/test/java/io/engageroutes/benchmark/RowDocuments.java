package io.engageroutes.benchmark;

import io.engageroutes.benchmark.Purchases.Item;
import io.engageroutes.benchmark.Purchases.Purchase;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tills that write rows: separated by semicolons, or of fixed width. */
final class RowDocuments {

    static final Charset CHARSET = Charset.forName("windows-1252");

    private static final String HEADER =
            "Butik;Kassa;Kvittonr;Datum;Tid;Typ;Artikelnr;Benämning;Varugrupp;Antal;Belopp;Moms;Rabatt;"
                    + "Kvittorabatt;Medlem;Betalsätt;Betalt;Totalt;Kassör;Status\n";

    private RowDocuments() {}

    static byte[] delimited(List<Purchase> purchases) {
        return purchases.stream()
                .map(RowDocuments::delimited)
                .collect(Collectors.joining("", HEADER, ""))
                .getBytes(CHARSET);
    }

    private static String delimited(Purchase bought) {
        return bought.items().stream()
                .map(item -> "%d;%d;%06d;%s;%s;V;%d;Jacka nr %6$d;HERR;%d;%s;25,00;;%s;%d;KORT;%s;%11$s;Ek;OK\n"
                        .formatted(
                                bought.store(),
                                bought.till(),
                                bought.number(),
                                bought.at().toLocalDate(),
                                bought.at().toLocalTime(),
                                item.article(),
                                item.quantity(),
                                comma(item.gross()),
                                comma(bought.discount()),
                                bought.member(),
                                comma(bought.paid())))
                .collect(Collectors.joining());
    }

    private static String comma(long cents) {
        return Purchases.money(cents).replace('.', ',');
    }

    /** Records of a receipt, its lines, its discount and its payment, with sums at the end. */
    static byte[] fixedWidth(List<Purchase> purchases) {
        StringBuilder text = new StringBuilder();
        long paid = 0;
        long articles = 0;
        for (Purchase bought : purchases) {
            text.append("H%-4d%-2d%06d%tY%<tm%<td%<tH%<tM%<tS%-40d%012d %-8s\n"
                    .formatted(
                            bought.store(),
                            bought.till(),
                            bought.number(),
                            bought.at(),
                            bought.member(),
                            bought.paid(),
                            "OK"));
            for (Item item : bought.items()) {
                text.append("L%03dV%-18d%-30s%-8s%09d %012d %-5s\n"
                        .formatted(
                                item.number(),
                                item.article(),
                                "Jacka nr " + item.article(),
                                "HERR",
                                item.quantity() * 1000,
                                item.gross(),
                                "2500"));
                articles += item.article();
            }
            text.append("K%-10s%-30s%012d %-40s\n".formatted("KUPONG", "Kupong", bought.discount(), ""));
            text.append("P%-12s%012d %-20s\n".formatted("KORT", bought.paid(), ""));
            paid += bought.paid();
        }
        text.append(String.format(Locale.ROOT, "S%08d%014d %012d\n", purchases.size(), paid, articles));
        return text.toString().getBytes(CHARSET);
    }
}
