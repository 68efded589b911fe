package dev.syncline.document.edi;

import java.util.List;

/**
 * An interchange: what stands between its header and its trailer.
 *
 * @param header elements of the header, the tag first
 * @param messages in the document's order
 * @param groups in the document's order; at least one, without header where the interchange has no groups
 */
public record Interchange(
        Delimiters delimiters, List<String> header, List<Message.Group> groups, List<Message> messages) {
    /** An element of the header; empty where it has none. */
    public String header(int element) {
        return element < header.size()
                ? header.get(element).replace('\u00a0', ' ').strip()
                : "";
    }
}
