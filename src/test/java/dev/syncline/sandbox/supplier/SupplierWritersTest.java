package dev.syncline.sandbox.supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.helger.ubl21.UBL21Marshaller;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.document.Document;
import dev.syncline.sandbox.document.DocumentWriter;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What the suppliers write, by means that are no reader's of ours. */
class SupplierWritersTest {
    private final List<Document> life = SampleOrders.life("PO-1").documents();

    @Test
    void x12CountsAndNumbersAreRight() {
        String text = write("atlas", life, 77);
        List<String[]> segments =
                Stream.of(text.split("~\n")).map(s -> s.split("\\*", -1)).toList();
        assertEquals(106, text.indexOf('~') + 1);
        int groups = 0;
        int transactions = 0;
        int inGroup = 0;
        int first = 0;
        for (int i = 0; i < segments.size(); i++) {
            String[] segment = segments.get(i);
            switch (segment[0]) {
                case "GS" -> groups++;
                case "ST" -> {
                    transactions++;
                    inGroup++;
                    first = i;
                }
                case "SE" -> {
                    assertEquals(String.valueOf(i - first + 1), segment[1]);
                    assertEquals(segments.get(first)[2], segment[2]);
                }
                case "GE" -> {
                    assertEquals(String.valueOf(inGroup), segment[1]);
                    inGroup = 0;
                }
                case "IEA" -> {
                    assertEquals(String.valueOf(groups), segment[1]);
                    assertEquals("000000077", segment[2]);
                }
                default -> assertFalse(segment[segment.length - 1].isEmpty(), String.join("*", segment));
            }
        }
        assertEquals("IEA", segments.get(segments.size() - 1)[0]);
        assertEquals(life.size(), transactions);
        assertTrue(text.chars().allMatch(c -> c < 128));
    }

    @Test
    void x12SaysWhatBecameOfALine() {
        assertContains(
                write("atlas", "confirm-part','line':1,'quantity':8"), "ACK*IQ*8*PCE*067*20261201~", "ACK*IB*2*PCE");
        assertContains(
                write("atlas", "re-date','line':1,'date':'2026-12-24"),
                "ST*865*0001~",
                "POC*1*RS*10*10*PCE*1.25*PE*BP*P-1*VP*S:1*EN*4006381333931~",
                "ACK*DR*10*PCE*067*20261224~");
        assertContains(
                write("atlas", "cancel-line','line':2"), "POC*2*DI*2.5*0*PCE*33.333333*PE*BP*P-2~", "ACK*ID*2.5*PCE~");
        assertContains(write("atlas", "cancel"), "BCA*01*RD*PO-1");
        String second = write(
                "atlas",
                life.stream()
                        .filter(d -> d.kind() == Document.Kind.SHIPMENT)
                        .toList()
                        .subList(1, 2),
                1);
        assertContains(second, "SN1*001*3*PCE*8*10*PCE~", "PRF*PO-1***20261102~", "CTT*3~");
    }

    @Test
    void edifactCountsAreRightAndSeparatorsReleased() {
        String text = write("borealis", life, 78);
        assertTrue(text.startsWith("UNA:+.? '\r\n"));
        List<List<String>> segments = edifact(text.substring(11));
        int messages = 0;
        int first = 0;
        for (int i = 0; i < segments.size(); i++) {
            List<String> segment = segments.get(i);
            switch (segment.get(0)) {
                case "UNH" -> {
                    messages++;
                    first = i;
                }
                case "UNT" -> {
                    assertEquals(String.valueOf(i - first + 1), segment.get(1));
                    assertEquals(segments.get(first).get(1), segment.get(2));
                }
                case "UNZ" -> {
                    assertEquals(String.valueOf(messages), segment.get(1));
                    assertEquals("78", segment.get(2));
                    assertEquals("78", segments.get(0).get(5));
                }
                default -> {
                    // Counted.
                }
            }
        }
        assertEquals(life.size(), messages);
        assertTrue(text.contains(":::Dübel ?+ Schraube 8x40 ?'KS?' <1?:2>??'"), text);
        assertTrue(text.contains("....Brett") || text.contains(".... Brett"), text);
    }

    @Test
    void edifactSaysWhatBecameOfALine() {
        assertContains(
                write("borealis", "confirm-part','line':1,'quantity':8"),
                "+4'",
                "LIN+1+3+4006381333931:EN'",
                "QTY+21:10:PCE'",
                "QTY+113:8:PCE'",
                "QTY+83:2:PCE'");
        assertContains(write("borealis", "confirm"), "+29'", "LIN+1+5+");
        assertFalse(write("borealis", "confirm").contains("QTY"));
        assertContains(write("borealis", "cancel-line','line':2"), "LIN+2+2'");
        assertContains(write("borealis", "cancel"), "BGM+231+AT-900-1+1'");
        assertContains(
                write("borealis", "ship','line':2"),
                "DESADV:D:96A",
                "LIN+000002'",
                "QTY+12:2.5:PCE'",
                "RFF+ON:PO-1:2'");
    }

