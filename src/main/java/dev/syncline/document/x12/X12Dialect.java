package dev.syncline.document.x12;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.ParsedDocument.Acknowledgement;
import dev.syncline.document.TestIndicator;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edi.Delimiters;
import dev.syncline.document.edi.EdiDialect;
import dev.syncline.document.edi.EdiMessage;
import dev.syncline.document.edi.EdiWarnings;
import dev.syncline.document.edi.EnvelopeTags;
import dev.syncline.document.edi.Interchange;
import dev.syncline.document.edi.MessageReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads interchanges of X12. */
final class X12Dialect implements EdiDialect {
    static final int CONTROL_NUMBER = 13;
    private static final int USAGE = 15;

    private static final EnvelopeTags TAGS = new EnvelopeTags(
            "transaction",
            "ISA",
            CONTROL_NUMBER,
            "IEA",
            "GS",
            6,
            "GE",
            "ST",
            2,
            "SE",
            true,
            Set.of("TA1", "ISB", "ISE"));
    private static final Pattern TAG = Pattern.compile("[A-Z][A-Z0-9]{1,2}");
    private static final Map<String, String> OTHERS = Map.of(
            "860", "is a change that a buyer sends; a supplier answers it with 865",
            "810", "is an invoice",
            "870", "is an order status report, which is not read",
            "997", "acknowledges what was sent to the supplier",
            "999", "acknowledges what was sent to the supplier",
            "824", "is an application advice");
    private static final Set<String> TELLING = Set.of(
            "PO1", "POC", "ACK", "SCH", "HL", "LIN", "SN1", "PRF", "MAN", "REF", "DTM", "PID", "CTT", "N1", "SE");
    private static final int DATE = 4;
    private static final int TIME = 5;
    private static final int VERSION = 8;

    private final X12Acknowledgement acknowledgement;

    X12Dialect(Clock clock) {
        acknowledgement = new X12Acknowledgement(clock);
    }

    @Override
    public String name() {
        return "X12";
    }

    @Override
    public EnvelopeTags tags() {
        return TAGS;
    }

    @Override
    public Pattern tag() {
        return TAG;
    }

    @Override
    public Opening open(String text, int from, DocumentLimits limits, EdiWarnings warnings) throws UnreadableDocument {
        Opening opening = IsaHeader.open(text, from, warnings);
        if (opening.header().size() > USAGE
                && opening.header().get(USAGE).strip().equals("T")) {
            warnings.add(TestIndicator.warning("ISA15 is T"));
        }
        return opening;
    }

    /** Control numbers are reused, so the id has the time, too. */
    @Override
    public String id(Interchange interchange) {
        return interchange.header(CONTROL_NUMBER) + "-" + interchange.header(9) + "-" + interchange.header(10);
    }

    @Override
    public String type(Interchange interchange, EdiMessage message) {
        return message.header(1);
    }

    @Override
    public String version(Interchange interchange, EdiMessage message) {
        return message.group().header(VERSION);
    }

    @Override
    public boolean reads(String type) {
        return X12Orders.TYPES.contains(type);
    }

    @Override
    public Set<String> telling() {
        return TELLING;
    }

    @Override
    public String order(String type, List<String> elements, Delimiters delimiters) {
        int at =
                switch (elements.get(0).strip()) {
                    case "BAK", "BCA", "BEG" -> 3;
                    case "PRF" -> 1;
                    case "REF" -> elements.size() > 1 && elements.get(1).equals("PO") ? 2 : 0;
                    default -> 0;
                };
        return at == 0 || at >= elements.size() ? null : elements.get(at);
    }

    @Override
    public boolean acknowledges(String type) {
        return type.equals("997") || type.equals("999");
    }

    @Override
    public String whyNot(String type) {
        return "X12 " + type + " " + OTHERS.getOrDefault(type, "is not one of 850, 855, 856 and 865") + ".";
    }

    /** StAEDI needs an interchange header of 106 characters, from which it takes the delimiters alone. */
    @Override
    public Frame frame(Interchange interchange, EdiMessage message, Delimiters d) {
        boolean repeats = d.repetition() != Delimiters.NONE;
        String isa = "ISA*00*          *00*          *ZZ*SYNCLINE       *ZZ*SYNCLINE       *000101*0000*"
                + (repeats ? "\0" : "U") + (repeats ? "*00501" : "*00401") + "*000000001*0*P*";
        String gs = "GS*ZZ*SYNCLINE*SYNCLINE*20000101*0000*1*X*004010";
        return new Frame(
                isa.replace('*', d.element()).replace('\0', d.repetition())
                        + d.component()
                        + d.terminator()
                        + gs.replace('*', d.element())
                        + d.terminator(),
                ("GE*1*1" + d.terminator() + "IEA*1*000000001").replace('*', d.element()) + d.terminator());
    }

    @Override
    public MessageReader reader(Interchange interchange, EdiMessage message, EdiWarnings warnings) {
        X12Context context = new X12Context(
                message.group().header(DATE),
                message.group().header(TIME),
                interchange.header(CONTROL_NUMBER),
                warnings);
        return new X12Orders(type(interchange, message), context);
    }

    @Override
    public Acknowledgement acknowledge(Interchange interchange, List<Outcome> outcomes) {
        return acknowledgement.of(interchange, outcomes);
    }

    @Override
    public Acknowledgement refuse(Opening opening) {
        return acknowledgement.refusal(opening.header());
    }
}
