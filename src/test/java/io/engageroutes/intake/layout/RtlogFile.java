package io.engageroutes.intake.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes small RTLOG files for tests of other packages. */
public final class RtlogFile {

    private final Rtlog file;

    private RtlogFile(Rtlog file) {
        this.file = file;
    }

    /** An empty file of a shipped layout, for a store. */
    public static RtlogFile of(String layout, String store) throws IOException {
        return new RtlogFile(new Rtlog(Layout.read(Path.of("routes/layouts", layout)), store));
    }

    /** A sale of 10.00 with 25 percent VAT to a member. */
    public RtlogFile memberSale(String number, String member) {
        file.begin("SALE", number)
                .record("TCUST", "customer=" + member)
                .item("S", "P", 10_000, 100_000)
                .vat("P", 250_000, 200_000)
                .tender("P", 100_000)
                .end();
        return this;
    }

    /** Takes a sale back that was finished before. */
    public RtlogFile postVoid(String number, String of) {
        file.begin("PVOID", number, "origNumber=" + of, "origRegister=2").end();
        return this;
    }

    public byte[] bytes() {
        return file.finish().text().getBytes(StandardCharsets.UTF_8);
    }
}
