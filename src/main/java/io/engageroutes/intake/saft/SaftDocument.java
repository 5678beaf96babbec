package io.engageroutes.intake.saft;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Moment;
import io.engageroutes.intake.xml.XmlDocument;
import io.engageroutes.receipt.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One SAF-T Cash Register document, read from one cashtransaction to the next. What else it says (the days that it is about, Z
 * reports) is known as far as it has been read.
 */
public final class SaftDocument implements Transactions {

    private final XmlDocument xml;
    private final SaftLayout layout;
    private final Codes codes;
    private final TransactionReader reader;
    private final ZReportReader reports;
    private final Location location;
    private final List<ZReport> zReports = new ArrayList<>();
    private String currency;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private int count;

    SaftDocument(XmlDocument xml, SaftLayout layout, Source source) {
        this.xml = xml;
        this.layout = layout;
        this.codes = new Codes(layout.mostArticles);
        this.reader = new TransactionReader(layout, source, codes);
        this.reports = new ZReportReader(layout, codes);
        this.location = new Location(layout);
    }

    /** @throws io.engageroutes.intake.BrokenDocument when the root is none that the layout reads */
    void begin() {
        String root = xml.nextStart();
        String namespace = root == null ? "" : xml.namespace();
        if (!"auditfile".equals(root)) {
            throw xml.broken(
                    "no-audit-file",
                    root,
                    "the root must be auditfile of a SAF-T Cash Register; see that this source is meant for the document");
        }
        if (!layout.namespaces.contains(namespace)) {
            throw xml.broken(
                    "wrong-namespace",
                    namespace,
                    "layout " + layout.name + " reads " + String.join(" or ", layout.namespaces)
                            + "; give the source the layout for this namespace, such as saft/no or saft/dk");
        }
    }

    @Override
    public Transaction next() {
        for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
            if (name.equals("cashtransaction")) {
                return transaction();
            }
            look(name);
        }
        return null;
    }

    private void look(String name) {
        switch (name) {
            case "location" -> location.enterLocation();
            case "cashregister" -> location.register(null);
            case "basic" -> codes.basic(xml.element());
            case "article" -> codes.article(xml.element());
            case "vatCodeDetail" -> codes.vatCode(xml.element());
            case "event" -> event(xml.element());
            case "name" -> ofLocation(name);
            case "streetAddress" -> ofLocation(name);
            case "registerID" -> location.register(xml.element().text());
            case "companyIdent" -> location.company(xml.element().text());
            case "curCode" -> currency = inHeader(currency);
            case "startDate" -> firstDay = day(firstDay);
            case "endDate" -> lastDay = day(lastDay);
            default -> {
                // who works there, accounts and customers are nobody's business here
            }
        }
    }

    /** Both stand in other places too: the company has an address, and so have customers. */
    private void ofLocation(String name) {
        if (!xml.isInside("location") || xml.isInside("cashregister")) {
            return;
        }
        Element element = xml.element();
        if (name.equals("name")) {
            location.name(element.text());
        } else {
            location.address(element);
        }
    }

    private String inHeader(String before) {
        return xml.isInside("header") ? xml.element().text() : before;
    }

    private LocalDate day(LocalDate before) {
        String text = inHeader(null);
        return text == null ? before : Moment.parseDate(text);
    }

    private void event(Element event) {
        ZReport report = xml.wasTooLarge() ? null : reports.read(event, location);
        if (report != null) {
            zReports.add(report);
        }
    }

    private Transaction transaction() {
        count++;
        String place = xml.place() + " (cashtransaction " + count + ")";
        Element transaction = xml.element();
        return xml.wasTooLarge() ? tooLarge(transaction, place) : reader.read(transaction, location, currency, place);
    }

    private Transaction tooLarge(Element beginning, String place) {
        Fault fault = layout.limits.exceededBy("a transaction", place, "layout " + layout.name);
        return new Transaction.Rejected(List.of(fault), place, reader.receiptNumber(beginning), "");
    }

    /** The control totals met so far, in the order of the document. */
    public List<ZReport> zReports() {
        return List.copyOf(zReports);
    }

    /** The first day that the document says it is about; null when it does not say. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** The last day that the document says it is about; null when it does not say. */
    public LocalDate lastDay() {
        return lastDay;
    }

    @Override
    public void close() {
        xml.close();
    }
}
