package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.Element;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a document says about its codes before its transactions: basics, articles and VAT codes. */
final class Codes {

    static final String GROUPS = "04";
    static final String LINES = "05";
    static final String DISCOUNTS = "08";
    static final String RAISES = "10";
    static final String TRANSACTIONS = "11";
    static final String PAYMENTS = "12";
    static final String EVENTS = "13";

    /** More than any till has; so that memory does not grow with the document. */
    private static final int MOST_CODES = 50_000;

    /** A till's own code, of one type. */
    private record Code(String type, String id) {}

    private record Meaning(String predefined, String text) {}

    private final int mostArticles;
    private final Map<Code, Meaning> basics = new HashMap<>();
    private final Map<String, String> articles = new HashMap<>();
    private final Map<String, String> standardVatCodes = new HashMap<>();

    /** @param mostArticles how many articles' names are remembered */
    Codes(int mostArticles) {
        this.mostArticles = mostArticles;
    }

    void basic(Element basic) {
        String type = Findings.text(basic, "basicType");
        String id = Findings.text(basic, "basicID");
        if (type != null && id != null && basics.size() < MOST_CODES) {
            basics.put(
                    new Code(type, id),
                    new Meaning(Findings.text(basic, "predefinedBasicID"), Findings.text(basic, "basicDesc")));
        }
    }

    void article(Element article) {
        remember(articles, mostArticles, Findings.text(article, "artID"), Findings.text(article, "artDesc"));
    }

    void vatCode(Element detail) {
        remember(
                standardVatCodes,
                MOST_CODES,
                Findings.text(detail, "vatCode"),
                Findings.text(detail, "standardVatCode"));
    }

    private static void remember(Map<String, String> names, int most, String key, String value) {
        if (key != null && value != null && names.size() < most) {
            names.put(key, value);
        }
    }

    /** Whether the code, or the predefined one that it stands for, is listed. */
    boolean isOneOf(Set<String> listed, String type, String code) {
        return code != null && (listed.contains(code) || listed.contains(predefined(type, code)));
    }

    /** The predefined code behind a till's own one; the code itself where the document says nothing. */
    String predefined(String type, String code) {
        Meaning meaning = basics.get(new Code(type, code));
        return meaning == null || meaning.predefined() == null ? code : meaning.predefined();
    }

    /** What a code is called, or null. */
    String text(String type, String code) {
        Meaning meaning = code == null ? null : basics.get(new Code(type, code));
        return meaning == null ? null : meaning.text();
    }

    String article(String id) {
        return id == null ? null : articles.get(id);
    }

    String standardVatCode(String code) {
        return code == null ? null : standardVatCodes.get(code);
    }
}
