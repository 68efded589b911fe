package dev.syncline.document.edi;

import dev.syncline.document.edi.EdiDialect.Frame;
import dev.syncline.document.edi.UnreadableMessage.Kind;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.BufferOverflowException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the segments of one message with StAEDI, in an envelope of its own, so that a message that StAEDI refuses
 * affects no other. Delimiters that StAEDI does not support are replaced by characters that the message does not
 * contain.
 */
final class StaediSegments {
    private static final int CHUNK = 8192;
    private static final Pattern SURROGATES = Pattern.compile("[\ud800\udc00-\udbff\udfff]");
    private static final String SPARE = "~^|!#$\u001c\u001d\u001e\u001f";

    private final EdiDialect dialect;
    private final EDIInputFactory factory = EDIInputFactory.newFactory();

    StaediSegments(EdiDialect dialect) {
        this.dialect = dialect;
        // Envelope compares counts and references; codes of parties are agreed between partners
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, "false");
    }

    void read(Interchange interchange, EdiMessage message, MessageReader to, EdiWarnings warnings)
            throws UnreadableMessage {
        List<RawSegment> raws = message.segments();
        Delimiters delimiters = taken(interchange.delimiters(), message);
        Frame frame = dialect.frame(interchange, message, delimiters);
        MergedSegments runTogether = new MergedSegments(raws, interchange.delimiters(), dialect.telling());
        warnOfSurrogates(raws, warnings);
        int read = 0;
        try {
            EDIStreamReader reader =
                    factory.createEDIStreamReader(stream(frame, raws, delimiters.terminator()), "UTF-8");
            List<List<String>> elements = null;
            while (reader.hasNext() && read < raws.size()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_SEGMENT) {
                    boolean ours =
                            read > 0 || reader.getText().equals(raws.get(0).tag());
                    elements = ours ? new ArrayList<>() : null;
                } else if (event == EDIStreamEvent.ELEMENT_DATA && elements != null) {
                    take(reader, elements);
                } else if (event == EDIStreamEvent.END_SEGMENT && elements != null) {
                    Segment segment = new Segment(raws.get(read++), elements);
                    runTogether.check(segment);
                    to.take(segment, read);
                }
            }
        } catch (EDIStreamException | BufferOverflowException e) {
            throw new UnreadableMessage(
                    Kind.SEGMENT, raws.get(Math.min(read, raws.size() - 1)), 0, "It cannot be read: " + why(e));
        }
        if (read != raws.size()) {
            throw new UnreadableMessage(
                    Kind.SEGMENT, raws.get(0), 0, "Of " + raws.size() + " segments, " + read + " can be told apart");
        }
    }

    /** Streams one segment after the other, so that no second copy of a large document is made. */
    private static InputStream stream(Frame frame, List<RawSegment> raws, String terminator) {
        Iterator<RawSegment> segments = raws.iterator();
        Enumeration<InputStream> parts = new Enumeration<>() {
            private String next = frame.before();

            @Override
            public boolean hasMoreElements() {
                return next != null;
            }

            @Override
            public InputStream nextElement() {
                StringBuilder part = new StringBuilder(next);
                while (segments.hasNext() && part.length() < CHUNK) {
                    part.append(segments.next().text()).append(terminator);
                }
                boolean last = !segments.hasNext();
                next = last ? null : "";
                return new ByteArrayInputStream(withoutSurrogates(last ? part + frame.after() : part.toString())
                        .getBytes(StandardCharsets.UTF_8));
            }
        };
        return new BufferedInputStream(new SequenceInputStream(parts));
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

    /** Replaces surrogates (emoji): StAEDI decodes character by character. */
    private static String withoutSurrogates(String text) {
        return hasSurrogates(text) ? SURROGATES.matcher(text).replaceAll("\ufffd") : text;
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void warnOfSurrogates(List<RawSegment> raws, EdiWarnings warnings) {
        for (RawSegment raw : raws) {
            if (hasSurrogates(raw.text())) {
                warnings.add(raw, 0, "Characters beyond the basic plane of Unicode, such as emoji, are read as U+FFFD");
            }
        }
    }

    private static Delimiters taken(Delimiters own, EdiMessage message) throws UnreadableMessage {
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

    private static char spare(EdiMessage message, StringBuilder used) throws UnreadableMessage {
        for (char c : SPARE.toCharArray()) {
            if (used.indexOf("" + c) < 0
                    && message.segments().stream().noneMatch(s -> s.text().indexOf(c) >= 0)) {
                return c;
            }
        }
        throw new UnreadableMessage(
                Kind.SEGMENT, message.segments().get(0), 0, "It has every character that could stand for a delimiter");
    }

    private static String why(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return RawSegment.shown(
                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), 160);
    }
}
