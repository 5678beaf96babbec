package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.receipt.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CanonicalXmlFormatTest {

    private static final CanonicalXmlFormat XML = new CanonicalXmlFormat();
    private static final String WHOLE = new String(ShippedMappingsTest.resource("receipt.xml"), StandardCharsets.UTF_8);

    @Test
    void everyFieldIsRead() throws Exception {
        Receipt receipt = Mapped.read(XML, WHOLE).only();

        assertThat(receipt.receiptNumber()).isEqualTo("000871");
        assertThat(receipt.lines().get(0).discounts()).hasSize(1);
        assertThat(receipt.lines().get(0).awardsBonus()).isTrue();
        assertThat(receipt.basketDiscounts().get(0).lines()).containsExactly(1);
        assertThat(receipt.vouchersUsed()).containsExactly("V-2");
        assertThat(receipt.promotionsUsed().get(0).promotionId()).isEqualTo("P-17");
        assertThat(receipt.taxTotal()).isNull();
        assertThatCode(() -> validate(WHOLE)).doesNotThrowAnyException();
    }

    @Test
    void oneReceiptMayBeTheRoot() {
        String one = "<receipt><uniqueId>u</uniqueId><receiptNumber>1</receiptNumber></receipt>";

        assertThat(Mapped.read(XML, one).only().uniqueId()).isEqualTo("u");
        assertThat(Mapped.read(XML, "<receipts/>").transactions()).isEmpty();
        assertThat(Mapped.read(XML, "<Receipt/>").broken().code()).isEqualTo("wrong-root");
        assertThat(Mapped.read(XML, "<!DOCTYPE receipt><receipt/>").broken().code())
                .isEqualTo("doctype-forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "<uniqueId>till-871</uniqueId>, '', field-missing uniqueId",
        "<quantity>2, <quantity>-2, amount-negative lines[0].quantity",
        "<gross>398.00, '<gross>398,00', not-a-decimal lines[0].gross",
        "<type>SALE, <type>Sale, unknown-value lines[0].type",
        "<currency>, <curency>SEK</curency><currency>, unknown-field curency",
        "<currency>, <currency>SEK</currency><currency>, duplicate-field currency",
        "<storeId>, <storeId id='1'>, unknown-field storeId.@id",
        "<tenders>, <tenders>x, unexpected-text tenders",
        "<tenders>, <tenders><payment/>, unknown-field tenders[0]",
        "<awardsBonus>true, <awardsBonus>yes, wrong-type lines[0].awardsBonus",
        "<line>1</line>, <line>one</line>, wrong-type basketDiscounts[0].lines[0]",
    })
    void whatTheReaderRefusesTheSchemaRefusesToo(String part, String mutated, String fault) {
        assertThat(WHOLE).contains(part);
        String document = WHOLE.replace(part, mutated);

        assertThat(Mapped.read(XML, document).faultsInShort()).containsExactly(fault);
        assertThatThrownBy(() -> validate(document)).isInstanceOf(org.xml.sax.SAXException.class);
    }

    @Test
    void theTwoSchemasHaveTheSameFieldsAndWords() throws Exception {
        JsonNode json = new ObjectMapper().readTree(resource("/schema/receipt.json"));
        Map<String, TreeSet<String>> fields = new TreeMap<>();
        fields.put("receipt", names(json.get("properties")));
        List.of("contactKey", "line", "lineDiscount", "basketDiscount", "tender", "promotionUse")
                .forEach(part -> fields.put(part, names(json.at("/$defs/" + part + "/properties"))));

        Map<String, TreeSet<String>> elements = new TreeMap<>();
        NodeList types = xsd().getDocumentElement().getElementsByTagName("xs:complexType");
        for (int at = 0; at < types.getLength(); at++) {
            Element type = (Element) types.item(at);
            NodeList all = type.getElementsByTagName("xs:all");
            if (!type.getAttribute("name").isEmpty()) {
                TreeSet<String> names = new TreeSet<>();
                for (org.w3c.dom.Node child = all.item(0).getFirstChild();
                        child != null;
                        child = child.getNextSibling()) {
                    if (child instanceof Element element) {
                        names.add(element.getAttribute("name"));
                    }
                }
                elements.put(type.getAttribute("name"), names);
            }
        }
        assertThat(elements).isEqualTo(fields);
    }

    private static TreeSet<String> names(JsonNode properties) {
        TreeSet<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Document xsd() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(resource("/schema/receipt.xsd"));
    }

    private static InputStream resource(String name) {
        return CanonicalXmlFormatTest.class.getResourceAsStream(name);
    }

    private static void validate(String document) throws org.xml.sax.SAXException, IOException {
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(resource("/schema/receipt.xsd")))
                .newValidator();
        validator.validate(new StreamSource(new StringReader(document)));
    }
}
