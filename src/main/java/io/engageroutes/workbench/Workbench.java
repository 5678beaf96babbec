package io.engageroutes.workbench;

import io.engageroutes.delivery.DocumentContent;
import io.engageroutes.engage.ReceiptPayload;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.DocumentFormats;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.shipped.ShippedFormats;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Tries documents: reads them with the readers, rules and prices of the application and tells what would become of each receipt.
 * Sends, stores and changes nothing. For one run over documents that belong together, since a receipt that comes twice is seen.
 */
public final class Workbench {

    private final BenchSettings settings;
    private final DocumentFormats formats;
    private final StoreRegister stores;
    private final Judge judge;
    private final Repeats repeats = new Repeats();

    private Workbench(BenchSettings settings, DocumentFormats formats, StoreRegister stores, Judge judge) {
        this.settings = settings;
        this.formats = formats;
        this.stores = stores;
        this.judge = judge;
    }

    /**
     * Reads the tables.
     *
     * @throws CannotTry when one is missing or wrong, with everything that is wrong with it
     */
    public static Workbench open(BenchSettings settings, Rating rating, Clock clock) {
        MinorUnits units = new MinorUnits(settings.decimals());
        StoreRegister stores = table(settings.stores(), StoreRegister::read);
        VatRates vat = table(settings.vatRates(), VatRates::read);
        Judge judge = new Judge(
                new ReceiptRules(units, stores, settings.receipts(), clock),
                new Pricing(units, vat, stores, settings.prices()),
                rating,
                new ReceiptPayload(settings.contactType()));
        DocumentFormats formats = new ShippedFormats(settings.routes().resolve("layouts"));
        return new Workbench(settings, formats, stores, judge);
    }

    private interface Table<T> {
        T read(Reader text, String name) throws IOException;
    }

    private static <T> T table(Path file, Table<T> table) {
        try (Reader text = Files.newBufferedReader(file)) {
            return table.read(text, file.toString());
        } catch (NoSuchFileException e) {
            throw new CannotTry("there is no file " + file);
        } catch (IOException e) {
            throw new CannotTry(file + " cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new CannotTry(e.getMessage());
        }
    }

    /**
     * Reads a document to its end, packed or not.
     *
     * @param each is given every transaction in the order of the document, while it streams
     * @throws CannotTry when the format or layout is wrong or the document's source failed
     */
    public Tried read(SourceReading reading, String document, InputStream bytes, Consumer<Judged> each) {
        DocumentFormat format = format(reading);
        Source source = new Source(reading.source(), stores, settings.zone(), null, reading.envelope());
        Account account = new Account();
        Fault broken = null;
        try {
            DocumentContent content = new DocumentContent(format, bytes, source, settings.limits());
            for (Transaction next = content.next(); next != null; next = content.next()) {
                Judged judged = repeats.after(judge.judge(document, next));
                account.enter(judged);
                each.accept(judged);
            }
        } catch (BrokenDocument e) {
            broken = e.fault();
        } catch (IOException | UncheckedIOException e) {
            throw new CannotTry(document + " cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            throw new CannotTry(document + ": the reader of " + reading.format()
                    + " failed on it, which is a fault of the reader and should be reported: " + e);
        }
        boolean refused = reading.refuses() && (broken != null || account.wrong() > 0);
        return new Tried(document, account, broken, refused);
    }

    /** A layout tells everything that is wrong with it in its message, whatever kind of exception its reader throws. */
    private DocumentFormat format(SourceReading reading) {
        try {
            return formats.format(reading.format(), reading.layout());
        } catch (RuntimeException wrong) {
            throw new CannotTry(wrong.getMessage() + others(reading));
        }
    }

    /** The layouts that there are, when the one that is named is not. */
    private String others(SourceReading reading) {
        Layouts layouts = new Layouts(settings.routes());
        if (!Layouts.formats().contains(reading.format()) || !reading.hasLayout()) {
            return "";
        }
        Path file = layouts.file(reading.format(), reading.layout());
        return file == null || Files.exists(file)
                ? ""
                : "; there are " + String.join(", ", layouts.of(reading.format()));
    }
}
