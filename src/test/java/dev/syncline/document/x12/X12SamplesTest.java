package dev.syncline.document.x12;

import static dev.syncline.document.edi.EdiSamples.lines;
import static dev.syncline.document.edi.EdiSamples.told;
import static dev.syncline.document.edi.SampleReader.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.ParsedDocument;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.TestIndicator;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edi.EdiSamples;
import dev.syncline.document.edi.SampleReader;
import dev.syncline.support.Published;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The public X12 documents: each good one is read whole, each bad one ends as its fault calls for. */
@Tag(Published.TAG)
class X12SamplesTest {
    private final SampleReader samples = new SampleReader(new X12Reader(EdiSamples.CLOCK));

    private SupplierOrder whole(String name, String id, String type) throws UnreadableDocument {
        ParsedDocument reading = samples.read(name);
        assertEquals(List.of(), reading.warnings());
        assertEquals(1, reading.orders().size());
        return order(reading, id, type);
    }

    @Test
    void reads850DividedByControlCharacters() throws UnreadableDocument {
        SupplierOrder order = whole("850-5-850.x12", "000002311-010510-1213", "X12 850 003040");
        assertEquals(
                "kind=ORDER number=2308 at=2001-05-10T12:13:04Z sequence=2311 orderNumber=2308 expectedOn=2001-05-12",
                told(order));
        assertEquals(
                List.of("line=1 supplierItem=CBBLUBR2/5 description=4-BLUE BRITE LIQUID LAUNDRY [CTN (2X5L)] ordered=1"
                        + " unit=EA unitCost=38.39"),
                lines(order));
    }

    @Test
    void reads850WithByteOrderMarkAndIndentation() throws UnreadableDocument {
        SupplierOrder order = whole("850-Example1_PGWGlass.txt", "000000245-100817-0850", "X12 850 004010");
        assertEquals(
                "kind=ORDER number=S41000439 at=2010-08-10T00:00:00Z sequence=245 orderNumber=S41000439 currency=USD",
                told(order));
        assertEquals(
                List.of(
                        "line=1 item=0459001004 description=FUSE, BUSSMAN FNA-4/10 ordered=5 unit=EA unitCost=5.09"
                                + " expectedOn=2010-08-20",
                        "line=2 item=0650002027 description=LAMP, MAXLITE 35873, 200W, ordered=12 unit=EA"
                                + " unitCost=63.11 expectedOn=2010-08-20",
                        "line=3 item=0670104514 description=DIN RAIL, 35MM, 3 FT LENGTH, ordered=2 unit=EA"
                                + " unitCost=8.02 expectedOn=2010-08-20",
                        "line=4 item=0684202074 description=SWITCH, PROXIMITY, ordered=1 unit=EA unitCost=85.25"
                                + " expectedOn=2010-08-20"),
                lines(order));
    }

    @Test
    void reads850WhoseLineIdsAreNotInOrder() throws UnreadableDocument {
        SupplierOrder order = whole("850-From_aojuk.txt", "000000091-090101-1215", "X12 850 004010");
        assertEquals("kind=ORDER number=6190 at=2009-01-01T12:15:00Z sequence=91 orderNumber=6190", told(order));
        assertEquals(
                List.of(
                        "line=6917 supplierItem=123456 description=DESCRIPTION 1 ordered=1 unit=PK unitCost=10.98",
                        "line=6915 supplierItem=654321 description=DESCRIPTION 2 ordered=1 unit=EA unitCost=219"),
                lines(order));
    }

    @Test
    void reads855OfTwoOrders() throws UnreadableDocument {
        ParsedDocument reading = samples.read("855-855SSimmons.txt");
        SupplierOrder first = order(reading, "000076417-110928-0007", "X12 855 004010");
        assertEquals(List.of(), reading.warnings());
        assertEquals(2, reading.orders().size());
        assertEquals(
                "kind=CONFIRMATION at=2011-09-28T00:07:00Z sequence=76417 orderNumber=7542"
                        + " supplierOrderNumber=83517234 status=ACCEPTED expectedOn=2011-10-07",
                told(first));
        assertEquals(
                List.of(
                        "line=100 item=4620451B supplierItem=64620451 status=ACCEPTED ordered=1 unit=EA unitCost=7700"
                                + " code=AD",
                        "line=200 item=1528451M supplierItem=51528451 status=ACCEPTED ordered=1 unit=EA unitCost=23500"
                                + " code=AD"),
                lines(first));
        SupplierOrder second = reading.orders().get(1);
        assertEquals(
                "kind=CONFIRMATION at=2011-09-28T00:07:00Z sequence=76417 orderNumber=99035"
                        + " supplierOrderNumber=83517334 status=ACCEPTED expectedOn=2011-10-06",
                told(second));
        assertEquals(
                List.of("line=100 item=4625740M supplierItem=54625740 status=ACCEPTED ordered=1 unit=EA unitCost=9000"
                        + " code=AD"),
                lines(second));
    }

