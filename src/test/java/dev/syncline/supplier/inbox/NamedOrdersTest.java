package dev.syncline.supplier.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.DocumentReader;
import dev.syncline.document.TradeDocuments;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.cxml.CxmlReader;
import dev.syncline.document.edifact.EdifactReader;
import dev.syncline.document.ubl.UblReader;
import dev.syncline.document.x12.X12Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A document that cannot be read is told on the orders that it names. */
class NamedOrdersTest {
    private static final String X12 =
            "ISA*00*          *00*          *ZZ*SUP            *ZZ*BUYER          *260101*1200*U*00401*000000007*0*P*>~"
                    + "GS*PR*SUP*BUYER*20260101*1200*1*X*004010~";
    private static final String EDIFACT = "UNB+UNOC:3+SUP+BUYER+260101:1200+7'";

    @Test
    void x12TransactionsNameTheirOrders() throws UnreadableDocument {
        String good = "ST*855*0001~BAK*00*AC*PO-1*20260101~PO1*1*10*EA*2~ACK*IA*10*EA~SE*5*0001~";
        String bad = "ST*855*0002~BAK*00*AC*PO-2*20260101~PO1*1*-5*EA*2~SE*4*0002~"
                + "ST*856*0003~BSN*00*D1*20260101*1200~HL*1**O~PRF*PO-3~HL*2*9*I~SN1*1*5*EA~SE*7*0003~";
        ReceivedDocument document =
                read(new X12Reader(Clock.systemUTC()), X12 + good + bad + "GE*3*1~IEA*1*000000007~");

        assertEquals(2, document.reading().faults().size());
        assertEquals("855", document.reading().faults().get(0).type());
        assertEquals(Set.of("PO-2"), document.reading().faults().get(0).orders());
        assertEquals("856", document.reading().faults().get(1).type());
        assertEquals(Set.of("PO-3"), document.reading().faults().get(1).orders());
    }

    @Test
    void x12ThatIsCutOffNamesItsOrders() {
        ReceivedDocument document = read(
                new X12Reader(Clock.systemUTC()),
                X12 + "ST*856*0001~BSN*00*D1*20260101*1200~HL*1**O~PRF*PO-3~HL*2*1*I~");

        assertEquals(Set.of("PO-3"), document.named());
    }

    @Test
    void edifactMessagesNameTheirOrders() throws UnreadableDocument {
        String good = "UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+4'RFF+ON:PO-1'LIN+1+5'QTY+21:5'UNT+6+1'";
        String bad = "UNH+2+ORDRSP:D:96A:UN'BGM+231+R2+4'RFF+ON:PO?+2'LIN+1+5'QTY+21:-5'UNT+6+2'";
        ReceivedDocument document = read(new EdifactReader(Clock.systemUTC()), EDIFACT + good + bad + "UNZ+2+7'");

        assertEquals(Set.of("PO+2"), document.reading().faults().get(0).orders());
        assertEquals(
                Set.of("PO-9"),
                read(new EdifactReader(Clock.systemUTC()), EDIFACT + "UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+4'RFF+ON:PO-9'")
                        .named());
    }

    @Test
    void xmlThatIsCutOffOrHasAFaultNamesItsOrders() {
        String ubl = "<OrderResponse xmlns:cac='a'><cbc:ID>R-1</cbc:ID><cac:OrderReference>\n  <cbc:ID>PO-1</cbc:ID>"
                + "</cac:OrderReference><cac:OrderLine>";
        assertEquals(Set.of("PO-1"), read(new UblReader(), ubl).named());
        assertEquals(
                Set.of("PO-4"),
                read(new UblReader(), "<Order xmlns='x'><cbc:ID>PO-4</cbc:ID>").named());

        String cxml = "<cXML payloadID='p1'><Request><ConfirmationRequest><ConfirmationHeader type='accept'/>"
                + "<OrderReference orderDate='2026-01-01' orderID=\"PO-1\"/>"
                + "<ConfirmationItem quantity='1' lineNumber='1'><ConfirmationStatus type='accept' quantity='few'/>"
                + "</ConfirmationItem></ConfirmationRequest></Request></cXML>";
        ReceivedDocument document = read(new CxmlReader(Clock.systemUTC()), cxml);
        assertEquals(1, document.reading().faults().size());
        assertEquals(Set.of("PO-1"), document.named());
        assertEquals(
                Set.of("PO-1"),
                read(new CxmlReader(Clock.systemUTC()), cxml.substring(0, 250)).named());
    }

    @Test
    void whatIsNoNumberOfAnOrderIsNotKeptAsOne() {
        String page = "{\"orders\":[{\"poNumber\":\"" + "9".repeat(5_000)
                + "\",\"lines\":[{\"quantityOrdered\":-1}]},{\"poNumber\":\"PO-1\",\"lines\":[{\"quantityOrdered\":-1}]}]}";
        ReceivedDocument document = read(TradeDocuments.READERS.get("json"), page);

        assertEquals(Set.of("PO-1"), new UnreadDocuments.Fault(1, document).orders());
    }

    /** A text that begins what is looked for again and again is looked through once. */
    @Test
    void hostileTextsAreLookedThroughOnce() {
        for (String begin :
                List.of("<Order>", "<OrderReference ", "\"poNumber\" ", "BAK*", "RFF+ON:", "<OrderIDInfo ")) {
            byte[] text = begin.repeat(800_000 / begin.length()).getBytes(StandardCharsets.UTF_8);
            for (DocumentReader reader : TradeDocuments.READERS.values()) {
                assertTrue(reader.named(text).size() <= 1_000, begin);
            }
        }
    }

    private static ReceivedDocument read(DocumentReader reader, String text) {
        return ReceivedDocument.read(reader, text.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);
    }
}
