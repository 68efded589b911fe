package dev.syncline.supplier.inbox;

import java.util.Collection;

/** Is notified of unreadable documents, on the orders that they name. */
public interface UnreadDocumentListener {
    /**
     * A document about the order cannot be read.
     *
     * @param text says what is wrong and what to do
     */
    void unread(String route, String order, String text);

    /** All documents about these orders can be read. */
    void read(String route, Collection<String> orders);
}