    @Test
    void reads855ThatAcceptsTheWholeOrder() throws UnreadableDocument {
        SupplierOrder order = whole("855-PR855-pass-1.edi", "000002419-170425-0805", "X12 855 004010");
        assertEquals(
                "kind=CONFIRMATION at=2017-04-25T08:05:00Z sequence=2419 orderNumber=1D711419"
                        + " supplierOrderNumber=338093 status=ACCEPTED wholeOrder=true",
                told(order));
        assertEquals(
                List.of("line=0001 item=C000900237 status=ACCEPTED ordered=72 unit=EA unitCost=47.34 code=AT"),
                lines(order));
    }

    @Test
    void reads856ByShipmentOrderItem() throws UnreadableDocument {
        SupplierOrder order = whole("856-Example1.txt", "000000001-010420-1312", "X12 856 004010");
        assertEquals(
                "kind=SHIPMENT number=123456 at=2001-04-20T14:21:00Z sequence=1 orderNumber=123456 status=SHIPPED"
                        + " expectedOn=2001-04-22",
                told(order));
        assertEquals(
                List.of(
                        "line=001 item=1234-123456 status=SHIPPED shipped=16 unit=PC",
                        "line=002 item=1234-654321 status=SHIPPED shipped=23 unit=LB",
                        "line=004 item=1234-223456 status=SHIPPED shipped=16 unit=PC"),
                lines(order));
    }

    /** SN102 is what this shipment has; SN104, which is larger, is all that was shipped so far. */
    @Test
    void reads856WithoutOrderLevelAndEndedByATerminatorOfThreeBytes() throws UnreadableDocument {
        SupplierOrder order = whole("856-Example3.txt", "000000027-050412-2056", "X12 856 004010");
        assertEquals(
                "kind=SHIPMENT number=146940 at=2005-04-12T20:52:00Z sequence=27 orderNumber=5500005194 status=SHIPPED"
                        + " tracking=[0123456789]",
                told(order));
        assertEquals(
                List.of(
                        "line=00030 item=000 260 056 524 supplierItem=abc123 status=SHIPPED shipped=1596 unit=EA",
                        "line=00010 item=000 260 120 524 supplierItem=ZZZ123 status=SHIPPED shipped=1152 unit=EA",
                        "line=00020 item=000 260 121 524 supplierItem=XXX123 status=SHIPPED shipped=1440 unit=EA"),
                lines(order));
    }

    @Test
    void reads856WithPacks() throws UnreadableDocument {
        SupplierOrder order = whole("856-FromGregarican.txt", "000000005-120515-0851", "X12 856 004010VICS");
        assertEquals(
                "kind=SHIPMENT number=521649209219 at=2012-05-15T08:51:00Z sequence=5 orderNumber=SO/VINCE1"
                        + " status=SHIPPED expectedOn=2012-05-10 tracking=[521649209219]",
                told(order));
        assertEquals(
                List.of("gtin=883932284904 description=16X12MM SMALL WHEATON status=SHIPPED ordered=1 shipped=1"
                        + " unit=EA"),
                lines(order));
    }

    @Test
    void reads865EndedByLineBreaks() throws UnreadableDocument {
        SupplierOrder order = whole("865-FromMclaneCo.txt", "865000001-100823-1807", "X12 865 004010");
        assertEquals(
                "kind=CHANGE at=2010-08-23T18:07:00Z sequence=865000001 orderNumber=3249785 status=ACCEPTED"
                        + " expectedOn=2010-09-03",
                told(order));
        assertEquals(
                List.of(
                        "line=052575 supplierItem=489594 description=32OZ LID YUM BRANDS 123/SLEEVE status=CHANGED"
                                + " ordered=90 confirmed=90 unit=CA unitCost=22.97 code=PC",
                        "line=054146 supplierItem=736044 description=(1000)TACO BELL FRUTISTA 16OZ status=ACCEPTED"
                                + " ordered=48 unit=CA unitCost=49.39 code=NC",
                        "line=054448 supplierItem=818459 description=(740)TB MTV VMA 2010 30OZ status=CANCELLED"
                                + " ordered=504 unit=CA unitCost=38.75 code=DI",
                        "line=054126 supplierItem=730472 description=12/16/20 OZ FLAT LID  1000PK status=CHANGED"
                                + " ordered=60 confirmed=60 unit=CA unitCost=13.65 code=CT",
                        "line=054149 supplierItem=760528 description=(1050) FRUTISTA FREEZE 20OZ status=CHANGED"
                                + " ordered=20 confirmed=20 unit=CA unitCost=61.79 code=CT",
                        "line=053874 supplierItem=718784 description=(740)TACO BELL FOURTHMEAL 30OZ status=CHANGED"
                                + " ordered=384 confirmed=384 unit=CA unitCost=38.75 code=CT",
                        "line=053875 supplierItem=718919 description=(740)TACO BELL BOLD 30OZ status=CHANGED"
                                + " ordered=48 confirmed=48 unit=CA unitCost=38.75 code=CT"),
                lines(order));
    }

