package io.engageroutes.intake.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ZettleTest {

    private static final MappedJsonFormat ZETTLE = Mapped.json(Mapped.layout("zettle.jslt"));

    @Test
    void realPurchaseIsRead() throws IOException {
        System.err.println(Mapped.read(ZETTLE, real("zettle/purchase_example_4.json")));
        System.err.println(Mapped.read(ZETTLE, real("zettle/pusher_PurchaseCreated.body.json")));
    }

    private static byte[] real(String name) throws IOException {
        Path sample = Mapped.sample(name);
        Assumptions.assumeTrue(Files.exists(sample), "the real files are not beside the project");
        return Files.readAllBytes(sample);
    }
}
