package dev.syncline.supplier.edi;

import dev.syncline.supplier.edi.Broken.Kind;
import dev.syncline.supplier.edi.Dialect.Frame;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the segments of one message with StAEDI, in an envelope of its own: what StAEDI cannot take breaks no other
 * message. Delimiters that it cannot take are replaced by characters that the message does not have.
 */
final class StaediSegments {
    private static final String SPARE = "~^|!#$\u001c\u001d\u001e\u001f";

    private final Dialect dialect;
    private final EDIInputFactory factory = EDIInputFactory.newFactory();

    StaediSegments(Dialect dialect) {
        this.dialect = dialect;
        // Counts and references are compared by Envelope; codes of parties are the partners' affair
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, "false");
    }

    List<Segment> read(Interchange interchange, Message message, Warnings warnings) throws Broken {
        List<RawSegment> raws = message.segments();
        Delimiters delimiters = taken(interchange.delimiters(), message);
        Frame frame = dialect.frame(interchange, message, delimiters);
        StringBuilder text = new StringBuilder(frame.before());
        for (RawSegment raw : raws) {
            text.append(raw.text()).append(delimiters.terminator());
        }
        text.append(frame.after());
        List<Segment> segments = new ArrayList<>(raws.size());
        try {
            read(withoutSurrogates(text, raws.get(0), warnings), raws, segments);
        } catch (EDIStreamException | RuntimeException e) {
            throw new Broken(
                    Kind.SEGMENT,
                    raws.get(Math.min(segments.size(), raws.size() - 1)),
                    0,
                    "It cannot be read: " + why(e));
        }
        if (segments.size() != raws.size()) {
            throw new Broken(
                    Kind.SEGMENT,
                    raws.get(0),
                    0,
                    "Of " + raws.size() + " segments, " + segments.size() + " can be told apart");
        }
        return segments;
    }

    private void read(String text, List<RawSegment> raws, List<Segment> segments) throws EDIStreamException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
        List<List<String>> elements = null;
        while (reader.hasNext() && segments.size() < raws.size()) {
            EDIStreamEvent event = reader.next();
            if (event == EDIStreamEvent.START_SEGMENT) {
                boolean ours = !segments.isEmpty()
                        || reader.getText().equals(raws.get(0).tag());
                elements = ours ? new ArrayList<>() : null;
            } else if (event == EDIStreamEvent.ELEMENT_DATA && elements != null) {
                take(reader, elements);
            } else if (event == EDIStreamEvent.END_SEGMENT && elements != null) {
                segments.add(new Segment(raws.get(segments.size()), elements));
            }
        }
    }

    private static void take(EDIStreamReader reader, List<List<String>> elements) {
        Location location = reader.getLocation();
        if (location.getElementOccurrence() > 1) {
            return;
        }
        while (elements.size() < location.getElementPosition()) {
            elements.add(new ArrayList<>(1));
        }
        elements.get(location.getElementPosition() - 1).add(reader.getText());
    }

    /** StAEDI decodes character by character, so pairs of surrogates (emoji) are too much for it. */
    private static String withoutSurrogates(StringBuilder text, RawSegment first, Warnings warnings) {
        String plain = text.toString();
        if (plain.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return plain;
        }
        warnings.add(first, 0, "Characters beyond the basic plane of Unicode, such as emoji, are read as U+FFFD");
        return plain.replaceAll("[\ud800\udc00-\udbff\udfff]", "\ufffd");
    }

    private static Delimiters taken(Delimiters own, Message message) throws Broken {
        boolean plain = !own.lines()
                && own.terminator().length() == 1
                && isTaken(own.terminator().charAt(0));
        boolean repeats = own.repetition() != Delimiters.NONE;
        if (plain && isTaken(own.component()) && (!repeats || isTaken(own.repetition()))) {
            return own;
        }
        StringBuilder used = new StringBuilder().append(own.element()).append(own.release());
        char component = isTaken(own.component()) ? own.component() : spare(message, used);
        used.append(component);
        char repetition = !repeats || isTaken(own.repetition()) ? own.repetition() : spare(message, used);
        used.append(repetition);
        String terminator = plain ? own.terminator() : "" + spare(message, used);
        return new Delimiters(terminator, false, own.element(), component, repetition, own.release());
    }

    private static boolean isTaken(char c) {
        return !Character.isLetterOrDigit(c) && !Character.isWhitespace(c) && !Character.isSurrogate(c)
                || c >= '\u001c' && c <= '\u001f';
    }

    private static char spare(Message message, StringBuilder used) throws Broken {
        for (char c : SPARE.toCharArray()) {
            if (used.indexOf("" + c) < 0
                    && message.segments().stream().noneMatch(s -> s.text().indexOf(c) >= 0)) {
                return c;
            }
        }
        throw new Broken(
                Kind.SEGMENT, message.segments().get(0), 0, "It has every character that could stand for a delimiter");
    }

    private static String why(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return RawSegment.shown(
                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), 160);
    }
}
