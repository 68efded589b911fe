package dev.syncline.reconcile;

import dev.syncline.page.Depth;
import dev.syncline.page.KeyedReads;
import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.Row;
import dev.syncline.page.SystemReads;
import dev.syncline.page.Window;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;

/** Receives the records that one end has of some keys. */
interface RowReceiver {
    /** @param rows the records by key; several if the system has several with that key */
    void take(List<String> keys, Map<String, List<Row>> rows) throws Exception;
}
