package dev.syncline.document.edifact;

import static dev.syncline.document.edi.EdiSamples.lines;
import static dev.syncline.document.edi.EdiSamples.ownText;
import static dev.syncline.document.edi.EdiSamples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edi.EdiSamples;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdifactReaderTest {
    private static final String MIXED = ownText("edifact/mixed.edi");

    private final EdifactReader reader = new EdifactReader(EdiSamples.CLOCK);

    private ParsedDocument read(String document) throws UnreadableDocument {
        return reader.read(document.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);
    }

    private UnreadableDocument unreadable(String document) {
        return assertThrows(UnreadableDocument.class, () -> read(document));
    }

    @Test
    void readsMessagesOfSeveralTypesAndNamesTheOthers() throws UnreadableDocument {
        ParsedDocument reading = read(MIXED);
        assertEquals("4711-261201-0815", reading.id());
        assertEquals("EDIFACT ORDRSP D.96A, DESADV D.96A", reading.type());
        assertEquals(List.of("EDIFACT INVOIC is an invoice. It was not read"), reading.warnings());
        assertEquals(List.of(), reading.faults());
        assertEquals(
                List.of("PO-2001", "PO-2002", "PO-2001", "PO-2003"),
                reading.orders().stream().map(SupplierOrder::orderNumber).toList());
    }

    @Test
    void readsTheStatusOfEachLineOfAResponse() throws UnreadableDocument {
        ParsedDocument reading = read(MIXED);
        assertEquals(
                "kind=CONFIRMATION number=ORSP-1 at=2026-12-01T08:10:00Z sequence=4711 orderNumber=PO-2001"
                        + " supplierOrderNumber=SO-88 status=CHANGED currency=EUR expectedOn=2026-12-15",
                told(reading.orders().get(0)));
        assertEquals(
                List.of(
                        "line=1 item=A-100 supplierItem=B-100 gtin=4000862141404 description=Mörtel 25kg: grau, 4 + 1"
                                + " status=ACCEPTED ordered=10 unit=PCE code=5",
                        "line=2 gtin=4000862141411 status=BACK_ORDERED ordered=20 confirmed=12 backOrdered=8 unit=PCE"
                                + " unitCost=0.125 expectedOn=2026-12-20 code=3",
                        "line=3 gtin=4000862141428 status=CHANGED confirmed=7 unit=PCE code=6",
                        "line=5 gtin=4000862141442 status=CANCELLED code=2",
                        "line=6 gtin=4000862141459 status=CHANGED code=AC"),
                lines(reading.orders().get(0)));
        assertEquals(
                List.of("line=40 supplierLine=4 gtin=4000862141435 status=REJECTED code=7"),
                lines(reading.orders().get(1)));
    }

    /** LIN counts the lines of the advice; RFF LI says which line of the order it is, here one that came before. */
    @Test
    void readsADespatchAdvice() throws UnreadableDocument {
        ParsedDocument reading = read(MIXED);
        assertEquals(
                "kind=SHIPMENT number=DES-1 at=2026-12-01T08:15:00Z sequence=4711 orderNumber=PO-2001 status=SHIPPED"
                        + " expectedOn=2026-12-03 tracking=[TR-1]",
                told(reading.orders().get(2)));
        assertEquals(
                List.of("line=1 gtin=4000862141404 status=SHIPPED ordered=10 shipped=7 backOrdered=6 unit=PCE"),
                lines(reading.orders().get(2)));
        assertEquals(
                List.of(
                        "line=3 gtin=4000862141411 status=SHIPPED shipped=12 cumulative=true unit=PCE tracking=[PKG-7]"),
                lines(reading.orders().get(3)));
    }

    @Test
    void readsAnOrderWhosePeriodEndsWithTheExpectedDate() throws UnreadableDocument {
        ParsedDocument reading = read(ownText("edifact/order.edi"));
        SupplierOrder order = reading.orders().get(0);
        assertEquals(
                "kind=ORDER number=PO-2001 at=2026-11-30T09:00:00Z sequence=4710 orderNumber=PO-2001 currency=EUR"
                        + " expectedOn=2026-12-17",
                told(order));
        assertEquals(
                List.of(
                        "line=1 gtin=4000862141404 ordered=25 unitCost=10.5",
                        "line=2 gtin=4000862141411 ordered=16 unit=KGM expectedOn=2026-12-13"),
                lines(order));
        assertEquals(List.of(), reading.warnings());
    }

    static Stream<Map.Entry<String, UnaryOperator<String>>> oddities() {
        return Stream.of(
                Map.entry("as it is", d -> d),
                Map.entry("byte order mark", d -> "\ufeff" + d),
                Map.entry("no UNA", d -> d.substring(d.indexOf('\n') + 1)),
                Map.entry("no line breaks", d -> d.replace("\n", "")),
                Map.entry("CR LF and indentation", d -> d.replace("\n", "\r\n      ")),
                Map.entry("no terminator at the end", d -> d.substring(0, d.length() - 2)),
                Map.entry("line breaks end segments", d -> d.replace("UNA:+.? '", "UNA:+.? ")
                        .replace("'\n", "\n")),
                Map.entry("an ellipsis of three bytes ends segments", d -> d.replace('\'', '\u2026')),
                Map.entry("other service characters", d -> d.replace("?:", "#")
                        .replace("?+", "@")
                        .replace(':', ';')
                        .replace('+', '|')
                        .replace('?', '\\')
                        .replace("#", ":")
                        .replace("@", "+")),
                Map.entry("control characters", d -> d.replace("\n", "")
                        .replace("?:", "#")
                        .replace("?+", "@")
                        .replace(':', '\u001f')
                        .replace('+', '\u001d')
                        .replace('\'', '\u001c')
                        .replace("#", ":")
                        .replace("@", "+")
                        .replace("UNA\u001f\u001d.? \u001c", "UNA\u001f\u001d.  \u001c")),
                Map.entry("syntax version 4", d -> d.replace("UNOC:3", "UNOC:4").replace(".? '", ".?*'")),
                Map.entry("lines of eighty characters", d -> d.replace("\n", "").replaceAll(".{80}", "$0\r\n")),
                Map.entry("empty segments", d -> d.replace("CUX+", "''CUX+")),
                Map.entry("released for nothing", d -> d.replace("grau", "gr?au")),
                Map.entry(
                        "a wrong count", d -> d.replace("UNT+30+1", "UNT+33+1").replace("CNT+2:6", "CNT+2:5")),
                Map.entry("a wrong reference", d -> d.replace("UNZ+3+4711", "UNZ+2+04711")),
                Map.entry("UTF-8 declared as it is", d -> d.replace("UNOC", "UNOW")),
                Map.entry("UNOY", d -> d.replace("UNOC", "UNOY")));
    }

    /** Each has the content of the plain document; only warnings differ. */
    @ParameterizedTest
    @MethodSource("oddities")
    void readsOddDocumentsAsItReadsThePlainOne(Map.Entry<String, UnaryOperator<String>> oddity)
            throws UnreadableDocument {
        ParsedDocument plain = read(MIXED);
        ParsedDocument odd = read(oddity.getValue().apply(MIXED));
        assertEquals(plain.orders(), odd.orders());
        assertEquals(plain.id(), odd.id());
        assertEquals(List.of(), odd.faults());
    }

    @ParameterizedTest
    @CsvSource({"UNOC,ISO-8859-1", "UNOD,ISO-8859-2", "UNOA,ISO-8859-1", "UNOK,ISO-8859-9", "UNOY,UTF-8"})
    void readsTheDeclaredCharacterSetWhereItIsNoUtf8(String syntax, String charset) throws UnreadableDocument {
        byte[] document = MIXED.replace("UNOC", syntax).getBytes(Charset.forName(charset));
        assertEquals(
                "Mörtel 25kg: grau, 4 + 1",
                reader.read(document, DocumentLimits.DEFAULT)
                        .orders()
                        .get(0)
                        .lines()
                        .get(0)
                        .description());
    }

    @Test
    void readsGroups() throws UnreadableDocument {
        String grouped = MIXED.replace("UNH+1+", "UNG+ORDRSP+S+R+261201:0815+G1+UN+D:96A'\nUNH+1+")
                .replace("UNT+30+1'", "UNT+30+1'\nUNE+1+G1'")
                .replace("UNH+2+", "UNG+DESADV+S+R+261201:0815+G2+UN+D:96A'\nUNH+2+")
                .replace("UNT+3+3'", "UNT+3+3'\nUNE+2+G2'")
                .replace("UNZ+3", "UNZ+2");
        ParsedDocument reading = read(grouped);
        assertEquals(read(MIXED).orders(), reading.orders());
        assertEquals(List.of("EDIFACT INVOIC is an invoice. It was not read"), reading.warnings());
        String answer = EdiSamples.text(reading);
        assertTrue(answer.contains("UCF+G1+S+R+7'UCM+1+ORDRSP:D:96A:UN:EAN009+7'UCF+G2+S+R+7'UCM+2+"), answer);
    }

    @Test
    void keepsWhatIsWholeBesideABrokenMessage() throws UnreadableDocument {
        ParsedDocument reading = read(MIXED.replace("UNT+30+1'\n", ""));
        assertEquals(2, reading.orders().size());
        assertEquals(
                "message ORDRSP 1, segment 31 (UNH), character 678",
                reading.faults().get(0).place());
        assertTrue(EdiSamples.text(reading).contains("UCM+1+ORDRSP:D:96A:UN:EAN009+4+13'UCM+2+"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QTY+21:20:PCE'|QTY+21:2O:PCE'|segment 17 (QTY), element 1|is no quantity",
                "BGM+231|BGN+231|segment 3 (BGN)|BGM is missing",
                "LIN+5+2|LINX+5+2|segment 27 (LINX)|is not the name of a segment",
                "LIN+5+2|LIM+5+2|segment 30 (CNT), element 1|a line is damaged",
                "QTY+21:20:PCE'|QTY+21:20:PCE#|segment 17 (QTY), element 1|a terminator is damaged",
                "PIA+5+A-100:IN+B-100:SA'|PIA+5+A-100:IN+B-100:SA\"|segment 13 (PIA), element 3|a terminator is damaged",
                "BGM+351+DES-1+9|BGM+351+DES-1+1|segment 33 (BGM), element 3|takes back despatch advice DES-1"
            })
    void faultsTellWhere(String whole, String broken, String place, String problem) throws UnreadableDocument {
        assertTrue(MIXED.contains(whole), whole);
        String document = MIXED.replace(whole, broken.replace("\\n", ""));
        ParsedDocument reading = read(document.replace("PCE#\n", "PCE#").replace("SA\"\n", "SA\""));
        assertEquals(1, reading.faults().size());
        ParsedDocument.Fault fault = reading.faults().get(0);
        assertTrue(fault.place().contains(place), fault.place());
        assertTrue(fault.problem().contains(problem), fault.problem());
        assertEquals(2, reading.orders().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "UNA:+.? '|UNA:+.?'|UNA must have six characters",
                "UNA:+.? '|UNA::.? '|does not name characters",
                "UNA:+.? '|UNA:+.? X|does not name characters",
                "UNB+UNOC|UNX+UNOC|where UNB must begin the interchange",
                "+4711'|'|it has no control reference",
                "UNZ+3+4711'|''|It ends without UNZ",
                "UNB+UNOC:3+4012345500004:14|UNB+UNOC:3+4012345500004:14'UNB|it has no control reference"
            })
    void refusesBrokenEnvelopes(String whole, String broken, String problem) {
        assertTrue(MIXED.contains(whole), whole);
        UnreadableDocument e = unreadable(MIXED.replace(whole, broken));
        assertTrue(e.getMessage().contains(problem), e.getMessage());
        assertTrue(e.place().contains("character"), e.place());
    }

    @Test
    void cancelsAnOrderWithoutLinesAsAWhole() throws UnreadableDocument {
        SupplierOrder order =
                read("UNB+UNOA:3+A+B+261201:0815+1'UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+1'RFF+ON:PO-1'UNT+4+1'"
                                + "UNZ+1+1'")
                        .orders()
                        .get(0);
        assertEquals(Kind.CANCELLATION, order.kind());
        assertEquals(Status.CANCELLED, order.status());
        assertTrue(order.wholeOrder());
    }

    /** A text of 35 characters goes on in its second half; a shorter one is followed by another. */
    @Test
    void joinsTheHalvesOfADescription() throws UnreadableDocument {
        String text = "Thirty-five characters of cement, b";
        ParsedDocument reading = read(MIXED.replace("Mörtel 25kg?: grau, 4 ?+ 1", text + ":ag of 25 kg"));
        assertEquals(
                text + "ag of 25 kg", reading.orders().get(0).lines().get(0).description());
        reading = read(MIXED.replace("Mörtel 25kg?: grau, 4 ?+ 1", "Mörtel:grau"));
        assertEquals("Mörtel grau", reading.orders().get(0).lines().get(0).description());
    }

    @Test
    void takesTheSuppliersNumberWhereTheOrderWasPlacedThere() throws UnreadableDocument {
        ParsedDocument reading = read(MIXED.replace("RFF+ON:PO-2001'", "RFF+CR:X'"));
        assertNull(reading.orders().get(0).orderNumber());
        assertEquals("SO-88", reading.orders().get(0).supplierOrderNumber());
        assertTrue(
                reading.warnings().get(0).startsWith("Some of it names no order"),
                reading.warnings().toString());
        assertEquals(2, reading.warnings().size());
    }

    @Test
    void answersEachMessageByContrl() throws UnreadableDocument {
        ParsedDocument reading = read(MIXED);
        assertEquals(
                "UNA:+.? 'UNB+UNOC:3+5412345000013:14+4012345500004:14+261122:0405+4711'UNH+1+CONTRL:D:3:UN'"
                        + "UCI+4711+4012345500004:14+5412345000013:14+7'"
                        + "UCM+1+ORDRSP:D:96A:UN:EAN009+7'"
                        + "UCM+2+DESADV:D:96A:UN:EAN007+7'"
                        + "UCM+3+INVOIC:D:96A:UN+4+15'"
                        + "UNT+6+1'UNZ+1+4711'",
                EdiSamples.text(reading));
        assertEquals("application/edifact", reading.acknowledgement().contentType());
    }

    @Test
    void tellsInTheAnswerWhichElementIsWrong() throws UnreadableDocument {
        String answer = EdiSamples.text(read(MIXED.replace("QTY+21:20:PCE", "QTY+21:2O:PCE")));
        assertTrue(answer.contains("UCM+1+ORDRSP:D:96A:UN:EAN009+4'UCS+16'UCD+12+1'UCM+2+"), answer);
    }

    @Test
    void neverAnswersAnAnswer() throws UnreadableDocument {
        UnreadableDocument e = unreadable(EdiSamples.text(read(MIXED)));
        assertEquals("EDIFACT CONTRL acknowledges what was sent to the supplier.", e.getMessage());
        assertNull(e.acknowledgement());
    }

    private static String response(String... segments) {
        return "UNA:+.? 'UNB+UNOC:3+S:14+R:14+261201:0815+1'UNH+1+ORDRSP:D:96A:UN:EAN009'BGM+231+R-1+4+AC'"
                + "DTM+137:20261201:102'RFF+ON:PO-1'" + String.join("'", segments) + "'UNS+S'UNT+"
                + (segments.length + 6) + "+1'UNZ+1+1'";
    }

    /** 2379: delivery is expected by the end of a month, a week or a period, whose hyphen may be missing. */
    @ParameterizedTest
    @CsvSource({
        "102, 20261217, 2026-12-17",
        "609, 2612, 2026-12-31",
        "610, 202702, 2027-02-28",
        "615, 2653, 2027-01-03",
        "616, 202651, 2026-12-20",
        "616, 202701, 2027-01-10",
        "710, 202611-202612, 2026-12-31",
        "710, 202611202612, 2026-12-31",
        "713, 26121008002612171700, 2026-12-17",
        "716, 202650202651, 2026-12-20",
        "717, 261210261217, 2026-12-17",
        "718, 20261210-20261217, 2026-12-17",
        "718, 2026121020261217, 2026-12-17",
        "719, 202612100800202612171700, 2026-12-17",
        "719, 202612100800-202612171700, 2026-12-17",
    })
    void readsDatesAndPeriodsOfEachFormat(String format, String text, String expected) throws UnreadableDocument {
        ParsedDocument reading = read(response("DTM+2:" + text + ":" + format, "LIN+1+5", "QTY+21:10"));

        assertEquals(List.of(), reading.warnings());
        assertEquals(expected, String.valueOf(reading.orders().get(0).expectedOn()));
    }

    @ParameterizedTest
    @CsvSource({"616, 202754", "616, 202600", "610, 202613", "718, 20261210", "718, 2026121020261317", "719, 2026"})
    void aPeriodThatDoesNotExistIsLeftOutWithAWarning(String format, String text) throws UnreadableDocument {
        ParsedDocument reading = read(response("DTM+2:" + text + ":" + format, "LIN+1+5", "QTY+21:10"));

        assertNull(reading.orders().get(0).expectedOn());
        assertTrue(
                reading.warnings().get(0).contains("\"" + text + "\" is no period of format " + format),
                reading.warnings()::toString);
    }

    /** QTY, PRI: a quantity or price below zero is a fault with its place; QVR is a difference and has a sign. */
    @ParameterizedTest
    @ValueSource(strings = {"QTY+21:-5", "QTY+113:5-", "PRI+AAA:-2.50"})
    void whatIsNegativeIsAFaultWithItsPlace(String segment) {
        UnreadableDocument refused = unreadable(response("LIN+1+3", segment));

        assertTrue(refused.getMessage().contains("is negative"), refused.getMessage());
        assertTrue(refused.place().contains(segment.substring(0, 3)), refused.place());
    }

    /** 83 and QVR with BP are on back order; what is not said to be delivered is not confirmed. */
    @ParameterizedTest
    @CsvSource({
        "QTY+21:200'QTY+83:150, status=BACK_ORDERED ordered=200 backOrdered=150",
        "QTY+21:200'QTY+113:50'QTY+83:150, status=BACK_ORDERED ordered=200 confirmed=50 backOrdered=150",
        "QTY+21:200'QVR+-150:21+BP, status=BACK_ORDERED ordered=200 confirmed=50 backOrdered=150",
        "QTY+21:200'QVR+-150:21+CP, status=CHANGED ordered=200 confirmed=50 cancelled=150",
    })
    void backOrderedQuantitiesConfirmNothing(String segments, String expected) throws UnreadableDocument {
        List<String> all = new ArrayList<>(List.of("LIN+1+3"));
        all.addAll(List.of(segments.split("'")));

        assertEquals(
                List.of("line=1 " + expected + " code=3"),
                lines(read(response(all.toArray(String[]::new))).orders().get(0)));
    }

    @Test
    void aPriceForNoUnitsIsNoPrice() throws UnreadableDocument {
        ParsedDocument reading = read(response("LIN+1+5", "QTY+21:10", "PRI+AAA:12.50:CT:AAA:0:PCE"));

        assertNull(reading.orders().get(0).lines().get(0).unitCost());
        assertTrue(reading.warnings().get(0).startsWith("The price is for 0 units"), reading.warnings()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\r\n  \t", "\ufeff", "\u00a0\n\ufeff"})
    void readsInterchangesWithBlanksAndMarksBetweenThem(String between) throws UnreadableDocument {
        String one = response("LIN+1+5", "QTY+21:10");

        ParsedDocument reading = read("\ufeff" + between + one + between + one.replace("PO-1", "PO-2") + between);

        assertEquals(
                List.of("PO-1", "PO-2"),
                reading.orders().stream().map(SupplierOrder::orderNumber).toList());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void readsTwoInterchangesThatAreEachWrappedAtEightyCharacters() throws UnreadableDocument {
        String one = wrapped(response("LIN+1+5", "QTY+21:10", "LIN+2+5", "QTY+21:20"));

        ParsedDocument reading = read(one + "\n" + one.replace("PO-1", "PO-2") + "\r\n");

        assertEquals(
                List.of("PO-1", "PO-2"),
                reading.orders().stream().map(SupplierOrder::orderNumber).toList());
        assertEquals(2, reading.orders().get(1).lines().size());
    }

    private static String wrapped(String text) {
        return text.replaceAll(".{80}", "$0\n");
    }

    @Test
    void saysThatUnaIsMissingWhereOtherCharactersPartElements() {
        String document = response("LIN+1+5", "QTY+21:10")
                .replace("UNA:+.? '", "")
                .replace('+', '|')
                .replace(':', ';');

        assertTrue(unreadable(document).getMessage().startsWith("UNA is missing: behind UNB stands \"|\""));
    }
}
