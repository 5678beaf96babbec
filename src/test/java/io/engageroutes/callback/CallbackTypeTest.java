package io.engageroutes.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackTypeTest {

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    private void require(String wanted, String type) {
        exchange.setProperty("callback-contentType", wanted);
        exchange.getMessage().setHeader("Content-Type", type);
        new CallbackType().require(exchange);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json | application/json
            application/json | Application/JSON; charset="UTF-8"
            application/json | application/json;charset=utf-8
            application/json | application/cloudevents+json
            application/json | text/json
            application/json | ''
            application/xml  | text/xml; charset=iso-8859-1
            text/csv         | text/csv; charset=windows-1252; header=present
            """)
    void whatIsOfTheKindIsTaken(String wanted, String type) {
        assertThatCode(() -> require(wanted, type)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json | application/xml
            application/json | application/jsonx
            application/json | application/x-www-form-urlencoded
            application/json | multipart/form-data; boundary=json
            application/json | text/plain; x=application/json
            application/json | json
            application/json | ;
            application/json | application/json; charset=utf-16
            application/json | application/json; charset=iso-8859-1
            application/xml  | application/json
            """)
    void whatIsNotIsRefusedWithTheKindThatIsWanted(String wanted, String type) {
        assertThatThrownBy(() -> require(wanted, type))
                .isInstanceOfSatisfying(WrongContentType.class, wrong -> assertThat(wrong.wanted())
                        .isEqualTo(wanted));
    }

    @Test
    void whatIsCompressedIsAskedForAsItIs() {
        exchange.getMessage().setHeader("Content-Encoding", "gzip");
        assertThatThrownBy(() -> require("application/json", "application/json"))
                .isInstanceOf(WrongContentType.class)
                .hasMessageContaining("compressed");
        exchange.getMessage().setHeader("Content-Encoding", "identity");
        assertThatCode(() -> require("application/json", "application/json")).doesNotThrowAnyException();
    }
}
