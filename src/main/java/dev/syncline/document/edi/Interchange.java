package dev.syncline.document.edi;

import java.util.List;

/**
 * An interchange, from its header to its trailer.
 *
 * @param header elements of the header, the tag first
 * @param messages in the document's order
 * @param groups in the document's order; at least one, without a header if the interchange has no groups
 */
public record Interchange(
        Delimiters delimiters, List<String> header, List<EdiMessage.Group> groups, List<EdiMessage> messages) {
    /** Returns an element of the header; empty if it has none. */
    public String header(int element) {
        return element < header.size()
                ? header.get(element).replace('\u00a0', ' ').strip()
                : "";
    }
}
