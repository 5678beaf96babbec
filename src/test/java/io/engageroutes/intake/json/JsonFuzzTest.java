package io.engageroutes.intake.json;

import io.engageroutes.intake.Fuzz;
import io.engageroutes.intake.Source;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFuzzTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Test
    void damagedDocumentsAreReadOrRefused() throws IOException {
        String one;
        try (InputStream resource = JsonFuzzTest.class.getResourceAsStream("/json/one-receipt.json")) {
            one = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        String line = one.replaceAll("\\s*\n\\s*", " ");
        Source source = new Source(
                "shop", new StoreRegister(List.of(new Store("014", "Solna", STOCKHOLM, "SE", "sv-SE"))), STOCKHOLM);
        new Fuzz(
                        new CanonicalJsonFormat(),
                        source,
                        List.of(bytes(one), bytes("[" + one + "," + one + "]"), bytes(line + "\n" + line + "\n")))
                .run();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
