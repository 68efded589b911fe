package dev.syncline.document.edifact;

import static dev.syncline.document.edi.EdiSamples.lines;
import static dev.syncline.document.edi.EdiSamples.told;
import static dev.syncline.document.edi.SampleReader.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.ParsedDocument;
import dev.syncline.document.Samples;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.TestIndicator;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edi.EdiSamples;
import dev.syncline.document.edi.SampleReader;
import dev.syncline.support.Published;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The public EDIFACT documents: each good one is read whole, each bad one ends as its fault calls for. */
@Tag(Published.TAG)
class EdifactSamplesTest {
    private static final List<String> IS_TEST = List.of(TestIndicator.warning("0035 of UNB is 1"));
    private static final Pattern LINE = Pattern.compile(
            "LIN\\+(\\d+)\\+\\+(\\d+):SA'\\s*PIA\\+5\\+(\\d+):IN::92'\\s*IMD\\+F\\+\\+:::(.*?)'\\s*QTY\\+21:(\\d+):(\\w+)'");

    private final SampleReader samples = new SampleReader(new EdifactReader(EdiSamples.CLOCK));

    @Test
    void readsDesadvWhoseLinesBelongToDifferentOrders() throws UnreadableDocument {
        ParsedDocument reading = samples.read("DESADV-example_utf8.edi");
        SupplierOrder first = order(reading, "1-160727-0953", "EDIFACT DESADV 0.96A");
        assertEquals(List.of(), reading.warnings());
        assertEquals(2, reading.orders().size());
        assertEquals(
                "kind=SHIPMENT number=Y02197250 at=2016-07-27T09:53:00Z sequence=1 orderNumber=6877871 status=SHIPPED",
                told(first));
        assertEquals(List.of("line=001 description=MUNCIË THE MIDDLE status=SHIPPED shipped=1"), lines(first));
        SupplierOrder second = reading.orders().get(1);
        assertEquals(
                "kind=SHIPMENT number=Y02197250 at=2016-07-27T09:53:00Z sequence=1 orderNumber=6905456 status=SHIPPED",
                told(second));
        assertEquals(List.of("line=002 description=ROADS TO SATA A 2 status=SHIPPED shipped=1"), lines(second));
    }

    @Test
    void readsOrdersOfSyntaxVersion4() throws UnreadableDocument {
        ParsedDocument reading = samples.read("ORDERS-ORDERS_D.03B_Interchange.txt");
        SupplierOrder order = order(reading, "6002-20051107-1159", "EDIFACT ORDERS D.03B");
        assertEquals(List.of(), reading.warnings());
        assertEquals("kind=ORDER number=BKOD99 at=2005-11-07T11:59:00Z sequence=6002 orderNumber=BKOD99", told(order));
        assertEquals(
                List.of(
                        "line=1 gtin=0764569104 ordered=25",
                        "line=2 gtin=0764569090 ordered=25",
                        "line=3 gtin=1861004656 ordered=16",
                        "line=4 gtin=0596006756 ordered=10"),
                lines(order));
        assertTrue(EdiSamples.text(reading).contains("UNH+1+CONTRL:4:1:UN'"));
    }

    /** Each of the 146 lines, compared with what stands in the document. */
    @Test
    void readsOrdersOf146LinesInUtf8ThatDeclareAnotherCharacterSet() throws UnreadableDocument {
        ParsedDocument reading = samples.read("ORDERS-example_order_ok.edi");
        SupplierOrder order = order(reading, "896-181205-1607", "EDIFACT ORDERS D.01B");
        assertEquals(IS_TEST, reading.warnings());
        assertEquals(
                "kind=ORDER number=2019265563 at=2018-12-05T16:07:00Z sequence=896 orderNumber=2019265563"
                        + " expectedOn=2018-12-06",
                told(order));
        List<String> there = linesOf(Samples.published("edifact/ORDERS-example_order_ok.edi"));
        assertEquals(146, there.size());
        assertEquals(there, lines(order));
        assertEquals(
                "line=3 item=6001011 supplierItem=1011 description=Kr\ufffduteressig 5% 10l Branntweinessig Kanister"
                        + " ordered=1 unit=GBND",
                lines(order).get(2));
    }

    private static List<String> linesOf(byte[] document) {
        List<String> lines = new ArrayList<>();
        Matcher line = LINE.matcher(new String(document, StandardCharsets.UTF_8));
        while (line.find()) {
            String description = line.group(4).replaceAll("(?<!\\?):", " ").replaceAll("\\?(.)", "$1");
            lines.add(String.format(
                    "line=%s item=%s supplierItem=%s description=%s ordered=%s unit=%s",
                    line.group(1), line.group(3), line.group(2), description.strip(), line.group(5), line.group(6)));
        }
        return lines;
    }

    /** Accepted and rejected lines have no quantity; the changed one says what it is changed to. */
    @Test
    void readsOrdrspThatConfirmsInPart() throws UnreadableDocument {
        ParsedDocument reading = samples.read("ORDRSP-D96A_ORDRSP.txt");
        SupplierOrder order = order(reading, "131-071101-1701", "EDIFACT ORDRSP D.96A");
        assertEquals(IS_TEST, reading.warnings());
        assertEquals(
                "kind=CONFIRMATION number=ORSP12856 at=2002-03-30T00:00:00Z sequence=131 orderNumber=652744"
                        + " status=CHANGED",
                told(order));
        assertEquals(
                List.of(
                        "line=1 gtin=3312345501102 status=ACCEPTED code=5",
                        "line=2 supplierItem=ABC1234 gtin=3312345501003 status=CHANGED confirmed=48 unitCost=550"
                                + " expectedOn=2002-09-10 code=3",
                        "line=3 gtin=3312345501096 status=REJECTED code=7"),
                lines(order));
        assertTrue(EdiSamples.text(reading).contains("UCM+ME000001+ORDRSP:D:96A:UN:EAN009+7'"));
    }

