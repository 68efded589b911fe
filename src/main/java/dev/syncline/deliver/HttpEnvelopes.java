package dev.syncline.deliver;

import dev.syncline.judge.Envelopes;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** HTTP targets whose records have their content beside the key: there a field could be read as one of the call's own. */
@ApplicationScoped
class HttpEnvelopes implements Envelopes {
    private final Catalog catalog;

    HttpEnvelopes(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Envelope of(SyncRoute route) {
        Map<String, String> parameters = catalog.parametersOf(route.target() + ".write");
        boolean isBeside = "".equals(parameters.get("data")) && !RecordTarget.is(parameters);
        return isBeside ? new FieldsBesideKey(HttpTarget.of(parameters)) : Envelope.APART;
    }
}
