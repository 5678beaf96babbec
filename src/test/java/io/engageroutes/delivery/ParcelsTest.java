package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.Receipts;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class ParcelsTest {

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @SuppressWarnings("unchecked")
    private List<ReceiptMessage> unpack(Object body) {
        exchange.getMessage().setBody(body);
        new Parcels().unpack(exchange);
        assertThat(exchange.getProperty("messages"))
                .isSameAs(exchange.getMessage().getBody());
        return exchange.getMessage().getBody(List.class);
    }

    @Test
    void aParcelBecomesItsMessages() {
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
    void whatIsNoParcelIsOneMessageThatSaysSo() {
        List<ReceiptMessage> messages = unpack("hello, is this the CRM?");
        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.receipt()).isNull();
            assertThat(message.isAddressed()).isFalse();
            assertThat(message.entry().original()).isEqualTo("hello, is this the CRM?");
            assertThat(message.readerFaults()).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo("unreadable-parcel");
                assertThat(fault.rule()).contains("send receipts to a queue that a source reads");
            });
        });
    }

    @Test
    void differentGarbageHasDifferentIdsAndTheSameHasTheSame() {
        String one = unpack("garbage 1").get(0).id();
        assertThat(unpack("garbage 2").get(0).id()).isNotEqualTo(one);
        assertThat(unpack("garbage 1").get(0).id()).isEqualTo(one);
    }

    @Test
    void ofHugeGarbageOnlyTheBeginningIsKept() {
        assertThat(unpack("x".repeat(5_000_000)).get(0).entry().original()).hasSize(20_000);
    }

    @Test
    void nothingAtAllIsUnreadableToo() {
        assertThat(unpack(null)).hasSize(1);
    }
}
