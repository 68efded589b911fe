package dev.syncline.purchasing;

import dev.syncline.supplier.order.OrderState;
import java.util.Map;

/**
 * A line of the supplier with the matching line of the ERP, which is null if the ERP has none.
 *
 * @param isSubstitute whether its article is a substitute for that of another line
 */
record LinePair(OrderState.Line said, Map<String, Object> erp, boolean isSubstitute) {
    LinePair(OrderState.Line said, Map<String, Object> erp) {
        this(said, erp, false);
    }

    boolean isOff() {
        return said.status() != null && said.status().isOff();
    }

    boolean isPromised() {
        return said.status() != null && said.status().isPromise();
    }
}