    /** SE01 is wrong, and CTT agrees with the lines: the content is whole. */
    @Test
    void warnsOfAWrongSegmentCount() throws UnreadableDocument {
        ParsedDocument reading = samples.read("bad/850-po850.txt");
        SupplierOrder order = order(reading, "000003438-101127-1719", "X12 850 004010VICS");
        assertEquals(
                List.of("SE declares 33, there are 21 (segment 23 (SE), element 1, character 631)"),
                reading.warnings());
        assertEquals(
                "kind=ORDER number=08292233294 at=2010-11-27T17:19:00Z sequence=3438 orderNumber=08292233294"
                        + " expectedOn=2010-12-14",
                told(order));
        assertEquals(
                List.of(
                        "line=5 item=065374-118 supplierItem=RV0524 description=RED ordered=72 unit=EA unitCost=7.5",
                        "line=6 item=067504-118 supplierItem=DX1875 description=NO BLUE ordered=696 unit=EA"
                                + " unitCost=9.55"),
                lines(order));
        assertTrue(EdiSamples.text(reading).contains("AK5*E*4~AK9*E*1*1*1~"));
    }

    /** The blank that ends segments stands in data too, but before each line break: that is where segments end. */
    @Test
    void warnsOfABlankAsTerminator() throws UnreadableDocument {
        ParsedDocument reading = samples.read("bad/850-Example4_Adobe_ShrinkWrapped.txt");
        SupplierOrder order = order(reading, "638504569-060521-0300", "X12 850 004010");
        assertEquals(
                List.of(
                        "ISA06 has 14 characters where it must have 15",
                        "The segment terminator is a blank before each line break; the line breaks were taken"),
                reading.warnings());
        assertEquals(
                "kind=ORDER number=MH80312 at=2009-04-21T03:00:00Z sequence=638504569 orderNumber=MH80312 currency=USD"
                        + " expectedOn=2009-04-21",
                told(order));
        assertEquals(
                List.of("line=1 item=12345678 ordered=11 unit=EA unitCost=1499.95 expectedOn=2009-04-21"),
                lines(order));
    }

    /** The padding of ISA and the reference of IEA are wrong; everything between is whole. */
    @Test
    void warnsOfAHeaderPaddedWithOtherBlanksAndAWrongTrailerReference() throws UnreadableDocument {
        ParsedDocument reading = samples.read("bad/850-x12.850.edi");
        SupplierOrder order = order(reading, "000000055-090827-0936", "X12 850 004010");
        assertEquals(
                List.of(
                        "ISA is padded with U+00A0 where it must have blanks",
                        TestIndicator.warning("ISA15 is T"),
                        "IEA refers to 000000001, its header is 000000055 (segment 15 (IEA), element 2, character 354)"),
                reading.warnings());
        assertEquals("kind=ORDER number=1000012 at=2009-08-27T10:41:00Z sequence=55 orderNumber=1000012", told(order));
        assertEquals(List.of("line=1 supplierItem=0054321 ordered=1 unit=EA unitCost=19.95"), lines(order));
        assertTrue(EdiSamples.text(reading)
                .startsWith("ISA*00*          *00*          *ZZ*PARTNERID      *01*000123456 "));
    }

    /** Three segments run into the next ones, the order's level among them. */
    @Test
    void refusesSegmentsThatRunIntoEachOther() {
        UnreadableDocument e = samples.unreadable("856-SH856-fail-2.edi");
        assertEquals("transaction 856 0000001, segment 13 (N1), character 357", e.place());
        assertTrue(e.getMessage().contains("its terminator is missing"));
        assertTrue(EdiSamples.text(e.acknowledgement()).contains("AK2*856*0000001~AK3*N1*11**8~AK5*R*5~AK9*R*1*1*0~"));
    }

    /** A buyer's message, and broken at that; an answer to it would be 865. */
    @Test
    void refusesWhatOnlyABuyerSends() {
        UnreadableDocument e = samples.unreadable("860-Example1.txt");
        assertEquals("transaction 860 56488, segment 6 (N1), character 260", e.place());
        assertTrue(e.getMessage().contains("860 is a change that a buyer sends; a supplier answers it with 865"));
        assertTrue(e.getMessage().contains("its terminator is missing"));
        assertTrue(EdiSamples.text(e.acknowledgement()).contains("AK2*860*56488~AK5*R*1~AK9*R*1*1*0~"));
    }

    @Test
    void refusesWhatDoesNotBeginWithIsa() {
        UnreadableDocument e = samples.unreadable("envelope-x12.wrong.ISA.txt");
        assertEquals("character 0", e.place());
        assertTrue(e.getMessage().startsWith("It begins with \"XXX*01*00000…\" where an interchange begins with ISA"));
        assertEquals(null, e.acknowledgement());
    }
}
