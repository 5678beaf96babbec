package io.engageroutes.intake.mapping;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.xml.DropList;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Limits;
import io.engageroutes.intake.xml.XmlDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;

/** A compiled XSLT mapping, of which each part gets a run of its own; safe for threads. */
final class XsltMapping {

    private static final int LARGEST_RESULT = 16 << 20;

    /** What XSLT's most frequent codes mean. */
    private static final Map<String, String> WORDS = Map.of(
            "FORG0001", ": a text is no number, date or whatever type it is read as",
            "FOAR0001", ": a division by zero",
            "FOCA0002", ": a text is no number that fits its type",
            "XPTY0004", ": one value should stand where there are none or several",
            "XTTE0570", ": one value should stand where there are none or several",
            "XTTE0780", ": one value should stand where there are none or several",
            "FODC0002", ": nothing but the part itself can be read",
            "FODC0005", ": nothing but the part itself can be read",
            "FOUT1170", ": nothing but the part itself can be read");

    private final Processor processor;
    private final XsltExecutable stylesheet;
    private final Map<String, List<String>> values;
    private final String fileName;

    private XsltMapping(
            Processor processor, XsltExecutable stylesheet, Map<String, List<String>> values, String fileName) {
        this.processor = processor;
        this.stylesheet = stylesheet;
        this.values = values;
        this.fileName = fileName;
    }

    /**
     * Compiles a mapping.
     *
     * @param values what its parameters are set to, by their names
     * @throws BrokenMapping with what is wrong
     */
    static XsltMapping compile(
            String xslt, String fileName, Map<String, List<String>> values, UnaryOperator<String> siblings) {
        Processor processor = LockedXslt.processor();
        return new XsltMapping(processor, LockedXslt.compile(processor, xslt, fileName, siblings), values, fileName);
    }

    /**
     * What the mapping makes of a part.
     *
     * @param around becomes the parameter {@code document}
     * @throws MappingFailure when it cannot
     */
    Element apply(Element part, List<Element> around, String source) {
        BoundedBytes result = new BoundedBytes(LARGEST_RESULT);
        try {
            Xslt30Transformer run = stylesheet.load30();
            run.setStylesheetParameters(parameters(around, source));
            run.setTraceListener(new StepLimit());
            run.setResultDocumentHandler(uri -> {
                throw new MappingFailure("xsl:result-document cannot be used: a mapping has one result");
            });
            run.setErrorReporter(error -> {
                // comes again with the exception
            });
            run.setMessageHandler(message -> {
                // what a stylesheet says may be personal data
            });
            Serializer serializer = processor.newSerializer(result);
            serializer.setOutputProperty(Serializer.Property.METHOD, "xml");
            serializer.setOutputProperty(Serializer.Property.INDENT, "no");
            serializer.setOutputProperty(Serializer.Property.ENCODING, "UTF-8");
            XdmNode tree = XmlTree.of(processor, part);
            run.setGlobalContextItem(tree);
            run.applyTemplates(tree, serializer);
        } catch (SaxonApiException e) {
            throw failure(e);
        } catch (MappingFailure failure) {
            throw failure;
        } catch (RuntimeException e) {
            throw new MappingFailure(fileName, "XSLT cannot go on (what it was given is not shown)");
        } catch (StackOverflowError e) {
            throw new MappingFailure(fileName, "a template calls itself without end");
        }
        return element(result.toByteArray());
    }

    private Map<QName, XdmValue> parameters(List<Element> around, String source) throws SaxonApiException {
        Map<QName, XdmValue> parameters = new HashMap<>();
        values.forEach((name, texts) -> parameters.put(
                new QName(name),
                new XdmValue(texts.stream().map(XdmAtomicValue::new).toList())));
        parameters.put(new QName("source"), new XdmAtomicValue(source));
        XdmNode header = XmlTree.of(processor, around);
        parameters.put(new QName("document"), header);
        return parameters;
    }

    /** Reads the result as it would be read if it had been sent. */
    private Element element(byte[] result) {
        try (XmlDocument document = XmlDocument.open(new ByteArrayInputStream(result), DropList.NONE, Limits.USUAL)) {
            document.nextStart();
            Element element = document.element();
            document.nextStart();
            return element;
        } catch (BrokenDocument e) {
            throw new MappingFailure(fileName, "the result is not one element receipt, receipts, nonSale or rejected");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MappingFailure failure(SaxonApiException e) {
        if (e.getCause() instanceof XPathException cause) {
            for (Throwable deeper = cause; deeper != null; deeper = deeper.getCause()) {
                if (deeper instanceof MappingFailure own) {
                    return own;
                }
            }
            String code = cause.getErrorCodeQName() == null
                    ? "failure"
                    : cause.getErrorCodeQName().getLocalPart();
            return new MappingFailure(
                    LockedXslt.place(cause.getLocator(), fileName),
                    "XSLT cannot go on here, " + code + WORDS.getOrDefault(code, "")
                            + " (what it was given is not shown)");
        }
        return new MappingFailure(fileName, "XSLT cannot go on (what it was given is not shown)");
    }

    String fileName() {
        return fileName;
    }
}
