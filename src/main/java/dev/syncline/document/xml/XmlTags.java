package dev.syncline.document.xml;

import dev.syncline.document.UnreadableDocument;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the tags of a document before the parser, for two cases that the JDK's parser lets pass: its limit on
 * attributes does not count namespaces, although it goes through all of them for each; and it silently drops references
 * to entities in attributes if a DTD is named.
 */
final class XmlTags {
    private static final Pattern KNOWN = Pattern.compile("&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});");

    private final String text;
    private final Matcher known;

    private XmlTags(String text) {
        this.text = text;
        this.known = KNOWN.matcher(text);
    }

    /** Checks the text in one pass. Text that is not well-formed is left to the parser. */
    static void check(String text) throws UnreadableDocument {
        new XmlTags(text).check();
    }

    private void check() throws UnreadableDocument {
        int at = text.indexOf('<');
        while (at >= 0 && at < text.length()) {
            if (text.startsWith("<!--", at)) {
                at = behind("-->", at + 4);
            } else if (text.startsWith("<![CDATA[", at)) {
                at = behind("]]>", at);
            } else if (text.startsWith("<?", at)) {
                at = behind("?>", at);
            } else {
                at = text.startsWith("<!", at) ? behind(">", at) : tag(at + 1);
            }
            at = text.indexOf('<', at);
        }
    }

    private int behind(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    /** Returns the place behind the tag. */
    private int tag(int from) throws UnreadableDocument {
        int attributes = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' && !known.region(i, text.length()).lookingAt()) {
                throw new UnreadableDocument(
                        place(i), "An entity is referred to, and entities are not read; write its text");
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            } else if (c == '=' && ++attributes > XmlReaderFactory.MOST_ATTRIBUTES) {
                throw new UnreadableDocument(
                        place(i),
                        "An element has more than " + XmlReaderFactory.MOST_ATTRIBUTES
                                + " attributes; send smaller ones");
            }
        }
        return text.length();
    }

    private String place(int index) {
        long line = text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
        return "line " + line + ", column " + (index - text.lastIndexOf('\n', index));
    }
}
