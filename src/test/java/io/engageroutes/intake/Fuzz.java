package io.engageroutes.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Feeds a reader with damaged copies of good documents. Every one must end as receipts, non-sales, rejections or a broken document;
 * nothing else may be thrown, and the transactions never outnumber what the document's size allows, so that no reader turns in circles.
 *
 * <p>Runs {@code -Dfuzz.runs} inputs per reader (2,000 unless set), the same ones for the same {@code -Dfuzz.seed}.
 */
public final class Fuzz {

    private static final int RUNS = Integer.getInteger("fuzz.runs", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20261125L);
    private static final String ODD = "<>&\"'/=;,{}[]():-+.0129eE \t\r\n\u00a0\u202f\u0000\ud83d\ude00\u00e5%";

    private final DocumentFormat format;
    private final Source source;
    private final List<byte[]> seeds;
    private final Random random = new Random(SEED);

    /** @param seeds good documents of the format, some kilobytes each */
    public Fuzz(DocumentFormat format, Source source, List<byte[]> seeds) {
        this.format = format;
        this.source = source;
        this.seeds = seeds;
    }

    public void run() {
        for (int run = 0; run < RUNS; run++) {
            byte[] document = damaged();
            try {
                assertThat(read(document)).isLessThanOrEqualTo(document.length + 1L);
            } catch (Throwable failure) {
                throw new AssertionError(
                        "run " + run + " of -Dfuzz.seed=" + SEED + ": " + failure + " for\n"
                                + new String(document, StandardCharsets.ISO_8859_1),
                        failure);
            }
        }
    }

    private long read(byte[] document) throws IOException {
        long count = 0;
        try (InputStream in = new ByteArrayInputStream(document);
                Transactions transactions = format.read(in, source)) {
            for (Transaction next = transactions.next(); next != null; next = transactions.next()) {
                count++;
                assertThat(next.place()).isNotBlank();
                if (next instanceof Transaction.Rejected rejected) {
                    assertThat(rejected.faults()).isNotEmpty();
                }
            }
        } catch (BrokenDocument broken) {
            assertThat(broken.fault().code()).isNotBlank();
            assertThat(broken.fault().rule()).isNotBlank();
        }
        return count;
    }

    private byte[] damaged() {
        byte[] document = seeds.get(random.nextInt(seeds.size())).clone();
        int blows = 1 + random.nextInt(4);
        for (int blow = 0; blow < blows && document.length > 0; blow++) {
            document = damaged(document);
        }
        return document;
    }

    private byte[] damaged(byte[] document) {
        int at = random.nextInt(document.length);
        int to = at + random.nextInt(Math.min(document.length - at, 400)) + 1;
        switch (random.nextInt(7)) {
            case 0 -> document[at] = (byte) random.nextInt(256);
            case 1 -> {
                return joined(document, 0, at, document, at, at);
            }
            case 2 -> {
                return joined(document, 0, at, document, to, document.length);
            }
            case 3 -> {
                return joined(document, 0, to, document, at, document.length);
            }
            case 4 -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                return joined(document, 0, at, other, random.nextInt(other.length), other.length);
            }
            case 5 -> {
                byte[] odd = oddCharacter();
                byte[] head = joined(document, 0, at, odd, 0, odd.length);
                return joined(head, 0, head.length, document, at, document.length);
            }
            default -> digit(document, at);
        }
        return document;
    }

    private byte[] oddCharacter() {
        int at = random.nextInt(ODD.codePointCount(0, ODD.length()));
        return Character.toString(ODD.codePointAt(ODD.offsetByCodePoints(0, at)))
                .repeat(1 + random.nextInt(3))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Another digit in the next number: wrong money, wrong counts, wrong days. */
    private void digit(byte[] document, int from) {
        for (int at = from; at < document.length; at++) {
            if (document[at] >= '0' && document[at] <= '9') {
                document[at] = (byte) ('0' + random.nextInt(10));
                return;
            }
        }
    }

    private static byte[] joined(byte[] first, int from, int to, byte[] second, int secondFrom, int secondTo) {
        byte[] joined = new byte[to - from + secondTo - secondFrom];
        System.arraycopy(first, from, joined, 0, to - from);
        System.arraycopy(second, secondFrom, joined, to - from, secondTo - secondFrom);
        return joined;
    }
}
