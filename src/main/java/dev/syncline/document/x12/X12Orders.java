package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.edi.MessageReader;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import dev.syncline.document.edi.UnreadableMessage.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the four transaction sets, and checks what holds for all of them. */
final class X12Orders implements MessageReader {
    private static final Map<String, String> BEGINNINGS =
            Map.of("850", "BEG", "855", "BAK", "856", "BSN", "865", "BCA");

    static final Set<String> TYPES = BEGINNINGS.keySet();

    /** The most elements of a segment in any version; a segment with more contains another one. */
    private static final Map<String, Integer> MOST_ELEMENTS = Map.ofEntries(
            Map.entry("ACK", 29),
            Map.entry("BSN", 8),
            Map.entry("CTT", 7),
            Map.entry("DTM", 6),
            Map.entry("HL", 4),
            Map.entry("LIN", 31),
            Map.entry("N1", 6),
            Map.entry("PID", 9),
            Map.entry("PO1", 25),
            Map.entry("POC", 27),
            Map.entry("PRF", 7),
            Map.entry("REF", 4),
            Map.entry("SE", 2),
            Map.entry("SN1", 8));

    /** The segments of the four sets, of all versions. */
    private static final Set<String> SEGMENTS = Set.of(
            ("ST SE BAK BCA BEG BSN ACK ADV AMT AT9 BCH CD3 CLD CN1 CRC CSH CTB CTP CTT CUR DD DIS DMI DTM EFI EM"
                            + " ETD FA1 FA2 FOB G53 G61 GF H1 HL IMM INC IT3 IT8 ITA ITD LC LDT LE LFH LH1 LIN LM LN LN2"
                            + " LOC LQ LS LX M7 MAN MEA MSG MTX N1 N2 N3 N4 N9 NM1 NTE NX2 PAD PAL PAM PCT PD PER PID PKD"
                            + " PKG PKL PO1 PO3 PO4 POC PRF PRI PSD PWK Q2 QTY R1 R4 REF RSC SAC SCH SCN SDQ SI SLN SN1"
                            + " SPI SPY SSS SV SWC TAX TC2 TD1 TD3 TD4 TD5 TDS TI TSD TXI UIT V1 V4 VEH YNQ ZA")
                    .split(" "));

    /** The part that differs between the transaction sets. */
    interface Body {
        /**
         * Reads the segment behind ST.
         *
         * @param segment its first one
         */
        void begin(Segment segment) throws UnreadableMessage;

        void take(Segment segment) throws UnreadableMessage;

        List<SupplierOrder> orders() throws UnreadableMessage;
    }

    private final String type;
    private final X12Context context;
    private final X12Totals totals;
    private final Body body;
    private Segment first;
    private boolean begun;

    X12Orders(String type, X12Context context) {
        this.type = type;
        this.context = context;
        this.totals = new X12Totals(context.warnings());
        this.body = switch (type) {
            case "850" -> new X12PurchaseOrder(context, totals);
            case "855" -> new X12Confirmation(context, totals);
            case "865" -> new X12Change(context, totals);
            default -> new X12Shipment(context, totals);
        };
    }

    @Override
    public void take(Segment segment, int position) throws UnreadableMessage {
        int most = MOST_ELEMENTS.getOrDefault(segment.tag(), Integer.MAX_VALUE);
        if (segment.size() > most) {
            throw new UnreadableMessage(
                    Kind.SEGMENT,
                    segment.raw(),
                    most + 1,
                    segment.tag() + " has " + segment.size() + " elements where it has at most " + most
                            + ": the terminator of a segment may be missing");
        }
        if (!SEGMENTS.contains(segment.tag())) {
            totals.unknownSegment();
            context.warnings().add(segment.raw(), 0, "Segment " + segment.tag() + " does not belong to " + type);
        }
        if (position == 1) {
            first = segment;
        } else if (position == 2) {
            begin(segment);
        } else {
            body.take(segment);
        }
    }

    private void begin(Segment segment) throws UnreadableMessage {
        String tag = BEGINNINGS.get(type);
        if (!segment.is(tag)) {
            throw new UnreadableMessage(Kind.SEGMENT, segment.raw(), 0, tag + " is missing: it must stand behind ST");
        }
        begun = true;
        body.begin(segment);
    }

    @Override
    public List<SupplierOrder> orders() throws UnreadableMessage {
        if (!begun) {
            throw new UnreadableMessage(Kind.SEGMENT, first.raw(), 0, "There is nothing behind ST");
        }
        return body.orders();
    }

    static String orderNumber(Segment segment, int element) throws UnreadableMessage {
        String number = segment.get(element);
        if (number == null) {
            throw new UnreadableMessage(Kind.ELEMENT, segment.raw(), element, "It names no order");
        }
        return number;
    }
}
