package dev.syncline.document.x12;

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
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edi.EdiSamples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class X12ReaderTest {
    private static final String MIXED = ownText("x12/mixed.x12");

    private final X12Reader reader = new X12Reader(EdiSamples.CLOCK);

    private ParsedDocument read(String document) throws UnreadableDocument {
        return reader.read(document.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);
    }

    private UnreadableDocument unreadable(String document) {
        return assertThrows(UnreadableDocument.class, () -> read(document));
    }

    @Test
    void readsTransactionsOfSeveralTypesAndNamesTheOthers() throws UnreadableDocument {
        ParsedDocument reading = read(MIXED);
        assertEquals("000004711-261201-0815", reading.id());
        assertEquals("X12 855 004010, 856 004010", reading.type());
        assertEquals(List.of("X12 810 is an invoice. It was not read"), reading.warnings());
        assertEquals(List.of(), reading.faults());
        assertEquals(3, reading.orders().size());
    }

    /** Two ACK tell of parts of a line, BP leaves the balance to come, and a line without ACK is as BAK02 says. */
    @Test
    void readsTheStatusOfEachLineOfAConfirmation() throws UnreadableDocument {
        SupplierOrder order = read(MIXED).orders().get(0);
        assertEquals(
                "kind=CONFIRMATION at=2026-12-01T08:15:00Z sequence=4711 orderNumber=PO-1001 supplierOrderNumber=SO-77"
                        + " status=CHANGED currency=USD expectedOn=2026-12-15",
                told(order));
        assertEquals(
                List.of(
                        "line=1 item=A-100 supplierItem=AT-100 gtin=012345678905 description=Cement, bag 50 lb"
                                + " status=BACK_ORDERED ordered=10 confirmed=6 backOrdered=4 unit=EA unitCost=12.5"
                                + " expectedOn=2027-01-10 code=IA IB",
                        "line=2 item=A-200 supplierItem=AT-200 status=CHANGED ordered=5 confirmed=5 unit=BX"
                                + " unitCost=1.00 code=IP",
                        "line=3 item=A-300 status=REJECTED ordered=7 cancelled=7 unit=EA unitCost=3 code=IR",
                        "line=4 item=A-400 status=CANCELLED ordered=9 cancelled=9 unit=EA unitCost=4 code=ID",
                        "line=5 item=A-500 status=BACK_ORDERED ordered=20 confirmed=15 backOrdered=5 unit=EA"
                                + " unitCost=1.25 expectedOn=2026-12-09 code=BP",
                        "line=6 item=A-600 status=CHANGED ordered=3 confirmed=3 unit=EA unitCost=2 code=AC"),
                lines(order));
    }

    /** One line in two packs is one line; an item with an order of its own does not belong to that of its shipment. */
    @Test
    void readsPacksAndOrdersOfAShipment() throws UnreadableDocument {
        ParsedDocument reading = read(MIXED);
        SupplierOrder first = reading.orders().get(1);
        assertEquals(
                "kind=SHIPMENT number=SHP-9 at=2026-12-01T08:10:00Z sequence=4711 orderNumber=PO-1001"
                        + " supplierOrderNumber=SO-77 status=SHIPPED expectedOn=2026-12-03 tracking=[PRO-555]",
                told(first));
        assertEquals(
                List.of("line=1 item=A-100 status=SHIPPED ordered=10 shipped=5 unit=EA tracking=[1Z999, 1Z998]"),
                lines(first));
        SupplierOrder second = reading.orders().get(2);
        assertEquals("PO-1002", second.orderNumber());
        assertEquals(List.of("line=7 item=A-700 status=SHIPPED shipped=40 cumulative=true unit=EA"), lines(second));
    }

    @Test
    void readsAChange() throws UnreadableDocument {
        ParsedDocument reading = read(ownText("x12/change.x12"));
        SupplierOrder order = reading.orders().get(0);
        assertEquals(
                "kind=CHANGE at=2026-12-02T10:15:00Z sequence=4712 orderNumber=PO-1001 supplierOrderNumber=SO-77"
                        + " status=CHANGED expectedOn=2026-12-18",
                told(order));
        assertEquals(
                List.of(
                        "line=1 item=A-100 status=CHANGED ordered=12 confirmed=12 unit=EA unitCost=12.5"
                                + " expectedOn=1999-12-31 code=QI IQ",
                        "line=2 item=A-200 status=CHANGED ordered=5 confirmed=5 unit=BX unitCost=0.98"
                                + " expectedOn=2026-12-22 code=RS",
                        "line=3 item=A-300 status=CANCELLED ordered=7 unit=EA unitCost=3 code=DI",
                        "line=4 item=A-400 status=ACCEPTED ordered=9 unit=EA unitCost=4 code=NC",
                        "line=5 item=A-500 ordered=1 unit=EA unitCost=4 code=XX"),
                lines(order));
        assertEquals(
                List.of(
                        "\"20269999\" is no date, and was left out (segment 13 (DTM), element 2, character 439)",
                        "Code XX is not in the standard's list, and was left out (segment 14 (POC), element 2, character"
                                + " 457)"),
                reading.warnings());
    }

    @Test
    void readsAnOrder() throws UnreadableDocument {
        ParsedDocument reading = read(ownText("x12/order.x12"));
        SupplierOrder order = reading.orders().get(0);
        assertEquals(List.of(), reading.warnings());
        assertEquals(
                "kind=ORDER number=PO-1001 at=2026-11-28T00:00:00Z sequence=4710 orderNumber=PO-1001 currency=USD"
                        + " expectedOn=2026-12-15",
                told(order));
        assertEquals(
                List.of(
                        "line=1 item=A-100 supplierItem=AT-100 description=Cement, bag 50 lb ordered=10 unit=EA"
                                + " unitCost=12.50",
                        "line=2 item=A-200 ordered=5 unit=BX unitCost=1.00 expectedOn=1999-12-31"),
                lines(order));
    }

    static Stream<Map.Entry<String, UnaryOperator<String>>> oddities() {
        return Stream.of(
                Map.entry("as it is", d -> d),
                Map.entry("byte order mark", d -> "\ufeff" + d),
                Map.entry("no line breaks", d -> d.replace("\n", "")),
                Map.entry("CR LF and indentation", d -> d.replace("\n", "\r\n      ")),
                Map.entry("no terminator at the end", d -> d.substring(0, d.length() - 2)),
                Map.entry("blanks and zeros behind", d -> d + "\r\n\r\n \0\0\u001a"),
                Map.entry("line breaks end segments", d -> d.replace("~\n", "\n")),
                Map.entry("CR LF ends segments", d -> d.replace("~\n", "\r\n")),
                Map.entry("CR ends segments", d -> d.replace("~\n", "\r")),
                Map.entry("an ellipsis of three bytes ends segments", d -> d.replace("~", "\u2026")),
                Map.entry("a pair of surrogates ends segments", d -> d.replace("~", "\ud83d\ude9a")),
                Map.entry("control characters", d -> d.replace("\n", "")
                        .replace('~', '\u001c')
                        .replace('*', '\u001d')
                        .replace('>', '\u001f')),
                Map.entry("a blank between components", d -> d.replace("*P*>", "*P* ")),
                Map.entry("a letter that repeats", d -> d.replace("*U*00401*", "*U*00501*")),
                Map.entry("lines of eighty characters", d -> d.replace("\n", "").replaceAll(".{80}", "$0\r\n")),
                Map.entry("short padding in ISA", d -> d.replace("ATLASSUPPLY    ", "ATLASSUPPLY")),
                Map.entry("U+00A0 in ISA", d -> d.replace("ATLASSUPPLY    ", "ATLASSUPPLY \u00a0 \u00a0")),
                Map.entry("other GS than ISA", d -> d.replace("GS*PR*ATLASSUPPLY", "GS*PR*ATLAS2")),
                Map.entry("a wrong count", d -> d.replace("SE*19*", "SE*33*")),
                Map.entry("a wrong reference", d -> d.replace("IEA*3*000004711", "IEA*2*000004799")),
                Map.entry("wrong totals", d -> d.replace("CTT*6*54", "CTT*5*53").replace("CTT*7*5", "CTT*9*9")),
                Map.entry("empty segments", d -> d.replace("CUR*SE*USD~", "~~CUR*SE*USD~")),
                Map.entry("text behind the end", d -> d + "bye"));
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
        assertEquals(plain.type(), odd.type());
        assertEquals(List.of(), odd.faults());
    }

    @Test
    void namesDeclaredAndActualOfCountsAndReferences() throws UnreadableDocument {
        List<String> warnings = read(MIXED.replace("SE*19*0001", "SE*33*0009")
                        .replace("GE*1*881", "GE*4*888")
                        .replace("IEA*3*000004711", "IEA*2*000004799")
                        .replace("CTT*6*54", "CTT*5*53"))
                .warnings();
        assertEquals(
                List.of(
                        "SE declares 33, there are 19",
                        "SE refers to 0009, its header is 0001",
                        "GE declares 4, there are 1",
                        "GE refers to 888, its header is 881",
                        "IEA declares 2, there are 3",
                        "IEA refers to 000004799, its header is 000004711",
                        "CTT declares 5 lines, there are 6",
                        "CTT declares a hash total of 53, it is 54",
                        "X12 810 is an invoice. It was not read"),
                warnings.stream().map(w -> w.replaceAll(" \\(segment.*", "")).toList());
    }

    @Test
    void readsIso8859WhereItIsNoUtf8() throws UnreadableDocument {
        byte[] document = MIXED.replace("Cement", "Zément").getBytes(StandardCharsets.ISO_8859_1);
        ParsedDocument reading = reader.read(document, DocumentLimits.DEFAULT);
        assertEquals("Zément, bag 50 lb", reading.orders().get(0).lines().get(0).description());
    }

    @Test
    void readsEmojiAsReplacementCharacters() throws UnreadableDocument {
        ParsedDocument reading = read(MIXED.replace("Cement", "\ud83d\ude9a"));
        assertEquals("\ufffd, bag 50 lb", reading.orders().get(0).lines().get(0).description());
        assertTrue(reading.warnings().get(0).contains("read as U+FFFD"));
    }

    @Test
    void readsInterchangesOneBehindTheOther() throws UnreadableDocument {
        ParsedDocument reading = read(ownText("x12/order.x12") + ownText("x12/change.x12"));
        assertEquals("000004710-261130-0900 000004712-261202-1015", reading.id());
        assertEquals("X12 850 003040, 865 005010", reading.type());
        assertEquals(2, reading.orders().size());
        assertEquals(2, EdiSamples.text(reading).split("ISA\\*").length - 1);
    }

    @Test
    void keepsWhatIsWholeBesideABrokenTransaction() throws UnreadableDocument {
        ParsedDocument reading = read(MIXED.replace("SE*19*0001~\n", ""));
        assertEquals(2, reading.orders().size());
        assertEquals(1, reading.faults().size());
        assertEquals(
                "transaction 855 0001, segment 21 (GE), character 599",
                reading.faults().get(0).place());
        assertTrue(reading.faults().get(0).problem().endsWith("has no SE before this"));
        assertTrue(EdiSamples.text(reading).contains("AK2*855*0001~AK5*R*2~AK9*R*1*1*0~"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PO1*1*10*EA>PO1*1*1O*EA>segment 7 (PO1), element 2>is no quantity",
                "SN1**3*EA>SN1**3x*EA>segment 41 (SN1), element 2>is no quantity",
                "BAK*00*AC*PO-1001>BAK*00*AC*>segment 4 (BAK), element 3>names no order",
                "BAK*00>BAX*00>segment 4 (BAX)>BAK is missing",
                "BAK*00>BAK*01>segment 4 (BAK), element 1>takes back an earlier acknowledgment",
                "BSN*00>BSN*01>segment 25 (BSN), element 1>takes back ship notice SHP-9",
                "HL*5*2*P>HL*5*9*P>segment 37 (HL), element 2>belongs to HL 9, which is not there",
                "PO1*3*7*EA*3**BP*A-300~>P01*3*7*EA*3**BP*A-300~>segment 20 (CTT), element 1>a line is damaged",
                "ACK*IA*6*EA*067*20261210~\nACK>ACK*IA*6*EA*067*20261210|ACK>segment 9 (ACK), element 5>a terminator is damaged",
                "PID*F****Cement>pid*F****Cement>segment 8 (pid)>is not the name of a segment",
                "PID*F****Cement>*F****Cement>segment 8 ()>is not the name of a segment",
                "DTM*067*20261215~\n>DTM*067*20261215\n>segment 6 (DTM)>its terminator is missing"
            })
    void faultsTellWhere(String change) throws UnreadableDocument {
        String[] parts = change.split(">");
        assertTrue(MIXED.contains(parts[0]), parts[0]);
        ParsedDocument reading = read(MIXED.replace(parts[0], parts[1]));
        assertEquals(1, reading.faults().size());
        ParsedDocument.Fault fault = reading.faults().get(0);
        assertTrue(fault.place().contains(parts[2]), fault.place());
        assertTrue(fault.problem().contains(parts[3]), fault.problem());
        assertTrue(reading.orders().size() == 1 || reading.orders().size() == 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IEA*3*000004711~>->It ends without IEA",
                "GS*IN*>IEA*3*000004711~GS*IN*>-",
                "ISA*>ISB*>where an interchange begins with ISA",
                "ISA*00>ISAA00>cannot part elements",
                "*00401*>*004O1*>is no version",
                "*000004711*0*P*>*         *0*P*>It has no control number",
                "*P*:>*PROD*:>is no usage indicator",
                "*0*P*>*0P*>fewer than 16 elements"
            })
    void refusesBrokenEnvelopes(String change) throws UnreadableDocument {
        String[] parts = change.split(">", 3);
        String document = MIXED.replace("*P*>", "*P*:");
        assertTrue(document.contains(parts[0]), parts[0]);
        String broken = document.replaceFirst(
                java.util.regex.Pattern.quote(parts[0]),
                java.util.regex.Matcher.quoteReplacement(parts[1].equals("-") ? "" : parts[1]));
        if (parts[2].equals("-")) {
            assertTrue(read(broken).warnings().toString().contains("Behind IEA there are"));
            return;
        }
        UnreadableDocument e = unreadable(broken);
        assertTrue(e.getMessage().contains(parts[2]), e.getMessage());
        assertTrue(e.place().contains("character"), e.place());
    }

    @Test
    void refusesBlankTerminatorsThatStandInDataToo() {
        String document = MIXED.replace("~\n", " \n").replace("bag 50 lb \n", "bag 50 lb\n");
        UnreadableDocument e = unreadable(document);
        assertTrue(e.getMessage().contains("is a blank, and this line does not end in one"), e.getMessage());
    }

    @Test
    void refusesACutInterchangeByTa1() {
        UnreadableDocument e = unreadable(MIXED.substring(0, 700));
        assertEquals(
                "ISA*00*          *00*          *ZZ*SYNCLINE       *ZZ*ATLASSUPPLY    *261122*0405*U*00401*000004711*0*P*:~"
                        + "TA1*000004711*261201*0815*R*023~IEA*0*000004711~",
                EdiSamples.text(e.acknowledgement()));
    }

    @Test
    void refusesWhatHasNoTransactionForUs() {
        UnreadableDocument e = unreadable(MIXED.replace("*855*", "*810*").replace("*856*", "*832*"));
        assertEquals("X12 810 is an invoice. X12 832 is not one of 850, 855, 856 and 865.", e.getMessage());
        assertNull(e.place());
    }

    /** The second of two transactions of one day is told apart by DTM 097, and POC02 gives way to ACK. */
    @Test
    void takesTheTimeOfTheTransactionAndTheStatusOfAck() throws UnreadableDocument {
        String change = ownText("x12/change.x12")
                .replace("DTM^068", "DTM^097^20261202^101533^UT~\nDTM^068")
                .replace("ACK^IQ^12^EA", "ACK^IA^8^EA~\nACK^IR^4^EA");
        SupplierOrder order = read(change).orders().get(0);
        assertEquals("2026-12-02T10:15:33Z", order.at().toString());
        assertEquals(
                "line=1 item=A-100 status=CHANGED ordered=12 confirmed=8 cancelled=4 unit=EA unitCost=12.5"
                        + " expectedOn=1999-12-31 code=QI IA IR",
                lines(order).get(0));
    }

    private static String shipNotice(String structure, String... segments) {
        String body = "BSN*00*SHP-1*20261201*0810" + structure + "~" + String.join("~", segments) + "~";
        return "ISA*00*          *00*          *ZZ*ATLASSUPPLY    *ZZ*SYNCLINE       *261201*0815*U*00401*000000001*0*P*>~"
                + "GS*SH*ATLASSUPPLY*SYNCLINE*20261201*0815*1*X*004010~ST*856*0001~" + body + "SE*"
                + (segments.length + 3) + "*0001~GE*1*1~IEA*1*000000001~";
    }

    private static String change(String... segments) {
        return "ISA*00*          *00*          *ZZ*ATLASSUPPLY    *ZZ*SYNCLINE       *261201*0815*U*00401*000000001*0*P*>~"
                + "GS*CA*ATLASSUPPLY*SYNCLINE*20261201*0815*1*X*004010~ST*865*0001~BCA*04*AC*P1***20261201~"
                + String.join("~", segments) + "~SE*" + (segments.length + 3) + "*0001~GE*1*1~IEA*1*000000001~";
    }

    /** HL02 is optional: the order and HL03 tell which level belongs to which. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "       | S O:P1 I:1:10              | P1 1=10",
                "*0001  | S O:P1 P I:1:10 P I:2:5    | P1 1=10 2=5",
                "*0001  | S O:P1 T P I:1:10 O:P2 I:2:5 | P1 1=10 P2 2=5",
                "*0002  | S O:P1 I:1:10 P I:2:5 P    | P1 1=10 2=5",
                "*0003  | S P O:P1 I:1:10 P O:P2 I:2:5 | P1 1=10 P2 2=5",
                "*0004  | S O:P1 I:1:10 I:2:5 O:P2 I:1:7 | P1 1=10 2=5 P2 1=7",
            })
    void levelsWithoutTheirParentsNumberBelongByTheirKind(String structure, String levels, String expected)
            throws UnreadableDocument {
        List<String> segments = new ArrayList<>();
        int number = 0;
        for (String level : levels.strip().split(" ")) {
            String[] parts = level.split(":");
            segments.add("HL*" + ++number + "**" + parts[0]);
            if (parts[0].equals("O")) {
                segments.add("PRF*" + parts[1]);
            } else if (parts[0].equals("I")) {
                segments.add("LIN*" + parts[1]);
                segments.add("SN1*" + parts[1] + "*" + parts[2] + "*EA");
            }
        }
        ParsedDocument reading =
                read(shipNotice(structure == null ? "" : structure.strip(), segments.toArray(String[]::new)));

        StringJoiner shipped = new StringJoiner(" ");
        for (SupplierOrder order : reading.orders()) {
            shipped.add(order.orderNumber());
            order.lines().forEach(line -> shipped.add(line.line() + "=" + line.shipped()));
        }
        assertEquals(expected, shipped.toString());
    }

    @Test
    void linesAtTheOrderLevelAreShippedToo() throws UnreadableDocument {
        ParsedDocument reading = read(shipNotice("", "HL*1**S", "HL*2*1*O", "PRF*P1", "LIN*1*BP*A-1", "SN1*1*10*EA"));

        assertEquals(
                List.of("line=1 item=A-1 status=SHIPPED shipped=10 unit=EA"),
                lines(reading.orders().get(0)));
    }

    /** Structure 0002: packages below their item say how much of it is in each. */
    @Test
    void quantitiesOfPackagesBelowAnItemAddUpWhereItHasNone() throws UnreadableDocument {
        ParsedDocument reading = read(shipNotice(
                "*0002",
                "HL*1**S",
                "HL*2*1*O",
                "PRF*P1",
                "HL*3*2*I",
                "LIN*1",
                "HL*4*3*P",
                "SN1**4*EA",
                "HL*5*3*P",
                "SN1**6*EA"));

        assertEquals(
                List.of("line=1 status=SHIPPED shipped=10 unit=EA"),
                lines(reading.orders().get(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LIN*1~SN1*1*10*EA~HL*3*2*I~LIN*2~SN1*2*5*EA->SN1 stands at a level (HL O) that has items of its own",
                "HL*3*2*I~LIN*1~SN1*1*10*EA~LIN*2~SN1*2*5*EA->LIN stands twice in one level (HL I)",
                "HL*3*2*I~LIN*1->LIN names an item and no SN1 says what was shipped of it",
                "LIN*1->LIN names an item and no SN1 says what was shipped of it",
                "HL*3*2*I~LIN*1~SN1*1**EA->SN1 says no quantity that was shipped",
            })
    void aShipNoticeThatDoesNotSayWhatWasShippedIsRefused(String attempt) {
        String[] parts = attempt.split("->");
        String problem = unreadable(shipNotice("", ("HL*1**S~HL*2*1*O~PRF*P1~" + parts[0]).split("~")))
                .getMessage();

        assertTrue(problem.contains(parts[1]), problem);
    }

    @Test
    void aShipNoticeWithoutItemsKeepsItsDatesAndSaysThatNothingWasCounted() throws UnreadableDocument {
        ParsedDocument reading = read(shipNotice("", "HL*1**S", "DTM*017*20261224", "HL*2*1*O", "PRF*P1"));

        assertEquals("2026-12-24", reading.orders().get(0).expectedOn().toString());
        assertEquals(List.of(), reading.orders().get(0).lines());
        assertTrue(reading.warnings().get(0).contains("nothing was counted as shipped"), reading.warnings()::toString);
    }

    /** POC03, POC04, POC06, SN102, ACK02: a quantity or price below zero is a fault with its place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POC*1*QD*-5*0*EA*2->\"-5\" is negative",
                "POC*1*QD*5-*0*EA*2->\"-5\" is negative",
                "POC*1*QD*5*-1*EA*2->\"-1\" is negative",
                "POC*1*PC*5*5*EA*-2.50->\"-2.50\" is negative",
                "POC*1*PC*5*5*EA*2~ACK*IA*-3*EA->\"-3\" is negative",
            })
    void whatIsNegativeIsAFaultWithItsPlace(String attempt) {
        String[] parts = attempt.split("->");
        UnreadableDocument refused = unreadable(change(parts[0].split("~")));

        assertTrue(refused.getMessage().contains(parts[1]), refused.getMessage());
        assertTrue(refused.place().contains(parts[0].contains("ACK") ? "ACK" : "POC"), refused.place());
    }
}
