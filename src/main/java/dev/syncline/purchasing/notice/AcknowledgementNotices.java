package dev.syncline.purchasing.notice;

import dev.syncline.record.Notices;
import dev.syncline.supplier.acknowledgement.AcknowledgementListener;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Raises notices about acknowledgements that a supplier does not accept. The notice about unsent ones is resolved when
 * they are accepted; that about one that was given up stays until a person resolves it.
 */
@ApplicationScoped
class AcknowledgementNotices implements AcknowledgementListener {
    private static final String OWED = "ACKNOWLEDGEMENTS_OWED";
    private static final String REFUSED = "ACKNOWLEDGEMENT_REFUSED";

    private final Notices notices;

    AcknowledgementNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void owed(String route, String text) {
        notices.raise(OWED, route, null, text);
    }

    @Override
    public void settled(String route) {
        notices.clear(OWED, route, null);
    }

    @Override
    public void givenUp(String route, String document, String text) {
        notices.raise(REFUSED, route, document, text);
    }
}
