package io.engageroutes.order;

import io.engageroutes.receipt.DataTable;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Pictures and pages of articles by sku, from {@code routes/data/articles.csv}. */
public final class ArticleTable {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\S*");

    private final Map<String, Article> articles;

    private ArticleTable(Map<String, Article> articles) {
        this.articles = Map.copyOf(articles);
    }

    /** Where there is no such file. */
    public static ArticleTable none() {
        return new ArticleTable(Map.of());
    }

    /**
     * Reads the table: CSV with the header {@code sku;image;link}; lines that begin with {@code #} are comments. Image or link may
     * be empty.
     *
     * @param fileName what to call it in messages
     * @throws IllegalArgumentException with every fault of the file, each naming file and line
     */
    public static ArticleTable read(Reader csv, String fileName) throws IOException {
        DataTable table = new DataTable(csv, fileName, "sku", "image", "link");
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Article> articles = new HashMap<>();
        for (DataTable.Row row : table.rows()) {
            Integer before = seen.putIfAbsent(row.cell("sku"), row.line());
            if (row.cell("sku").isEmpty()) {
                row.wrong("sku", "is empty; give the article's id as the tills send it");
            } else if (before != null) {
                row.wrong("sku", "is already on line " + before + "; keep one of the two");
            }
            articles.put(row.cell("sku"), new Article(address(row, "image"), address(row, "link")));
        }
        table.demandNoProblems();
        return new ArticleTable(articles);
    }

    private static String address(DataTable.Row row, String column) {
        String address = row.cell(column);
        if (address.isEmpty()) {
            return null;
        }
        if (!ADDRESS.matcher(address).matches()) {
            row.wrong(column, "is no address; write it like https://shop.example/a-1 or leave it empty");
        }
        return address;
    }

    /** Null when it is not known. */
    public Article article(String sku) {
        return articles.get(sku);
    }
}
