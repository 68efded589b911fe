package dev.syncline.document.edifact;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edi.Delimiters;
import dev.syncline.document.edi.EdiDialect.Opening;
import dev.syncline.document.edi.EdiText;
import dev.syncline.document.edi.RawSegment;
import dev.syncline.document.edi.Segmenter;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the header of an EDIFACT interchange: UNA, if present, with the service characters, and UNB (ISO 9735). */
final class UnbHeader {
    static final int REFERENCE = 5;

    private static final int UNA_LENGTH = 9;
    private static final char DEFAULT_REPETITION = '*';
    private static final Delimiters LEVEL_A = new Delimiters("'", false, '+', ':', Delimiters.NONE, '?');
    /** The delimiters of syntax level B: information separators instead of characters. */
    private static final Delimiters LEVEL_B =
            new Delimiters("\u001c", false, '\u001d', '\u001f', Delimiters.NONE, Delimiters.NONE);

    private UnbHeader() {}

    static Opening open(String text, int from, Pattern tag, DocumentLimits limits) throws UnreadableDocument {
        int begin = EdiText.skipBlanks(text, from);
        Delimiters delimiters;
        int unb = begin;
        char reserved = ' ';
        if (text.startsWith("UNA", begin)) {
            delimiters = announced(text, begin);
            reserved = text.charAt(begin + 7);
            unb = EdiText.skipBlanks(text, begin + UNA_LENGTH);
        } else {
            delimiters = text.startsWith("UNB\u001d", begin) ? LEVEL_B : LEVEL_A;
        }
        if (!text.startsWith("UNB" + delimiters.element(), unb)) {
            if (unb == begin && announcesOthers(text, unb)) {
                throw new UnreadableDocument(
                        "character " + (unb + 3),
                        "UNA is missing: behind UNB stands \"" + text.charAt(unb + 3)
                                + "\" where \"+\" parts elements, "
                                + "and only UNA can say which characters are used instead. Ask the supplier to send it");
            }
            throw new UnreadableDocument(
                    "character " + unb,
                    "There is \"" + RawSegment.shown(text.substring(Math.min(unb, text.length())), 12)
                            + "\" where UNB must begin the interchange");
        }
        Segmenter segmenter = new Segmenter(text, unb, 0, delimiters, tag, limits);
        RawSegment header = segmenter.next();
        List<String> elements = delimiters.elements(header.text());
        if (header.problem() != null
                || elements.size() <= REFERENCE
                || elements.get(REFERENCE).isBlank()) {
            throw new UnreadableDocument(
                    header.place(REFERENCE),
                    "The interchange header is broken: "
                            + (header.problem() == null
                                    ? "it has no control reference"
                                    : "the segment " + header.problem()));
        }
        return new Opening(repeating(delimiters, elements, reserved), elements, segmenter.at());
    }

    private static boolean announcesOthers(String text, int unb) {
        return text.startsWith("UNB", unb)
                && text.length() > unb + 3
                && !Character.isLetterOrDigit(text.charAt(unb + 3))
                && !Character.isWhitespace(text.charAt(unb + 3));
    }

    private static Delimiters announced(String text, int una) throws UnreadableDocument {
        if (text.length() < una + UNA_LENGTH) {
            throw new UnreadableDocument("UNA, character " + una, "It ends within UNA. Ask for it again");
        }
        char component = text.charAt(una + 3);
        char element = text.charAt(una + 4);
        char release = text.charAt(una + 6);
        char reserved = text.charAt(una + 7);
        char terminator = text.charAt(una + 8);
        boolean lines = terminator == '\r' || terminator == '\n';
        if (lines && reserved != ' ' && reserved != DEFAULT_REPETITION) {
            throw new UnreadableDocument(
                    "UNA, character " + una,
                    "UNA must have six characters and has five, so the delimiters cannot be told");
        }
        String all = "" + component + element + terminator + (release == ' ' ? "" : release);
        if (all.chars().distinct().count() < all.length()
                || Character.isLetterOrDigit(component)
                || Character.isLetterOrDigit(element)
                || Character.isLetterOrDigit(release)
                || Character.isLetterOrDigit(terminator)
                || Character.isSurrogate(terminator)
                || component == ' '
                || element == ' ') {
            throw new UnreadableDocument(
                    "UNA, character " + una,
                    "\"" + RawSegment.shown(text.substring(una, una + UNA_LENGTH), UNA_LENGTH)
                            + "\" does not name characters that can part segments, elements and components");
        }
        return new Delimiters(
                "" + terminator,
                lines,
                element,
                component,
                Delimiters.NONE,
                release == ' ' ? Delimiters.NONE : release);
    }

    /** Adds the repetition separator: from syntax version 4 on, elements repeat. */
    private static Delimiters repeating(Delimiters d, List<String> unb, char reserved) {
        List<String> syntax = d.components(unb.get(1));
        char repetition = reserved == ' ' ? DEFAULT_REPETITION : reserved;
        boolean repeats = syntax.size() > 1
                && syntax.get(1).strip().compareTo("4") >= 0
                && !d.terminator().equals("" + repetition)
                && repetition != d.element()
                && repetition != d.component()
                && repetition != d.release()
                && !Character.isLetterOrDigit(repetition);
        return repeats
                ? new Delimiters(d.terminator(), d.lines(), d.element(), d.component(), repetition, d.release())
                : d;
    }
}
