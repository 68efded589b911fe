package dev.syncline.document.edi;

/** A message that cannot be read as a whole; the other messages of its interchange stand. */
public final class Broken extends Exception {
    private final transient RawSegment segment;
    private final int element;
    private final transient Kind kind;

    /** What sort of fault it is, as an acknowledgement tells it. */
    public enum Kind {
        /** The message's header or trailer is missing, or it stands where it may not. */
        FRAME,
        /** A segment that is none, or runs into the next one, or is missing. */
        SEGMENT,
        /** An element whose content cannot be what the standard says it is. */
        ELEMENT
    }

    /**
     * @param segment where it was found; null where that is no single one
     * @param element its number from 1; 0 for the segment as a whole
     * @param problem what is wrong there, and what to do
     */
    public Broken(Kind kind, RawSegment segment, int element, String problem) {
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

    /** Where it was found, in words: {@code segment 12 (PO1), element 2, character 734}. */
    public String place() {
        return segment == null ? null : segment.place(element);
    }
}
