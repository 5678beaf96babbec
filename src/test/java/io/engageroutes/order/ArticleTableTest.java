package io.engageroutes.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class ArticleTableTest {

    private static ArticleTable read(String csv) throws IOException {
        return ArticleTable.read(new StringReader(csv), "articles.csv");
    }

    @Test
    void imageOrLinkMayBeEmpty() throws IOException {
        ArticleTable table = read("sku;image;link\n0012;https://cdn.example/12.jpg;\n7;;https://shop.example/7?a=1\n");

        assertThat(table.article("0012")).isEqualTo(new Article("https://cdn.example/12.jpg", null));
        assertThat(table.article("7")).isEqualTo(new Article(null, "https://shop.example/7?a=1"));
        assertThat(table.article("12")).isNull();
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        assertThatThrownBy(() -> read("sku;image;link\n;https://a.example/1;\n1;javascript:x;\n1;;ftp://a.example\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2: sku")
                .hasMessageContaining("line 3: image 'javascript:x' is no address")
                .hasMessageContaining("line 4: sku '1' is already on line 3")
                .hasMessageContaining("line 4: link");
    }
}
