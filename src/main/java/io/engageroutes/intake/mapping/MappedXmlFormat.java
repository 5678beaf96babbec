package io.engageroutes.intake.mapping;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.json.MessageMapping;
import io.engageroutes.intake.json.OriginalText;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.ElementText;
import io.engageroutes.intake.xml.XmlDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Reads XML of any shape by an XSLT mapping that makes canonical XML of its parts. */
public final class MappedXmlFormat implements DocumentFormat {

    private final XsltMapping mapping;
    private final XmlSettings settings;

    private MappedXmlFormat(XsltMapping mapping, XmlSettings settings) {
        this.mapping = mapping;
        this.settings = settings;
    }

    /**
     * Reads a mapping and the settings beside it, {@code <name>.xslt.yaml}.
     *
     * @throws BrokenMapping with what is wrong with them
     * @throws IOException when a file cannot be read
     */
    public static MappedXmlFormat read(Path xslt) throws IOException {
        MappingFiles files = MappingFiles.of(xslt);
        XmlSettings settings = files.settings(null, XmlSettings::read);
        if (settings == null) {
            throw new BrokenMapping(
                    List.of(
                            new Fault(
                                    "broken-mapping",
                                    files.name() + ".yaml",
                                    null,
                                    "there is no such file: beside a stylesheet its settings say which element is one transaction (each)")));
        }
        return new MappedXmlFormat(
                XsltMapping.compile(files.text(), files.name(), settings.values(), files::beside), settings);
    }

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        return new Parts(XmlDocument.open(document, settings.dropped(), settings.limits()), source);
    }

    private final class Parts implements Transactions {

        private final XmlDocument document;
        private final XmlParts parts;
        private final MappedResult result;
        private final String source;
        private final Deque<Transaction> waiting = new ArrayDeque<>();

        Parts(XmlDocument document, Source source) {
            this.document = document;
            this.parts = new XmlParts(document, settings.each(), settings.header());
            this.result = new MappedResult(new MessageMapping(source, true), mapping.fileName());
            this.source = source.name();
        }

        @Override
        public Transaction next() {
            if (waiting.isEmpty()) {
                Element part = parts.next();
                if (part == null) {
                    return null;
                }
                waiting.addAll(transactions(part, parts.place()));
            }
            return waiting.poll();
        }

        private List<Transaction> transactions(Element part, String place) {
            Supplier<String> original =
                    () -> ElementText.of(part, name -> settings.keep().contains(name) || OriginalText.mayKeep(name));
            if (document.wasTooLarge()) {
                Fault fault = new Fault(
                        "receipt-too-large",
                        place,
                        null,
                        "one part may have at most " + settings.limits().elements() + " elements and "
                                + settings.limits().characters()
                                + " characters; raise limits in the settings if it is rightly so");
                return List.of(MappedResult.rejected(List.of(fault), place, null, original));
            }
            try {
                return result.transactions(mapping.apply(part, parts.around(), source), place, original);
            } catch (MappingFailure failure) {
                return List.of(
                        MappedResult.rejected(List.of(failure.fault(mapping.fileName())), place, null, original));
            }
        }

        @Override
        public void close() {
            document.close();
        }
    }
}
