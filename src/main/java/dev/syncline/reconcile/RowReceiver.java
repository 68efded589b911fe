package dev.syncline.reconcile;

import dev.syncline.page.Row;
import java.util.List;
import java.util.Map;

/** Receives the records that one end has of some keys. */
interface RowReceiver {
    /** @param rows the records by key; several if the system has several with that key */
    void take(List<String> keys, Map<String, List<Row>> rows) throws Exception;
}
