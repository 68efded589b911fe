package dev.syncline.document.edi;

import dev.syncline.document.Limits;
import dev.syncline.document.Reading;
import dev.syncline.document.Unreadable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What X12 and EDIFACT do differently. */
public interface Dialect {
    /** The standard's name: X12, EDIFACT. */
    String name();

    Tags tags();

    /** What the name of a segment looks like. */
    Pattern tag();

    /** Finds the delimiters and the header of the interchange that begins at {@code from}. */
    Opening open(String text, int from, Limits limits, Warnings warnings) throws Unreadable;

    /** Tells an interchange from others of its sender; the same when it is sent again. */
    String id(Interchange interchange);

    /** What a message says it is: 855, ORDRSP; empty where it does not say. */
    String type(Interchange interchange, Message message);

    /** The version of the standard that it follows: 004010, D.96A. */
    String version(Interchange interchange, Message message);

    boolean reads(String type);

    /** The names of the segments that orders and lines are told by. */
    Set<String> telling();

    /** Whether a message acknowledges others, so that none is sent for it. */
    boolean acknowledges(String type);

    /**
     * The buyer's number of the order that a segment names; null where it names none.
     *
     * @param type of the message
     * @param elements of the segment, the tag first
     */
    String order(String type, List<String> elements, Delimiters delimiters);

    /** Why a message of a type that is not read is none for us; for people. */
    String whyNot(String type);

    /** The header that StAEDI wants before a message, and the trailer behind it. */
    Frame frame(Interchange interchange, Message message, Delimiters delimiters);

    /** For a message of a type that is read. */
    MessageReader reader(Interchange interchange, Message message, Warnings warnings);

    /** The answer in kind to what became of each message; null where none is due. */
    Reading.Acknowledgement acknowledge(Interchange interchange, List<Outcome> outcomes);

    /** The refusal in kind of an interchange of which only the header can be read; null where there is none. */
    Reading.Acknowledgement refuse(Opening opening);

    /**
     * How an interchange begins.
     *
     * @param header elements of its header, the tag first
     * @param next where the segments behind the header begin
     */
    record Opening(Delimiters delimiters, List<String> header, int next) {}

    /** What goes before a message and what behind, without terminators between the segments of {@code before}. */
    record Frame(String before, String after) {}

    /**
     * What became of a message.
     *
     * @param broken why it is refused; null where it was read, or is of a type that is not
     * @param read whether its type is one that is read
     */
    record Outcome(Message message, boolean read, Broken broken) {}
}
