package dev.syncline.judge;

import dev.syncline.page.Row;
import dev.syncline.route.SyncRoute;

/** What calls to targets say of a record beside its content, where the content could be taken for it. */
public interface Envelopes {
    /** What a record's content must not say at one target. */
    @FunctionalInterface
    interface Envelope {
        Envelope APART = row -> null;

        /** Why the row's fields cannot be sent; null if they can. */
        String problem(Row row);
    }

    /** Returns the envelope of a route's target, for a page. */
    Envelope of(SyncRoute route);
}
