package io.engageroutes.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.zaxxer.hikari.HikariDataSource;
import io.engageroutes.Databases;
import io.engageroutes.HandClock;
import io.engageroutes.gaps.OrderNumbers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;

class GapControllerTest {

    private final HikariDataSource pool = Databases.h2();
    private final HandClock clock = new HandClock();
    private final OrderNumbers numbers = new OrderNumbers(
            new TransactionTemplate(new JdbcTransactionManager(pool)),
            new JdbcTemplate(pool),
            clock,
            new OrderNumbers.Limits(10_000, Duration.ofHours(1)),
            source -> {});
    private final MockMvc calls = MockMvcBuilders.standaloneSetup(new GapController(numbers))
            .setControllerAdvice(new ApiErrors())
            .build();

    @AfterEach
    void close() {
        pool.close();
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
        return calls.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse change(String path, String body) throws Exception {
        return call(post("/api/gaps/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void aMissingNumberIsNamedAndClosedWithANote() throws Exception {
        numbers.note("shop", List.of("1005", "1007"));
        clock.advance(Duration.ofHours(2));

        assertThat(call(get("/api/gaps")).getContentAsString())
                .contains("\"source\":\"shop\"", "\"missing\":1", "\"number\":1006");
        assertThat(change("shop/1006", "{}").getStatus()).isEqualTo(400);
        assertThat(change("shop/1006", "{\"note\": \"a deleted draft\"}").getStatus())
                .isEqualTo(200);
        assertThat(change("shop/1006", "{\"note\": \"a deleted draft\"}").getStatus())
                .isEqualTo(409);
        assertThat(call(get("/api/gaps")).getContentAsString()).contains("\"missing\":0");
    }

    @Test
    void aWebPageCannotCloseOne() throws Exception {
        assertThat(call(post("/api/gaps/shop/1006").content("note=x")).getStatus())
                .isEqualTo(415);
    }

    @Test
    void aSeriesBeginsAnewWhenSomebodySaysSo() throws Exception {
        numbers.note("shop", List.of("1005"));

        assertThat(change("shop/restart", "").getStatus()).isEqualTo(200);
        assertThat(change("shop/restart", "").getStatus()).isEqualTo(404);
        assertThat(call(get("/api/gaps")).getContentAsString()).contains("\"sources\":[]");
    }
}
