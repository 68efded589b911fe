package dev.syncline.purchasing;

import dev.syncline.supplier.order.OrderState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
