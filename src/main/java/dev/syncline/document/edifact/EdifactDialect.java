package dev.syncline.document.edifact;

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

/** Reads interchanges of EDIFACT. */
final class EdifactDialect implements EdiDialect {
    private static final EnvelopeTags TAGS = new EnvelopeTags(
            "message", "UNB", UnbHeader.REFERENCE, "UNZ", "UNG", 5, "UNE", "UNH", 1, "UNT", false, Set.of());
    private static final Pattern TAG = Pattern.compile("[A-Z]{3}");
    private static final Set<String> TELLING =
            Set.of("LIN", "PIA", "QTY", "QVR", "DTM", "RFF", "PRI", "IMD", "CPS", "NAD", "CUX", "UNS", "CNT", "UNT");
    private static final int PREPARED = 4;
    private static final int TEST_INDICATOR = 11;
    private static final Map<String, String> OTHERS = Map.of(
            "ORDCHG", "is a change that a buyer sends; a supplier answers it with ORDRSP",
            "INVOIC", "is an invoice",
            "CONTRL", "acknowledges what was sent to the supplier",
            "APERAK", "is an application error and acknowledgement",
            "OSTRPT", "is an order status report, which is not read");

    private final ContrlWriter contrl;

    EdifactDialect(Clock clock) {
        contrl = new ContrlWriter(clock);
    }

    @Override
    public String name() {
        return "EDIFACT";
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
        Opening opening = UnbHeader.open(text, from, TAG, limits);
        if (opening.header().size() > TEST_INDICATOR
                && opening.header().get(TEST_INDICATOR).strip().equals("1")) {
            warnings.add(TestIndicator.warning("0035 of UNB is 1"));
        }
        return opening;
    }

    /** References are reused, so the id has the time, too. */
    @Override
    public String id(Interchange interchange) {
        return interchange.header(UnbHeader.REFERENCE) + "-"
                + String.join("-", interchange.delimiters().components(interchange.header(PREPARED)));
    }

    /** Returns the components of UNH's message identifier: type, version, release, agency, association's code. */
    static List<String> identifier(Interchange interchange, EdiMessage message) {
        return interchange.delimiters().components(message.header(2));
    }

    @Override
    public String type(Interchange interchange, EdiMessage message) {
        return identifier(interchange, message).get(0).strip();
    }

    @Override
    public String version(Interchange interchange, EdiMessage message) {
        List<String> identifier = identifier(interchange, message);
        return identifier.size() < 3
                ? ""
                : identifier.get(1).strip() + "." + identifier.get(2).strip();
    }

    @Override
    public boolean reads(String type) {
        return EdifactOrders.TYPES.contains(type);
    }

    @Override
    public Set<String> telling() {
        return TELLING;
    }

    @Override
    public String order(String type, List<String> elements, Delimiters delimiters) {
        String tag = elements.get(0).strip();
        int at = tag.equals("RFF") ? 1 : tag.equals("BGM") && type.equals("ORDERS") ? 2 : 0;
        if (at == 0 || at >= elements.size()) {
            return null;
        }
        List<String> components = delimiters.components(elements.get(at));
        if (at == 2) {
            return components.get(0);
        }
        return components.size() > 1 && components.get(0).equals("ON") ? components.get(1) : null;
    }

    @Override
    public boolean acknowledges(String type) {
        return type.equals("CONTRL");
    }

    @Override
    public String whyNot(String type) {
        return "EDIFACT " + type + " " + OTHERS.getOrDefault(type, "is not one of ORDERS, ORDRSP and DESADV") + ".";
    }

    /** StAEDI needs the service characters and a syntax version. */
    @Override
    public Frame frame(Interchange interchange, EdiMessage message, Delimiters d) {
        boolean four = d.repetition() != Delimiters.NONE && d.release() != Delimiters.NONE;
        String before = "UNA" + d.component() + d.element() + '.' + (d.release() == Delimiters.NONE ? ' ' : d.release())
                + (four ? d.repetition() : ' ') + d.terminator()
                + ("UNB+UNOA:" + (four ? '4' : '3') + "+SYNCLINE+SYNCLINE+000101:0000+1")
                        .replace('+', '\0')
                        .replace(':', d.component())
                        .replace('\0', d.element())
                + d.terminator();
        return new Frame(before, "UNZ+1+1".replace('+', d.element()) + d.terminator());
    }

    @Override
    public MessageReader reader(Interchange interchange, EdiMessage message, EdiWarnings warnings) {
        List<String> prepared = interchange.delimiters().components(interchange.header(PREPARED));
        EdifactContext context = new EdifactContext(
                prepared.get(0),
                prepared.size() > 1 ? prepared.get(1) : null,
                interchange.header(UnbHeader.REFERENCE),
                warnings);
        return new EdifactOrders(type(interchange, message), context);
    }

    @Override
    public Acknowledgement acknowledge(Interchange interchange, List<Outcome> outcomes) {
        return contrl.of(this, interchange, outcomes);
    }

    @Override
    public Acknowledgement refuse(Opening opening) {
        return contrl.refusal(opening);
    }
}
