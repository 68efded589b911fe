package dev.syncline.document.xml;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.Limits;
import dev.syncline.document.Unreadable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes once through a document, event by event, holds it to its limits, and keeps the elements that a reader wants to
 * see. What passes here is well-formed, has no entities, and is no larger than allowed.
 */
public final class XmlParser {
    private static final Pattern DOCTYPE = Pattern.compile(
            "<!DOCTYPE\\s+[^\\s\\[>]+(\\s+SYSTEM\\s+(\"[^\"]*\"|'[^']*')|\\s+PUBLIC\\s+(\"[^\"]*\"|'[^']*')\\s+(\"[^\"]*\"|'[^']*'))?\\s*>");
    private static final Pattern PARSER_PREFIX = Pattern.compile("^ParseError at \\[row,col]:\\[.*]\\s*Message:\\s*");
    private static final int LONGEST_REASON = 300;
    /** At one place: the parser goes through them for each element. */
    private static final int MOST_NAMESPACES = 200;

    private final Rules rules;
    private final Limits limits;
    private XmlElement root;
    private XmlElement open;
    private String doctype;
    private int depth;
    private int elements;
    private int texts;
    /** Of each open element, how many namespaces are declared there and around it. */
    private final Deque<Integer> namespaces = new ArrayDeque<>();
    /** How deep the element is that is left out with all in it; 0 for none. */
    private int leftOut;

    /**
     * @param doctype whether a document type without a subset of its own may be named; it is never loaded
     * @param kept names of the elements to keep; others are left out with all that is in them
     * @param secrets whether there may be secrets in it: a message does not tell what the parser found then, since in a
     *     damaged document a secret may stand where a name should
     */
    public record Rules(boolean doctype, Set<String> kept, boolean secrets) {}

    public XmlParser(Rules rules, Limits limits) {
        this.rules = rules;
        this.limits = limits;
    }

    /**
     * @param text by {@link XmlText}
     * @throws Unreadable where it is not well-formed, has an entity or a DTD of its own, or is beyond a limit
     */
    public XmlElement parse(String text) throws Unreadable {
        XmlTags.check(text);
        XMLStreamReader reader = null;
        try {
            reader = Xml.reader(text);
            while (reader.hasNext()) {
                take(reader.next(), reader);
            }
            return root;
        } catch (XMLStreamException e) {
            throw new Unreadable(
                    place(e.getLocation()),
                    "The XML is not well-formed" + reason(e) + "; send it whole and well-formed");
        } catch (RuntimeException e) {
            // The parser of the JDK ends some malformed documents in one of these
            throw new Unreadable(
                    reader == null ? null : place(reader.getLocation()),
                    "The XML cannot be parsed (" + e.getClass().getSimpleName() + "); send it whole and well-formed");
        }
    }

    /** The root with what was read of it, also after {@link #parse} failed; null where not even that was read. */
    public XmlElement root() {
        return root;
    }

    /** The document type declaration as it stands there; null where there is none. */
    public String doctype() {
        return doctype;
    }

    private void take(int event, XMLStreamReader reader) throws Unreadable {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(reader);
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw new Unreadable(
                        place(reader.getLocation()),
                        "An entity is referred to, and entities are not read; write its text");
            case XMLStreamConstants.DTD -> doctype(reader);
            default -> {
                // Comments and processing instructions say nothing of orders
            }
        }
    }

    private void start(XMLStreamReader reader) throws Unreadable {
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

    private void text(XMLStreamReader reader) throws Unreadable {
        texts += reader.getTextLength();
        if (texts > limits.text()) {
            throw tooMuch(reader, "An element has more than " + limits.text() + " characters");
        }
        if (leftOut == 0 && open != null && (open.hasText() || !reader.isWhiteSpace())) {
            open.append(reader.getText());
        }
    }

    private void doctype(XMLStreamReader reader) throws Unreadable {
        String text = reader.getText();
        doctype = text;
        if (!rules.doctype() || text == null || !DOCTYPE.matcher(text.strip()).matches()) {
            throw new Unreadable(
                    "DOCTYPE",
                    rules.doctype()
                            ? "The document declares a DTD of its own, which is not read; send it without"
                            : "The document has a DOCTYPE, which this format does not have; send it without");
        }
    }

    private Unreadable tooMuch(XMLStreamReader reader, String problem) {
        return new Unreadable(place(reader.getLocation()), problem + "; send smaller documents");
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