    /** The text of an item is cut at colons that nobody released; lines and quantities are whole. */
    @Test
    void warnsOfAMissingReleaseCharacterInText() throws UnreadableDocument {
        ParsedDocument reading = samples.read("bad/ORDERS-example_order_error.edi");
        SupplierOrder order = order(reading, "896-181205-1607", "EDIFACT ORDERS D.01B");
        assertEquals(
                List.of(
                        IS_TEST.get(0),
                        "The description has more components than it may: a release character is missing"
                                + " (segment 360 (IMD), element 3, character 9729)",
                        "The description has more components than it may: a release character is missing"
                                + " (segment 364 (IMD), element 3, character 9852)"),
                reading.warnings());
        List<String> there = linesOf(Samples.published("edifact/bad/ORDERS-example_order_error.edi"));
        assertEquals(146, there.size());
        List<String> read = lines(order);
        for (int i = 0; i < there.size(); i++) {
            // Cut at the second colon: there is room for two halves of a text
            String expected =
                    there.get(i).startsWith("line=87 ") || there.get(i).startsWith("line=88 ")
                            ? there.get(i).replaceAll(" 1 10.*(?= ordered)", " 1")
                            : there.get(i);
            assertEquals(expected, read.get(i));
        }
    }

    /** No UNT and no UNZ: nobody knows what else there was. */
    @Test
    void refusesATruncatedInterchange() {
        UnreadableDocument e = samples.unreadable("ORDERS-d96aORDERS-message.edi");
        assertEquals("segment 45 (UNS), character 1188", e.place());
        assertTrue(e.getMessage().startsWith("It ends without UNZ"));
        assertTrue(EdiSamples.text(e.acknowledgement()).contains("UCI+3+8716106053841:14+8712199999999:14+4+13'"));
    }

    @Test
    void refusesAnOrderWithoutBgm() {
        UnreadableDocument e = samples.unreadable("ORDERS-orders.missingMandatorySegments");
        assertEquals("message ORDERS 000000101, segment 3 (FTX), character 118", e.place());
        assertTrue(e.getMessage().startsWith("BGM is missing"));
        assertTrue(EdiSamples.text(e.acknowledgement()).contains("UCM+000000101+ORDERS:D:96A:UN:EAN008+4'UCS+2+18'"));
    }

    /** Empty segments and a blank in the release number say nothing; the trailer's reference lacks zeros. */
    @Test
    void warnsOfEmptySegmentsAndAWrongTrailerReference() throws UnreadableDocument {
        ParsedDocument reading = samples.read("bad/ORDERS-orders.withbadunbsegment");
        SupplierOrder order = order(reading, "00000000000916-000101-1050", "EDIFACT ORDERS D.96A");
        assertEquals(
                List.of(
                        "UNZ refers to 00000916, its header is 00000000000916 (segment 32 (UNZ), element 2, character"
                                + " 507)",
                        "It has 4 empty segments, which say nothing"),
                reading.warnings());
        assertEquals(
                "kind=ORDER number=0123456789123 at=1998-01-06T00:00:00Z sequence=916 orderNumber=0123456789123",
                told(order));
        assertEquals(
                List.of(
                        "line=1 gtin=0835201031 ordered=2",
                        "line=2 gtin=0835202151 ordered=10",
                        "line=3 gtin=0835208338 ordered=5"),
                lines(order));
    }

    /** DTM 35 times too often: each says the same, and CNT agrees with the lines. */
    @Test
    void warnsOfAWrongSegmentCount() throws UnreadableDocument {
        ParsedDocument reading = samples.read("bad/ORDERS-BAD_ORDERS_D.03B_Interchange.txt");
        SupplierOrder order = order(reading, "6002-20051107-1159", "EDIFACT ORDERS D.03B");
        assertEquals(
                List.of("UNT declares 22, there are 57 (segment 58 (UNT), element 1, character 1247)"),
                reading.warnings());
        assertEquals(
                List.of(
                        "line=1 gtin=0764569104 ordered=25",
                        "line=2 gtin=0764569090 ordered=25",
                        "line=3 gtin=1861004656 ordered=16",
                        "line=4 gtin=0596006756 ordered=10"),
                lines(order));
        assertTrue(EdiSamples.text(reading).contains("UCM+SSDD1+ORDERS:D:03B:UN:EAN008+7+29'"));
    }

    @Test
    void refusesAMessageWithoutInterchange() {
        UnreadableDocument e = samples.unreadable("ORDERS-d01b_orders_malformed.edi");
        assertEquals("character 10", e.place());
        assertTrue(e.getMessage().startsWith("There is \"BGM+E3+ORD-1…\" where UNB must begin the interchange"));
        assertNull(e.acknowledgement());
    }

    /** With a character missing in UNA, the terminator would be a line break and each segment end in an apostrophe. */
    @Test
    void refusesAServiceStringThatIsTooShort() {
        UnreadableDocument e = samples.unreadable("DESADV-message1.edi");
        assertEquals("UNA, character 0", e.place());
        assertTrue(e.getMessage().startsWith("UNA must have six characters and has five"));
    }
}
