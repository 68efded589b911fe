package dev.syncline.supplier.inbox;

import java.util.Collection;

/** Who is told of documents that cannot be read, on the orders that they name. */
public interface UnreadNews {
    /** The text says what is wrong and what to do. */
    void unread(String route, String order, String text);

    /** No document that names these orders is unread any more. */
    void read(String route, Collection<String> orders);
}
