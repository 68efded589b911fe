package dev.syncline.document.edi;

import java.util.List;

/**
 * A message (X12: a transaction set) of an interchange, from its header to its trailer.
 *
 * @param header elements of the header, the tag first; empty where it has none
 * @param broken why it cannot be read; null where it has both header and trailer and all between are segments
 * @param noted what is wrong with its trailer though the message is whole
 */
public record Message(Group group, List<String> header, List<RawSegment> segments, Broken broken, List<Note> noted) {
    /** Something wrong with a trailer. */
    public enum Note {
        COUNT,
        REFERENCE
    }

    /** An element of the header; empty where it has none. */
    public String header(int element) {
        return element < header.size() ? header.get(element).strip() : "";
    }

    /**
     * A group of messages.
     *
     * @param header elements of its header, the tag first; empty where messages stand in the interchange itself
     * @param declared how many messages its trailer says it has; null where it does not say
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
