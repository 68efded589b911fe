package dev.syncline.document.edi;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.UnreadableDocument;
import java.util.regex.Pattern;

/**
 * Splits a document at its segment terminators as they occur in practice: of several characters, line breaks, followed
 * by line breaks and indentation, or missing at the end. The content of segments is left to StAEDI, unless StAEDI
 * cannot read it.
 */
public final class Segmenter {
    /** The size of StAEDI's buffer for an element. */
    private static final int LONGEST_ELEMENT = 4096;
    /** So many fit a heap of 256 MB; a document of 3,000 lines has a twentieth of it. */
    private static final int MOST_SEGMENTS = 300_000;
    /** No segment of either standard has a tenth of so many. */
    private static final int MOST_ELEMENTS = 1000;

    private final String text;
    private final Delimiters delimiters;
    private final Pattern tag;
    private final Pattern runsOn;
    private final int most;
    private final int longest;
    /** The first character of the terminator, which is compared with each character of the text. */
    private final char first;

    private int at;
    private int position;
    private int empty;

    /**
     * @param from where the first segment begins
     * @param before number of the interchange's segments before it
     * @param tag pattern of a segment's tag
     */
    public Segmenter(String text, int from, int before, Delimiters delimiters, Pattern tag, DocumentLimits limits) {
        this.text = text;
        this.at = from;
        this.position = before;
        this.delimiters = delimiters;
        this.first = delimiters.lines() ? '\n' : delimiters.terminator().charAt(0);
        this.tag = tag;
        // Tried once in each run of blanks, so that the time stays linear
        this.runsOn = Pattern.compile(
                "(?<!\\s)[^\\S\r\n]*+[\r\n]\\s*+" + tag.pattern() + Pattern.quote("" + delimiters.element()));
        this.most = Math.min(limits.parts(), MOST_SEGMENTS);
        this.longest = Math.min(limits.text(), LONGEST_ELEMENT);
    }

    /** Returns where the next segment begins, or the text behind the last one. */
    public int at() {
        return at;
    }

    /** Returns how many empty segments there were so far. */
    public int empty() {
        return empty;
    }

    /** Returns the next segment; null at the end. */
    public RawSegment next() throws UnreadableDocument {
        while (true) {
            skipBlanks();
            if (at >= text.length()) {
                return null;
            }
            if (delimiters.lines() || !text.startsWith(delimiters.terminator(), at)) {
                break;
            }
            empty++;
            at += delimiters.terminator().length();
        }
        if (++position > most) {
            throw new UnreadableDocument("character " + at, "It has more than " + most + " segments. Send it in parts");
        }
        return segment();
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private boolean isBlank(char c) {
        return (c <= ' ' || c == '\u00a0' || c == '\ufeff')
                && !delimiters.separates(c)
                && (delimiters.lines() || delimiters.terminator().charAt(0) != c);
    }

    private RawSegment segment() {
        int from = at;
        int elementFrom = from;
        int elements = 0;
        String problem = null;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == delimiters.release() && c != Delimiters.NONE) {
                at += 2;
                continue;
            }
            if (terminates(c)) {
                break;
            }
            at++;
            if (delimiters.separates(c)) {
                elementFrom = at;
                elements++;
            } else if (at - elementFrom > longest && problem == null) {
                problem = "has an element of more than " + longest + " characters";
            }
        }
        at = Math.min(at, text.length());
        String segment = text.substring(from, at).stripTrailing();
        at += delimiters.lines() ? 1 : delimiters.terminator().length();
        at = Math.min(at, text.length());
        if (elements > MOST_ELEMENTS) {
            problem = "has more than " + MOST_ELEMENTS + " elements";
        }
        return raw(segment, from, problem);
    }

    private boolean terminates(char c) {
        if (delimiters.lines()) {
            return c == '\n' || c == '\r';
        }
        return c == first && text.startsWith(delimiters.terminator(), at);
    }

    private RawSegment raw(String segment, int from, String problem) {
        int end = 0;
        while (end < segment.length() && !delimiters.separates(segment.charAt(end))) {
            end++;
        }
        String name = segment.substring(0, Math.min(end, 64));
        if (problem == null && !tag.matcher(name).matches()) {
            problem = "is none: \"" + RawSegment.shown(name, 12) + "\" is not the name of a segment";
        }
        boolean hasLines = segment.indexOf('\n') >= 0 || segment.indexOf('\r') >= 0;
        if (problem == null && hasLines && runsOn.matcher(segment).find()) {
            problem = "runs into the next line: its terminator is missing";
        }
        String taken = hasLines ? segment.replace("\r", "").replace("\n", "") : segment;
        String whole = problem == null ? taken : "";
        return new RawSegment(whole, name, position, from, problem);
    }
}
