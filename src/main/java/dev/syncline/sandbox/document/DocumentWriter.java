package dev.syncline.sandbox.document;

import java.nio.charset.Charset;
import java.util.List;

/**
 * Writes documents in a supplier's format, by hand: the readers' libraries would read what they wrote themselves
 * however wrong it was.
 */
public interface DocumentWriter {
    /**
     * @param documents one, or several where the format has room for several
     * @param control number of the interchange, where the format has one
     */
    String write(List<Document> documents, long control);

    /** Whether its answers leave out what was ordered, so that an order that the buyer does not know is told apart. */
    default boolean tellsOrdersApart() {
        return false;
    }

    Charset charset();

    String contentType();
}
