package dev.syncline.document.edi;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamConstants.Delimiters;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.ByteArrayOutputStream;
import java.util.Set;

/** Writes an interchange with StAEDI. Delimiters are removed from text that is quoted from a partner's document. */
public final class EdiWriter {
    private static final String COMPONENT = "\n";
    /** The elements of ISA that announce delimiters. */
    private static final Set<Integer> ANNOUNCED = Set.of(11, 16);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final EDIStreamWriter writer;
    private final String delimiters;

    /**
     * Creates the writer of an interchange.
     *
     * @param standard as StAEDI calls it
     * @param version of the interchange's syntax: 00401 of X12, 3 of EDIFACT
     */
    public EdiWriter(String standard, String version, char terminator, char element, char component, char repetition) {
        EDIOutputFactory factory = EDIOutputFactory.newFactory();
        factory.setProperty(Delimiters.SEGMENT, terminator);
        factory.setProperty(Delimiters.DATA_ELEMENT, element);
        factory.setProperty(Delimiters.COMPONENT_ELEMENT, component);
        factory.setProperty(Delimiters.REPETITION, repetition);
        // Codes of a partner that are not in StAEDI's lists are returned as they came
        factory.setErrorReporter((error, writer, location, data, reference) -> {});
        delimiters = "" + terminator + element + component + repetition + '?';
        try {
            writer = factory.createEDIStreamWriter(bytes, "UTF-8");
            writer.setControlSchema(SchemaFactory.newFactory().getControlSchema(standard, versions(standard, version)));
            writer.startInterchange();
        } catch (EDIStreamException | EDISchemaException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] versions(String standard, String version) {
        return standard.equals("X12") ? new String[] {version} : new String[] {"UNOA", version};
    }

    /** Returns a composite element. */
    public static String composite(String... components) {
        return String.join(COMPONENT, components);
    }

    /** Returns the first letters and digits of a text. */
    public static String word(String text, int most) {
        String word = text.replaceAll("[^A-Za-z0-9]", "");
        return word.substring(0, Math.min(most, word.length()));
    }

    public EdiWriter segment(String tag, String... elements) {
        try {
            writer.writeStartSegment(tag);
            for (int i = 0; i < elements.length; i++) {
                if (tag.equals("ISA") && ANNOUNCED.contains(i + 1)) {
                    writer.writeElement(elements[i]);
                } else {
                    element(elements[i]);
                }
            }
            writer.writeEndSegment();
        } catch (EDIStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    private void element(String element) throws EDIStreamException {
        if (!element.contains(COMPONENT)) {
            writer.writeElement(clean(element));
            return;
        }
        writer.writeStartElement();
        for (String component : element.split(COMPONENT, -1)) {
            writer.writeComponent(clean(component));
        }
        writer.endElement();
    }

    private String clean(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (delimiters.indexOf(c) >= 0 || c < ' ') {
                clean.setCharAt(i, ' ');
            } else if (c > '~') {
                clean.setCharAt(i, '_');
            }
        }
        return clean.toString();
    }

    public byte[] end() {
        try {
            writer.endInterchange();
            writer.close();
        } catch (EDIStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
