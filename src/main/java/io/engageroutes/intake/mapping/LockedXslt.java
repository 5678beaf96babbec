package io.engageroutes.intake.mapping;

import io.engageroutes.receipt.Fault;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.ErrorReporter;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Location;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;

/** Compiles stylesheets that can read nothing but what they are given: no files, no network, no Java, no environment. */
final class LockedXslt {

    private static final Pattern FORBIDDEN = Pattern.compile("<!DOCTYPE|\\bcurrent-(date|time|dateTime)\\s*\\(");

    private LockedXslt() {}

    static Processor processor() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        processor.setConfigurationProperty(Feature.DTD_VALIDATION, false);
        processor.setConfigurationProperty(Feature.ALLOW_MULTITHREADING, false);
        processor.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
        processor.setConfigurationProperty(Feature.DISABLE_XSL_EVALUATE, true);
        processor.getUnderlyingConfiguration().setResourceResolver(request -> {
            throw new XPathException("nothing outside of the part may be read");
        });
        processor.getUnderlyingConfiguration().setUnparsedTextURIResolver((uri, encoding, configuration) -> {
            throw new XPathException("nothing outside of the part may be read");
        });
        processor.getUnderlyingConfiguration().setCollectionFinder((context, uri) -> {
            throw new XPathException("nothing outside of the part may be read");
        });
        return processor;
    }

    /**
     * Compiles a stylesheet.
     *
     * @param siblings the text of a file beside it that it imports, or null
     * @throws BrokenMapping with all that is wrong
     */
    static XsltExecutable compile(Processor processor, String xslt, String fileName, UnaryOperator<String> siblings) {
        List<Fault> faults = forbidden(xslt, fileName);
        XsltCompiler compiler = processor.newXsltCompiler();
        // what ends a run that takes too many steps
        compiler.setCompileWithTracing(true);
        compiler.setErrorReporter(reporter(faults, fileName));
        compiler.setResourceResolver(request -> {
            String name = request.relativeUri == null ? request.uri : request.relativeUri;
            String sibling = name == null ? null : siblings.apply(name);
            if (sibling == null) {
                throw new XPathException("there is no file " + name + " beside this mapping");
            }
            return source(sibling, name);
        });
        try {
            XsltExecutable executable = compiler.compile(source(xslt, fileName));
            if (faults.isEmpty()) {
                return executable;
            }
        } catch (SaxonApiException e) {
            if (faults.isEmpty()) {
                faults.add(new Fault("broken-mapping", fileName, null, String.valueOf(e.getMessage())));
            }
        }
        throw new BrokenMapping(faults);
    }

    private static List<Fault> forbidden(String xslt, String fileName) {
        List<Fault> faults = new ArrayList<>();
        Matcher found = FORBIDDEN.matcher(xslt);
        while (found.find()) {
            long line = 1
                    + xslt.substring(0, found.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            faults.add(new Fault(
                    "broken-mapping",
                    fileName + ", line " + line,
                    found.group(),
                    "this cannot be used: the same part has to give the same receipt every time, and a stylesheet needs no"
                            + " document type"));
        }
        return faults;
    }

    private static StreamSource source(String xslt, String fileName) {
        return new StreamSource(new StringReader(xslt), fileName);
    }

    private static ErrorReporter reporter(List<Fault> faults, String fileName) {
        return (XmlProcessingError error) -> {
            if (!error.isWarning()) {
                faults.add(new Fault("broken-mapping", place(error.getLocation(), fileName), null, error.getMessage()));
            }
        };
    }

    /** File, line and column as far as they are known. */
    static String place(Location location, String fileName) {
        if (location == null || location.getLineNumber() <= 0) {
            return fileName;
        }
        String file = location.getSystemId() == null || location.getSystemId().isEmpty()
                ? fileName
                : location.getSystemId().replaceFirst(".*/", "");
        return file + ", line " + location.getLineNumber()
                + (location.getColumnNumber() > 0 ? ", column " + location.getColumnNumber() : "");
    }
}
