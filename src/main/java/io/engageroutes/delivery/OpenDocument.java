package io.engageroutes.delivery;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Kind;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Unpacked;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.RejectedReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A document while it is read: an iterator over its parcels, and the tally of what it yielded. */
final class OpenDocument implements Iterator<QueuedParcel>, AutoCloseable {

    /** Above it the broker would keep the message in a file of its own. */
    private static final int MOST_BYTES = 300 * 1024;

    private final DocumentOrigin origin;
    private final Parcel head;
    private final int parcelSize;
    private final Tally tally = new Tally();
    private final DocumentEntries entries;
    private final List<Fault> brokenBy = new ArrayList<>();
    private final Deque<QueuedParcel> ready = new ArrayDeque<>();
    private DocumentContent reading;
    private byte[] content;
    private int parcels;
    private boolean ended = true;

    OpenDocument(DocumentOrigin origin, ReceiptCheck check, int parcelSize, Consumer<List<String>> numbersCame) {
        this.origin = origin;
        this.head = origin.parcel();
        this.entries = new DocumentEntries(origin, check, tally, numbersCame);
        this.parcelSize = parcelSize;
    }

    DocumentOrigin origin() {
        return origin;
    }

    Tally tally() {
        return tally;
    }

    void tellNumbers() {
        entries.tellNumbers();
    }

    /** What a dead letter shows of the document if it is broken; a file lies in {@code failed/} instead. */
    void content(byte[] bytes) {
        this.content = bytes;
    }

    void read(DocumentFormat format, InputStream document, Source source, Unpacked.Limits limits) throws IOException {
        try {
            reading = new DocumentContent(format, document, source, limits);
            ended = false;
        } catch (BrokenDocument e) {
            broken(e.fault());
        }
    }

    /** The document cannot be read from here on. */
    void broken(Fault fault) {
        ended = true;
        brokenBy.add(fault);
        tally.broken(fault.toString());
        if (origin.whenBroken() == WhenBroken.DEAD_LETTER) {
            String original = content == null ? null : BrokenText.of(content);
            ParcelWriter parcel = parcel();
            parcel.add(entries.broken(fault, original));
            queue(parcel, Kind.RECEIPT, null, true);
        }
    }

    /**
     * Reads all of it at once.
     *
     * @throws RejectedReceipt when anything is wrong with it, with everything that is
     */
    void refuseIfFaulty() {
        while (!ended) {
            pack();
        }
        List<Fault> faults =
                Stream.concat(entries.faults().stream(), brokenBy.stream()).toList();
        if (!faults.isEmpty()) {
            throw new RejectedReceipt(faults);
        }
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            pack();
        }
        return !ready.isEmpty();
    }

    @Override
    public QueuedParcel next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void pack() {
        ParcelWriter parcel = parcel();
        ParcelWriter postVoids = origin.holds() ? parcel() : parcel;
        Fault broken = fill(parcel, postVoids);
        if (postVoids != parcel) {
            queue(postVoids, Kind.RECEIPT, null, false);
        }
        queue(parcel, Kind.RECEIPT, null, true);
        if (broken != null) {
            broken(broken);
        }
    }

    /** Why the document cannot be read from here on; null when it can, or is at its end. */
    private Fault fill(ParcelWriter parcel, ParcelWriter postVoids) {
        try {
            while (hasRoom(parcel) && hasRoom(postVoids)) {
                Transaction transaction = reading.next();
                if (transaction == null) {
                    ended = true;
                    return null;
                }
                Parcel.Entry entry = entries.of(transaction);
                if (entry != null && entry.kind() != Kind.RECEIPT) {
                    alone(entry);
                } else if (entry != null) {
                    (entry.voids() == null ? parcel : postVoids).add(entry);
                }
            }
            return null;
        } catch (BrokenDocument e) {
            return e.fault();
        }
    }

    /** Orders and contacts keep their order by the broker's message groups, and those are of whole JMS messages. */
    private void alone(Parcel.Entry entry) {
        ParcelWriter parcel = parcel();
        parcel.add(entry);
        queue(parcel, entry.kind(), group(entry), true);
    }

    private static String group(Parcel.Entry entry) {
        String key = entry.content() == null ? null : entry.content().businessKey();
        return key == null ? entry.id() : key;
    }

    private boolean hasRoom(ParcelWriter parcel) {
        return parcel.messages() < parcelSize && parcel.size() < MOST_BYTES;
    }

    private ParcelWriter parcel() {
        return new ParcelWriter(head);
    }

    private void queue(ParcelWriter parcel, Kind kind, String group, boolean waits) {
        if (parcel.messages() > 0) {
            parcels++;
            byte[] json = parcel.finish();
            ready.add(new QueuedParcel(id(json), json, kind, group, waits));
        }
    }

    /**
     * The id names the content too: a profile may have been edited before the document is read again. A message is read in one
     * transaction with what it yields, where an id that the broker knows already would roll it back for ever.
     */
    private String id(byte[] json) {
        return origin.keepsOriginals() ? null : origin.id() + '-' + parcels + '-' + ContentHash.of(json);
    }

    /** Reads what is left of the raw document, so that the hash that it is recognised by covers all of it. */
    @Override
    public void close() {
        if (reading != null) {
            try {
                reading.drain();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            tally.raw(reading.rawBytes(), reading.rawHash());
        }
    }
}
