package io.engageroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The tills' POSLog: it is XML, and its amounts are right unless they are meant to be wrong. */
class SamplePosLogsTest {

    private static final Set<String> TRUNCATED = Set.of("3004_20261104_2.xml", "367_20261106_1.xml");
    private static final Set<String> FAULTY = Set.of("4130", "540");
    private static final Set<String> NEVER_PAID = Set.of("4111");

    @Test
    void onlyTheFilesThatTheReadmeNamesAreBroken() throws Exception {
        List<String> broken = new ArrayList<>();
        for (SampleDocument document : documents().toList()) {
            if (transactions(document).isEmpty()) {
                broken.add(document.name());
            }
        }
        assertThat(broken).containsExactlyInAnyOrderElementsOf(TRUNCATED);
    }

    @Test
    void linesAreTheTotalsAndTendersPayThem() throws Exception {
        int checked = 0;
        for (SampleDocument document : documents().toList()) {
            for (Element transaction : transactions(document)) {
                String sequence = text(transaction, "SequenceNumber");
                NodeList lineItems = transaction.getElementsByTagName("LineItem");
                if (FAULTY.contains(sequence) || lineItems.getLength() == 0) {
                    continue;
                }
                boolean informational = document.folder().equals("till-wincor");
                BigDecimal total = total(transaction);
                assertThat(goods(lineItems, informational)).as(sequence).isEqualByComparingTo(total);
                if (!NEVER_PAID.contains(sequence)) {
                    assertThat(paid(lineItems)).as(sequence).isEqualByComparingTo(total);
                }
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(15);
    }

    private static BigDecimal goods(NodeList lineItems, boolean informational) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < lineItems.getLength(); i++) {
            Element item = (Element) lineItems.item(i);
            boolean voided = (item.getAttribute("CancelFlag") + item.getAttribute("VoidFlag")).equals("true");
            if (item.getElementsByTagName("ExtendedAmount").getLength() > 0 && !voided) {
                BigDecimal amount = new BigDecimal(text(item, "ExtendedAmount"));
                boolean returned = item.getElementsByTagName("Return").getLength() > 0;
                sum = returned ? sum.subtract(amount) : sum.add(amount);
            } else if (item.getElementsByTagName("Discount").getLength() > 0 && !informational) {
                sum = sum.subtract(new BigDecimal(text(item, "Amount")));
            }
        }
        return sum;
    }

    /** What was paid, without what rounding to coins added. */
    private static BigDecimal paid(NodeList lineItems) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < lineItems.getLength(); i++) {
            Element item = (Element) lineItems.item(i);
            if (item.getElementsByTagName("Rounding").getLength() > 0) {
                Element rounding =
                        (Element) item.getElementsByTagName("Rounding").item(0);
                BigDecimal amount = new BigDecimal(rounding.getTextContent());
                sum = rounding.getAttribute("RoundingDirection").equals("Up") ? sum.subtract(amount) : sum.add(amount);
            } else if (item.getElementsByTagName("Tender").getLength() > 0) {
                Element tender = (Element) item.getElementsByTagName("Tender").item(0);
                BigDecimal amount = new BigDecimal(text(tender, "Amount"));
                sum = tender.getAttribute("TypeCode").equals("Refund") ? sum.subtract(amount) : sum.add(amount);
            }
        }
        return sum;
    }

    private static BigDecimal total(Element transaction) {
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        BigDecimal grand = BigDecimal.ZERO;
        NodeList totals = transaction.getElementsByTagName("Total");
        for (int i = 0; i < totals.getLength(); i++) {
            Element total = (Element) totals.item(i);
            switch (total.getAttribute("TotalType")) {
                case "VRExt:TransactionVatRateAmount" -> {
                    net = net.add(new BigDecimal(total.getAttribute("VRExt:VATExclAmount")));
                    tax = tax.add(new BigDecimal(total.getAttribute("VRExt:VATAmount")));
                }
                case "TransactionGrandAmount" -> grand = new BigDecimal(total.getTextContent());
                default -> {}
            }
        }
        return grand.add(net).add(tax);
    }

    private static Stream<SampleDocument> documents() {
        return new SampleDocuments()
                .tills().stream().filter(document -> document.name().endsWith(".xml"));
    }

    /** The transactions of a document; none when it is broken. */
    private static List<Element> transactions(SampleDocument document) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        List<Element> transactions = new ArrayList<>();
        try {
            NodeList nodes =
                    builder.parse(new ByteArrayInputStream(document.content())).getElementsByTagName("Transaction");
            for (int i = 0; i < nodes.getLength(); i++) {
                transactions.add((Element) nodes.item(i));
            }
        } catch (SAXException e) {
            transactions.clear();
        }
        return transactions;
    }

    private static String text(Element owner, String name) {
        return owner.getElementsByTagName(name).item(0).getTextContent();
    }
}
