package dev.syncline.sandbox.document;

import java.nio.charset.Charset;
import java.util.List;

/**
 * Writes documents in a supplier's format, by hand: the readers' libraries would read what they wrote themselves,
 * however wrong.
 */
public interface DocumentWriter {
    /**
     * Writes documents.
     *
     * @param documents one, or several if the format has room for several
     * @param control number of the interchange, if the format has one
     */
    String write(List<Document> documents, long control);

    /**
     * Returns whether its answers omit the ordered quantities, so that an order that the buyer does not know has a
     * document of its own.
     */
    default boolean tellsOrdersApart() {
        return false;
    }

    Charset charset();

    String contentType();
}
