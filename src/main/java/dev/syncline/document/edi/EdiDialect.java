package dev.syncline.document.edi;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.UnreadableDocument;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The differences between X12 and EDIFACT. */
public interface EdiDialect {
    /** Returns the standard's name: X12, EDIFACT. */
    String name();

    EnvelopeTags tags();

    /** Returns the pattern of a segment's tag. */
    Pattern tag();

    /** Finds the delimiters and the header of the interchange that begins at {@code from}. */
    Opening open(String text, int from, DocumentLimits limits, EdiWarnings warnings) throws UnreadableDocument;

    /** Returns an id that tells the interchange from others of its sender; the same when it is sent again. */
    String id(Interchange interchange);

    /** Returns the type that a message declares: 855, ORDRSP; empty if it declares none. */
    String type(Interchange interchange, EdiMessage message);

    /** Returns the version of the standard that a message declares: 004010, D.96A. */
    String version(Interchange interchange, EdiMessage message);

    boolean reads(String type);

    /** Returns the tags of the segments that carry orders and lines. */
    Set<String> telling();

    /** Returns whether a message acknowledges others, so that none is sent for it. */
    boolean acknowledges(String type);

    /**
     * Returns the buyer's number of the order that a segment names; null if it names none.
     *
     * @param type of the message
     * @param elements of the segment, the tag first
     */
    String order(String type, List<String> elements, Delimiters delimiters);

    /** Returns why a message of another type is not read, for people. */
    String whyNot(String type);

    /** Returns the header that StAEDI needs before a message, and the trailer behind it. */
    Frame frame(Interchange interchange, EdiMessage message, Delimiters delimiters);

    /** Returns a reader for a message whose type is read. */
    MessageReader reader(Interchange interchange, EdiMessage message, EdiWarnings warnings);

    /** Returns the acknowledgement in kind of an interchange; null if none is due. */
    ParsedDocument.Acknowledgement acknowledge(Interchange interchange, List<Outcome> outcomes);

    /**
     * Returns the refusal in kind of an interchange of which only the header can be read; null if the standard has
     * none.
     */
    ParsedDocument.Acknowledgement refuse(Opening opening);

    /**
     * The beginning of an interchange.
     *
     * @param header elements of its header, the tag first
     * @param next where the segments behind the header begin
     */
    record Opening(Delimiters delimiters, List<String> header, int next) {}

    /** The text around a message, without terminators between the segments of {@code before}. */
    record Frame(String before, String after) {}

    /**
     * The outcome of a message.
     *
     * @param broken why it is refused; null if it was read, or is of a type that is not read
     * @param read whether its type is read
     */
    record Outcome(EdiMessage message, boolean read, UnreadableMessage broken) {}
}