    @Test
    void ublIsValid() {
        List<Document> documents = new ArrayList<>(life);
        documents.addAll(new SampleOrders("PO-2")
                .poke("{'action':'confirm'}")
                .poke("{'action':'cancel'}")
                .documents());
        documents.addAll(new SampleOrders(null).poke("{'action':'place'}").documents());
        documents.add(SupplierActions.copy(documents.get(documents.size() - 1)));
        List<String> types = new ArrayList<>();
        for (Document document : documents) {
            String text = write("cobalt", List.of(document), 1);
            String type = xml(text).getLocalName();
            types.add(type);
            Object read =
                    switch (type) {
                        case "OrderResponse" -> UBL21Marshaller.orderResponse().read(text);
                        case "OrderResponseSimple" ->
                            UBL21Marshaller.orderResponseSimple().read(text);
                        case "Order" -> UBL21Marshaller.order().read(text);
                        case "OrderChange" -> UBL21Marshaller.orderChange().read(text);
                        case "OrderCancellation" ->
                            UBL21Marshaller.orderCancellation().read(text);
                        case "DespatchAdvice" ->
                            UBL21Marshaller.despatchAdvice().read(text);
                        default -> null;
                    };
            assertTrue(read != null, text);
        }
        assertEquals(6, types.stream().distinct().count(), types.toString());
    }

    @Test
    void ublSaysWhatBecameOfALine() {
        assertContains(
                write("cobalt", "confirm-part','line':1,'quantity':8"),
                "<cbc:LineStatusCode>3</cbc:LineStatusCode>",
                "<cbc:Quantity unitCode=\"PCE\">8</cbc:Quantity>",
                "<cbc:MaximumBackorderQuantity unitCode=\"PCE\">2</cbc:MaximumBackorderQuantity>");
        assertContains(write("cobalt", "confirm"), "<cbc:AcceptedIndicator>true<");
        assertContains(write("cobalt", "cancel-line','line':2"), "<cbc:LineStatusCode>Cancelled<");
    }

    @Test
    void cxmlItemsAddUpAndSecretsAreInIt() {
        for (Document document : life) {
            Element root = xml(write("delta", List.of(document), 1));
            assertEquals("cXML", root.getNodeName());
            var items = root.getElementsByTagName("ConfirmationItem");
            for (int i = 0; i < items.getLength(); i++) {
                Element item = (Element) items.item(i);
                var statuses = item.getElementsByTagName("ConfirmationStatus");
                double sum = 0;
                for (int j = 0; j < statuses.getLength(); j++) {
                    sum += Double.parseDouble(((Element) statuses.item(j)).getAttribute("quantity"));
                }
                assertEquals(Double.parseDouble(item.getAttribute("quantity")), sum, 1e-9);
            }
        }
        assertContains(
                write("delta", "confirm-part','line':1,'quantity':8"), "type=\"detail\"", "type=\"backordered\"");
        assertContains(write("delta", "confirm"), "type=\"accept\"", "<SharedSecret>");
        assertTrue(write("delta", "ship").contains("ShipNoticeItem"), "nobody knows how much, as nothing is confirmed");
        String shipped = write(
                "delta",
                List.of(new SampleOrders("PO-1")
                        .poke("{'action':'confirm'}")
                        .poke("{'action':'ship'}")
                        .last()),
                1);
        assertFalse(shipped.contains("ShipNoticeItem"));
        assertContains(write("delta", "cancel"), "type=\"reject\"");
    }

    @Test
    void jsonHasTheWholeOrder() {
        JsonNode order = SandboxJson.parse(write("everest", life, 1)).at("/orders/13");
        assertEquals("PO-1", order.path("poNumber").asText());
        assertEquals("AT-900", order.path("orderNumber").asText());
        assertEquals(14, order.path("revision").asInt());
        assertEquals(5, order.path("lines").size());
        JsonNode first = order.at("/lines/0");
        assertEquals(
                "10 10 10 0",
                first.path("quantityOrdered").asText() + " "
                        + first.path("quantityConfirmed").asText() + " "
                        + first.path("quantityShipped").asText() + " "
                        + first.path("quantityBackordered").asText());
        assertTrue(order.at("/lines/3/poLineNumber").isNull());
    }

    /** The document that an order's first poke makes. */
    private static String write(String supplier, String action) {
        SampleOrders orders = new SampleOrders("PO-1")
                .poke("{'action':'" + action + (action.matches(".*\\d") && !action.endsWith("24") ? "}" : "'}"));
        return write(supplier, orders.documents(), 1);
    }

    private static String write(String supplier, List<Document> documents, long control) {
        DocumentWriter writer = SupplierSystem.named(supplier).writer();
        return writer.write(documents, control);
    }

    private static void assertContains(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), () -> part + " is not in\n" + text);
        }
    }

    private static Element xml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    /** Segments and their elements, releases kept. */
    private static List<List<String>> edifact(String text) {
        List<List<String>> segments = new ArrayList<>();
        for (String segment : text.split("(?<!\\?)(?:\\?\\?)*'\r\n")) {
            segments.add(List.of(segment.split("(?<!\\?)\\+")));
        }
        return segments;
    }
}
