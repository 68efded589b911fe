package dev.syncline.purchasing.notice;

import dev.syncline.record.Notices;
import dev.syncline.supplier.inbox.UnreadDocumentListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Raises a notice about an order for which the supplier sent a document that cannot be processed. */
@ApplicationScoped
class UnreadNotices implements UnreadDocumentListener {
    private static final String NOT_READ = "DOCUMENT_NOT_READ";

    private final Notices notices;

    UnreadNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void unread(String route, String order, String text) {
        notices.raise(NOT_READ, route, order, text);
    }

    @Override
    public void read(String route, Collection<String> orders) {
        notices.clearAll(NOT_READ, route, orders);
    }
}
