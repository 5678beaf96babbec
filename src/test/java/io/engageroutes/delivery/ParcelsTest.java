package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.Receipts;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParcelsTest {

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @SuppressWarnings("unchecked")
    private List<ReceiptMessage> unpack(Object body) throws JMSException {
        exchange.getMessage().setBody(body);
        new Parcels().unpack(exchange);
        assertThat(exchange.getProperty("messages"))
                .isSameAs(exchange.getMessage().getBody());
        return exchange.getMessage().getBody(List.class);
    }

    @Test
    void aParcelBecomesItsMessages() throws JMSException {
        Parcel parcel =
                new Messages().with("m-1", Receipts.sale("A")).rejected("m-2").parcel();
        List<ReceiptMessage> messages = unpack(ParcelJson.write(new Messages()
                .with("m-1", Receipts.sale("A"))
                .with("m-2", Receipts.sale("B"))
                .parcel()));
        assertThat(messages).extracting(ReceiptMessage::id).containsExactly("m-1", "m-2");
        assertThat(messages).allMatch(ReceiptMessage::isOpen);
        assertThat(messages.get(0).receipt()).isEqualTo(parcel.entries().get(0).receipt());
    }

    @Test
    void whatIsNoParcelIsOneMessageThatSaysSo() throws JMSException {
        List<ReceiptMessage> messages = unpack("hello, is this the CRM?");
        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.receipt()).isNull();
            assertThat(message.isAddressed()).isFalse();
            assertThat(message.entry().original()).isEqualTo("hello, is this the CRM?");
            assertThat(message.readerFaults()).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo("unreadable-parcel");
                assertThat(fault.rule()).contains("send messages to a queue that a source reads");
            });
        });
    }

    @Test
    void differentGarbageHasDifferentIdsAndTheSameHasTheSame() throws JMSException {
        String one = unpack("garbage 1").get(0).id();
        assertThat(unpack("garbage 2").get(0).id()).isNotEqualTo(one);
        assertThat(unpack("garbage 1").get(0).id()).isEqualTo(one);
    }

    @Test
    void ofHugeGarbageOnlyTheBeginningIsKept() throws JMSException {
        assertThat(unpack("x".repeat(5_000_000)).get(0).entry().original()).hasSize(20_000);
    }

    @Test
    void parcelsComeAsBytesOrText() throws JMSException {
        byte[] json =
                ParcelJson.write(new Messages().with("m-1", Receipts.sale("A")).parcel());
        for (Message message : List.of(
                JmsMessages.bytes("ID:1", json), JmsMessages.text("ID:2", new String(json, StandardCharsets.UTF_8)))) {
            assertThat(unpack(message)).extracting(ReceiptMessage::id).containsExactly("m-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"object", "map", "stream", "plain"})
    void otherMessagesAreNeverOpened(String kind) throws JMSException {
        JmsMessages.Watched message = JmsMessages.other(kind, "ID:1");
        List<ReceiptMessage> messages = unpack(message.message());
        assertThat(message.wasOpened()).isFalse();
        assertThat(messages).singleElement().satisfies(dead -> assertThat(dead.readerFaults())
                .isNotEmpty());
        assertThat(unpack(JmsMessages.other(kind, "ID:2").message()).get(0).id())
                .as("two of them are two dead letters")
                .isNotEqualTo(messages.get(0).id());
    }

    @Test
    void nothingAtAllIsUnreadableToo() throws JMSException {
        assertThat(unpack(null)).hasSize(1);
    }
}
