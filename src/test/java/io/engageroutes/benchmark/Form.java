package io.engageroutes.benchmark;

import io.engageroutes.benchmark.Purchases.Purchase;
import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.shipped.ShippedFormats;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The forms in which receipts come: the shipped reader of each, documents for it, and the loop to compare it with. */
public enum Form {
    POSLOG("poslog", "poslog/generic-6", BareLoop.XML, 1_500, Form::posLog),
    DELIMITED("delimited", "nordic-flat", BareLoop.DELIMITED, 6_000, one(RowDocuments::delimited)),
    FIXED_WIDTH("fixed-width", "hlp-fixed", BareLoop.FIXED_WIDTH, 6_000, one(RowDocuments::fixedWidth)),
    JSON("json", "none", BareLoop.JSON, 3_000, one(JsonDocuments::canonical)),
    JSON_MAPPED("json", "zettle", BareLoop.JSON, 3_000, one(JsonDocuments::zettle)),
    XML("xml", "none", BareLoop.XML, 2_000, one(XmlDocuments::canonical)),
    XML_MAPPED("xml", "sap-pos-dm", BareLoop.XML, 2_000, one(XmlDocuments::sapPosDm)),
    IDOC("idoc", "idoc/wpubon01", BareLoop.XML, 1_500, one(ErpDocuments::idoc)),
    UBL("ubl", "ubl/peppol-bis3", BareLoop.XML, 600, all -> all.stream()
            .map(ErpDocuments::invoice)
            .toList()),
    SAFT("saft", "saft/no", BareLoop.XML, 1_000, one(XmlDocuments::saft));

    private static final long SEED = 7;

    private final String format;
    private final String layout;
    private final BareLoop bare;
    private final int receipts;
    private final Function<List<Purchase>, List<byte[]>> written;

    Form(String format, String layout, BareLoop bare, int receipts, Function<List<Purchase>, List<byte[]>> written) {
        this.format = format;
        this.layout = layout;
        this.bare = bare;
        this.receipts = receipts;
        this.written = written;
    }

    private static Function<List<Purchase>, List<byte[]>> one(Function<List<Purchase>, byte[]> written) {
        return purchases -> List.of(written.apply(purchases));
    }

    private static List<byte[]> posLog(List<Purchase> purchases) {
        return List.of(new GeneratedTill(SEED).document(purchases.size()));
    }

    /** As sources name it. */
    String title() {
        return layout.equals("none") ? format : format + ", " + layout;
    }

    /** How many receipts are in the documents together. */
    int receipts() {
        return receipts;
    }

    List<byte[]> documents() {
        return written.apply(
                Stream.generate(new Purchases(SEED)::next).limit(receipts).toList());
    }

    DocumentFormat reader() {
        return new ShippedFormats(Path.of("routes/layouts")).format(format, layout);
    }

    BareLoop bare() {
        return bare;
    }
}
