package dev.syncline.document.edi;

import java.util.List;

/**
 * A message (X12: a transaction set) of an interchange, from its header to its trailer.
 *
 * @param header elements of the header, the tag first; empty if it has none
 * @param broken why it cannot be read; null if it has a header, a trailer, and only well-formed segments between them
 * @param noted errors of its trailer that do not affect the message
 */
public record EdiMessage(
        Group group, List<String> header, List<RawSegment> segments, UnreadableMessage broken, List<Note> noted) {
    /** The errors of a trailer. */
    public enum Note {
        COUNT,
        REFERENCE
    }

    /** Returns an element of the header; empty if it has none. */
    public String header(int element) {
        return element < header.size() ? header.get(element).strip() : "";
    }

    /**
     * A group of messages.
     *
     * @param header elements of its header, the tag first; empty if the messages are in the interchange itself
     * @param declared the number of messages that its trailer declares; null if it declares none
     */
    public record Group(List<String> header, String declared) {
        public String header(int element) {
            return element < header.size() ? header.get(element).strip() : "";
        }
    }

    public int position(RawSegment segment) {
        return segments.isEmpty() ? 0 : segment.position() - segments.get(0).position() + 1;
    }
}
