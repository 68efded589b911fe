package dev.syncline.document.xml;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.UnreadableDocument;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a document once, event by event, enforces its limits, and keeps the elements that a reader asks for. A document
 * that passes is well-formed, has no entities, and is within its limits.
 */
public final class XmlParser {
    private static final Pattern DOCTYPE = Pattern.compile(
            "<!DOCTYPE\\s+[^\\s\\[>]+(\\s+SYSTEM\\s+(\"[^\"]*\"|'[^']*')|\\s+PUBLIC\\s+(\"[^\"]*\"|'[^']*')\\s+(\"[^\"]*\"|'[^']*'))?\\s*>");
    private static final Pattern PARSER_PREFIX = Pattern.compile("^ParseError at \\[row,col]:\\[.*]\\s*Message:\\s*");
    private static final int LONGEST_REASON = 300;
    /** The most namespaces at one place: the parser goes through them for each element. */
    private static final int MOST_NAMESPACES = 200;

    private final Rules rules;
    private final DocumentLimits limits;
    private XmlElement root;
    private XmlElement open;
    private String doctype;
    private int depth;
    private int elements;
    private int texts;
    /** For each open element, the number of namespaces declared by it and around it. */
    private final Deque<Integer> namespaces = new ArrayDeque<>();
    /** The depth of the element that is skipped with its content; 0 for none. */
    private int leftOut;

    /**
     * The rules of a format.
     *
     * @param doctype whether a document type without an internal subset may be named; it is never loaded
     * @param kept names of the elements to keep; others are skipped with their content
     * @param secrets whether the document may hold secrets: then messages do not quote it, since in a damaged document
     *     a secret may be where a name should
     */
    public record Rules(boolean doctype, Set<String> kept, boolean secrets) {}

    public XmlParser(Rules rules, DocumentLimits limits) {
        this.rules = rules;
        this.limits = limits;
    }

    /**
     * Parses a document.
     *
     * @param text by {@link XmlText}
     * @throws UnreadableDocument if it is not well-formed, has an entity or an internal DTD subset, or exceeds a limit
     */
    public XmlElement parse(String text) throws UnreadableDocument {
        XmlTags.check(text);
        XMLStreamReader reader = null;
        try {
            reader = XmlReaderFactory.reader(text);
            while (reader.hasNext()) {
                take(reader.next(), reader);
            }
            return root;
        } catch (XMLStreamException e) {
            throw new UnreadableDocument(
                    place(e.getLocation()),
                    "The XML is not well-formed" + reason(e) + "; send it whole and well-formed");
        } catch (RuntimeException e) {
            // The JDK's parser ends some malformed documents with one of these
            throw new UnreadableDocument(
                    reader == null ? null : place(reader.getLocation()),
                    "The XML cannot be parsed (" + e.getClass().getSimpleName() + "); send it whole and well-formed");
        }
    }

    /**
     * Returns the root with all that was read of it, also after {@link #parse} failed; null if not even the root was
     * read.
     */
    public XmlElement root() {
        return root;
    }

    /** Returns the document type declaration as written; null if there is none. */
    public String doctype() {
        return doctype;
    }

    private void take(int event, XMLStreamReader reader) throws UnreadableDocument {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(reader);
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw new UnreadableDocument(
                        place(reader.getLocation()),
                        "An entity is referred to, and entities are not read; write its text");
            case XMLStreamConstants.DTD -> doctype(reader);
            default -> {
                // Comments and processing instructions are ignored.
            }
        }
    }

    private void start(XMLStreamReader reader) throws UnreadableDocument {
        texts = 0;
        depth++;
        if (depth > limits.depth()) {
            throw tooMuch(reader, "Elements are nested deeper than " + limits.depth());
        }
        if (++elements > limits.parts()) {
            throw tooMuch(reader, "There are more than " + limits.parts() + " elements");
        }
        int around = namespaces.isEmpty() ? 0 : namespaces.peek();
        namespaces.push(around + reader.getNamespaceCount());
        if (namespaces.peek() > MOST_NAMESPACES) {
            throw tooMuch(reader, "More than " + MOST_NAMESPACES + " namespaces are declared");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeValue(i).length() > limits.text()) {
                throw tooMuch(reader, "An attribute has more than " + limits.text() + " characters");
            }
        }
        String name = reader.getLocalName();
        if (leftOut == 0 && depth > 1 && !rules.kept().contains(name)) {
            leftOut = depth;
        }
        if (leftOut == 0) {
            keep(reader, name);
        }
    }

    private void keep(XMLStreamReader reader, String name) {
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        Location location = reader.getLocation();
        open = new XmlElement(open, name, namespace, location.getLineNumber(), location.getColumnNumber());
        root = root == null ? open : root;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            open.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
    }

    private void end() {
        namespaces.pop();
        if (leftOut == 0) {
            open = open.parent();
        }
        leftOut = leftOut == depth ? 0 : leftOut;
        depth--;
        texts = 0;
    }

    private void text(XMLStreamReader reader) throws UnreadableDocument {
        texts += reader.getTextLength();
        if (texts > limits.text()) {
            throw tooMuch(reader, "An element has more than " + limits.text() + " characters");
        }
        if (leftOut == 0 && open != null && (open.hasText() || !reader.isWhiteSpace())) {
            open.append(reader.getText());
        }
    }

    private void doctype(XMLStreamReader reader) throws UnreadableDocument {
        String text = reader.getText();
        doctype = text;
        if (!rules.doctype() || text == null || !DOCTYPE.matcher(text.strip()).matches()) {
            throw new UnreadableDocument(
                    "DOCTYPE",
                    rules.doctype()
                            ? "The document declares a DTD of its own, which is not read; send it without"
                            : "The document has a DOCTYPE, which this format does not have; send it without");
        }
    }

    private UnreadableDocument tooMuch(XMLStreamReader reader, String problem) {
        return new UnreadableDocument(place(reader.getLocation()), problem + "; send smaller documents");
    }

    private String reason(XMLStreamException e) {
        if (e.getMessage() == null) {
            return "";
        }
        String reason = PARSER_PREFIX.matcher(e.getMessage()).replaceFirst("").replaceAll("\\s+", " ");
        return ": "
                + DocumentValues.shown(
                        rules.secrets() ? reason.replaceAll("\"[^\"]*\"", "...") : reason, LONGEST_REASON);
    }

    private static String place(Location location) {
        return location == null ? null : "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }
}
