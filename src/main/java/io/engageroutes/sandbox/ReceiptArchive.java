package io.engageroutes.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The imported receipts exactly as they were posted, in order; full blocks are kept compressed. */
final class ReceiptArchive {

    private static final int BLOCK_SIZE = 256 * 1024;

    /** Where a receipt is, and whether its contact was known. */
    record Place(int block, int start, int length, boolean connected) {}

    private Map<String, Place> places = new LinkedHashMap<>();
    private List<byte[]> blocks = new ArrayList<>();
    private ByteArrayOutputStream open = new ByteArrayOutputStream();

    synchronized boolean contains(String uniqueReceiptId) {
        return places.containsKey(uniqueReceiptId);
    }

    synchronized int size() {
        return places.size();
    }

    synchronized void add(String uniqueReceiptId, byte[] payload, boolean connected) {
        places.put(uniqueReceiptId, new Place(blocks.size(), open.size(), payload.length, connected));
        open.writeBytes(payload);
        if (open.size() >= BLOCK_SIZE) {
            blocks.add(pack(open.toByteArray()));
            open.reset();
        }
    }

    synchronized void reset() {
        places = new LinkedHashMap<>();
        blocks = new ArrayList<>();
        open = new ByteArrayOutputStream();
    }

    /** Writes the receipts as one JSON array; only the one with the id when an id is given. */
    void writeTo(OutputStream out, String uniqueReceiptId, Predicate<Place> wanted) throws IOException {
        List<Place> chosen;
        List<byte[]> packed;
        byte[] rest;
        synchronized (this) {
            chosen = (uniqueReceiptId == null
                            ? places.values().stream()
                            : Stream.ofNullable(places.get(uniqueReceiptId)))
                    .filter(wanted)
                    .toList();
            packed = List.copyOf(blocks);
            rest = open.toByteArray();
        }
        out.write('[');
        int unpackedBlock = -1;
        byte[] block = rest;
        for (int i = 0; i < chosen.size(); i++) {
            Place place = chosen.get(i);
            if (place.block() != unpackedBlock) {
                unpackedBlock = place.block();
                block = unpackedBlock < packed.size() ? unpack(packed.get(unpackedBlock)) : rest;
            }
            if (i > 0) {
                out.write(',');
                out.write('\n');
            }
            out.write(block, place.start(), place.length());
        }
        out.write(']');
    }

    private static byte[] pack(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static byte[] unpack(byte[] packed) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
