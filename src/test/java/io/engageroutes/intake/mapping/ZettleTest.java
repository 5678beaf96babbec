package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ZettleTest {

    private static final MappedJsonFormat ZETTLE = Mapped.json(Mapped.layout("zettle.jslt"));

    @Test
    void realPurchaseHasItsAmountsAndNoPosition() throws IOException {
        Mapped read = Mapped.read(ZETTLE, real("zettle/purchase_example_4.json"));

        PricedReceipt priced = Mapped.priced(read.only());
        assertThat(priced.total()).isEqualByComparingTo("700.00");
        assertThat(priced.lines().get(0).tax()).isEqualByComparingTo("140.00");
        assertThat(priced.payments().get(0).type()).isEqualTo("SWISH");
        assertThat(read.only().occurredAt()).hasToString("2020-12-15T15:46:43.592+01:00");
        assertThat(((Transaction.Sold) read.transactions().get(0)).original().get())
                .doesNotContain("latitude", "66.6", "userDisplayName");
    }

    @Test
    void realEventHoldsItsPurchaseAsText() throws IOException {
        Mapped read = Mapped.read(ZETTLE, real("zettle/pusher_PurchaseCreated.body.json"));

        PricedReceipt priced = Mapped.priced(read.only());
        assertThat(priced.total()).isEqualByComparingTo("353.00");
        assertThat(read.only().currency()).isEqualTo("GBP");
        assertThat(((Transaction.Sold) read.transactions().get(0)).original().get())
                .contains("PurchaseCreated")
                .doesNotContain("latitude", "userDisplayName", "udid");
    }

    @Test
    void pageOfPurchasesIsReadOneByOne() {
        Mapped read = Mapped.read(ZETTLE, ShippedMappingsTest.resource("zettle.json"));

        assertThat(read.broken()).isNull();
        Receipt sale = read.receipts().get(0);
        assertThat(sale.lines())
                .extracting(line -> line.gross().toPlainString())
                .containsExactly("90.01", "90.90");
        assertThat(sale.basketDiscounts().get(0).amount()).isEqualByComparingTo("18.09");
        assertThat(sale.contactKeys().get(0).value()).isEqualTo("1002003");
        assertThat(Mapped.priced(sale).total()).isEqualByComparingTo("162.82");
        Receipt refund = read.receipts().get(1);
        assertThat(refund.lines().get(0).type()).hasToString("RETURN");
        assertThat(refund.cashRounding()).isEqualByComparingTo("0.49");
        assertThat(Mapped.priced(refund).total()).isEqualByComparingTo("-50.49");
        assertThat(read.transactions().get(2))
                .isInstanceOfSatisfying(Transaction.NonSale.class, event -> assertThat(event.reason())
                        .isEqualTo("other-event"));
    }

    private static byte[] real(String name) throws IOException {
        Path sample = Mapped.sample(name);
        Assumptions.assumeTrue(Files.exists(sample), "the real files are not beside the project");
        return Files.readAllBytes(sample);
    }
}
