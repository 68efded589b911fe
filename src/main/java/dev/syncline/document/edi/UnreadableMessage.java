package dev.syncline.document.edi;

/** Thrown for a message that cannot be read; it does not affect the other messages of the interchange. */
public final class UnreadableMessage extends Exception {
    private final transient RawSegment segment;
    private final int element;
    private final transient Kind kind;

    /** The kinds of faults, as an acknowledgement names them. */
    public enum Kind {
        /** The message's header or trailer is missing or misplaced. */
        FRAME,
        /** A segment is missing, malformed, or runs into the next one. */
        SEGMENT,
        /** An element does not conform to the standard. */
        ELEMENT
    }

    /**
     * Creates the fault of a message.
     *
     * @param segment where it was found; null if it has no single place
     * @param element its number from 1; 0 for the segment as a whole
     * @param problem what is wrong there, and what to do
     */
    public UnreadableMessage(Kind kind, RawSegment segment, int element, String problem) {
        super(problem);
        this.kind = kind;
        this.segment = segment;
        this.element = element;
    }

    public Kind kind() {
        return kind;
    }

    public RawSegment segment() {
        return segment;
    }

    public int element() {
        return element;
    }

    /** Returns the place for messages: {@code segment 12 (PO1), element 2, character 734}. */
    public String place() {
        return segment == null ? null : segment.place(element);
    }
}
