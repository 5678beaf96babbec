package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.engageroutes.HandClock;
import io.engageroutes.callback.ShopCalls;
import io.engageroutes.receipt.Fault;
import io.engageroutes.wiring.ScriptedEngage.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The kamelet fetch-json and what an answer means, against a shop that answers what the test says. */
class FetchJsonTest {

    private static final String SECRET = "not-to-be-seen-4711";
    private static final String CALLBACK = "{\"scope\": \"store/order/created\", \"data\": {\"id\": 250}, \"n\": 1.10}";

    private final HandClock clock = new HandClock();
    private final ShopCalls shops = new ShopCalls(clock);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private ScriptedEngage shop;

    @BeforeEach
    void start() throws Exception {
        log.start();
        root().addAppender(log);
        shop = new ScriptedEngage();
        camel.getRegistry().bind("shopFetch", new CallbackBeans().shopFetch(shops, clock));
        HttpComponent http = new HttpComponent();
        http.setAutomaticRetriesDisabled(true);
        http.setFollowRedirects(false);
        camel.addComponent("https", http);
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
        camel.setStreamCaching(false);
        load("file:routes/policies.camel.yaml");
        String route = """
                - route:
                    id: ask
                    routeConfigurationId: shop-answers
                    from:
                      uri: direct:ask
                      steps:
                        - to:
                            uri: kamelet:fetch-json
                            parameters:
                              url: %1$s/orders/{data.id}
                              into: order
                              header: X-Auth-Token
                              value: %2$s
                              perSecond: "1000"
                              answerWithin: "300"
                              mostBytes: "1000"
                        - to:
                            uri: kamelet:fetch-json
                            parameters:
                              url: %1$s/orders/{data.id}/products
                              into: products
                              username: ck
                              password: %2$s
                              perSecond: "1000"
                              answerWithin: "300"
                        - to:
                            uri: kamelet:fetch-json
                            parameters:
                              url: %1$s/never
                              when: refunds
                              into: refunds
                        - to:
                            uri: kamelet:fetch-json
                            parameters:
                              url: /no/address/is/set
                              into: never
                """.formatted(shop.address(), SECRET);
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("ask.yaml", route));
        camel.start();
    }

    private void load(String file) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.resolveResource(camel, file));
    }

    @AfterEach
    void stop() {
        camel.stop();
        shop.close();
        root().detachAppender(log);
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(SECRET));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private Exchange ask(String callback) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(callback.getBytes(StandardCharsets.UTF_8));
        exchange.getMessage()
                .setHeaders(new java.util.HashMap<>(Map.of(
                        Exchange.HTTP_URI,
                        "http://localhost:1/elsewhere",
                        Exchange.HTTP_QUERY,
                        "a=b",
                        Exchange.HTTP_METHOD,
                        "DELETE",
                        "X-Steer",
                        "yes")));
        return camel.createProducerTemplate().send("direct:ask", exchange);
    }

    private static String body(Exchange exchange) {
        return new String(exchange.getMessage().getBody(byte[].class), StandardCharsets.UTF_8);
    }

    private void orders(Answer answer) {
        shop.answers(call -> call.path().endsWith("products") ? Answer.of(200, "[]") : answer);
    }

    @Test
    void answersStandBesideTheCallbackAsTheyCame() {
        shop.answers(call -> Answer.of(200, call.path().endsWith("products") ? "[{\"id\": 1}]" : "{\"total\": 10.10}"));
        Exchange exchange = ask(CALLBACK);
        assertThat(exchange.getException()).isNull();
        assertThat(body(exchange))
                .isEqualTo("{\"callback\":" + CALLBACK + ",\"order\":{\"total\": 10.10},\"products\":[{\"id\": 1}]}");
    }

    @Test
    void whatCameInFromOutsideDoesNotSteerTheCall() {
        orders(Answer.of(200, "{}"));
        ask(CALLBACK);
        assertThat(shop.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.query()).isNull();
            assertThat(call.headers()).doesNotContainKey("X-Steer");
        });
        assertThat(shop.calls().get(0).path()).isEqualTo("/orders/250");
        assertThat(shop.calls().get(0).headers().get("X-Auth-Token")).containsExactly(SECRET);
        assertThat(shop.calls().get(1).headers()).doesNotContainKey("X-Auth-Token");
        assertThat(shop.calls().get(1).headers().get("Authorization").get(0)).startsWith("Basic ");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429, 408, -1, -2})
    void shopThatIsAwayLeavesTheCallbackOnItsQueue(int status) {
        orders(Answer.of(status));
        assertThat(ask(CALLBACK).getException()).as("rolls back").isNotNull();
        assertThat(shops.troubles().values()).singleElement().asString().startsWith("away");
        orders(Answer.of(200, "{}"));
        assertThat(ask(CALLBACK).getException()).isNull();
        assertThat(shops.troubles()).isEmpty();
    }

    @Test
    void shopIsLeftAloneForAsLongAsItAsks() {
        orders(Answer.of(429).with("retry-after", "120"));
        assertThat(ask(CALLBACK).getException()).isNotNull();
        orders(Answer.of(200, "{}"));
        assertThat(ask(CALLBACK).getException()).hasMessageContaining("asked us to wait");
        assertThat(shop.calls()).hasSize(1);
        clock.advance(Duration.ofSeconds(121));
        assertThat(ask(CALLBACK).getException()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 302, 405})
    void keyThatIsRefusedIsSaidOnceAndLoudly(int status) {
        orders(Answer.of(status).with("Location", "http://localhost:1/elsewhere"));
        assertThat(ask(CALLBACK).getException()).isNotNull();
        assertThat(ask(CALLBACK).getException()).isNotNull();
        assertThat(log.list.stream().filter(event -> event.getFormattedMessage().contains("refuses us")))
                .hasSize(1);
        assertThat(shops.troubles().values()).singleElement().asString().startsWith("refuses us");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|gone|fetch-404",
                "410||fetch-410",
                "422||fetch-422",
                "200|<html>|fetch-not-json",
                "200|{} {}|fetch-not-json",
                "200||fetch-not-json"
            })
    void whatCannotBeHadIsADeadLetterWithTheCallback(int status, String answer, String code) {
        orders(Answer.of(status, answer == null ? "" : answer));
        Exchange exchange = ask(CALLBACK);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getProperty("documentRefused", Fault.class).code()).isEqualTo(code);
        assertThat(body(exchange)).isEqualTo(CALLBACK);
        assertThat(shop.calls()).as("nothing more is asked").hasSize(1);
    }

    @Test
    void answerThatIsTooLargeIsNotTakenIntoMemory() {
        orders(Answer.of(200, "\"" + "x".repeat(5000) + "\""));
        assertThat(ask(CALLBACK).getProperty("documentRefused", Fault.class).code())
                .isEqualTo("fetch-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": {\"id\": \"../../admin\"}}", "{\"data\": {}}", "{\"data\": {\"id\": {}}}"})
    void whoCallsBackDoesNotChooseWhatElseIsAskedFor(String callback) {
        Exchange exchange = ask(callback);
        assertThat(exchange.getProperty("documentRefused", Fault.class).code()).isEqualTo("fetch-id-invalid");
        assertThat(shop.calls()).isEmpty();
        assertThat(shops.troubles()).isEmpty();
        assertThat(body(exchange)).isEqualTo(callback);
    }

    @Test
    void callbackThatIsNoJsonIsADeadLetter() {
        assertThat(ask("webhook_id=3")
                        .getProperty("documentRefused", Fault.class)
                        .code())
                .isEqualTo("not-json");
    }
}
