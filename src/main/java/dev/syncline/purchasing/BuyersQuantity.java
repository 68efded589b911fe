package dev.syncline.purchasing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * How many of its lines the buyer ordered, where the supplier has another quantity as ordered. The supplier's is entered on
 * the order, so the ERP does not tell the buyer's any more: the order book keeps it with the line, until both agree.
 */
final class BuyersQuantity {
    /** The field of a line that has it, as long as it is another one. */
    static final String FIELD = "orderedByBuyer";

    /** Lines as Syncline wrote them last, those that have the field. */
    private final List<Map<String, Object>> kept;

    /** @param written the order as Syncline wrote it last; null where it never did */
    BuyersQuantity(Map<String, Object> written) {
        this.kept = written == null
                ? List.of()
                : OrderFields.lines(written).stream()
                        .filter(line -> line.get(FIELD) != null)
                        .toList();
    }

    /**
     * Returns what the buyer ordered of a line; null where the supplier has as many, and where the buyer ordered none.
     *
     * @param erp the line as the ERP has it; null where it has none
     * @param supplier what the supplier has as ordered
     */
    BigDecimal otherThan(BigDecimal supplier, Map<String, Object> erp) {
        if (erp == null) {
            return null;
        }
        Object there = erp.get("ordered");
        // What somebody entered since it was written is the buyer's word.
        BigDecimal ordered = kept.stream()
                .filter(line -> OrderFields.same(line.get(ErpOrder.LINE), erp.get(ErpOrder.LINE)))
                .filter(line -> OrderFields.isKept(there, line.get("ordered")))
                .map(line -> ErpOrder.number(line.get(FIELD)))
                .findFirst()
                .orElseGet(() -> ErpOrder.number(there));
        boolean isOther = ordered != null && ordered.signum() > 0 && ordered.compareTo(supplier) != 0;
        return isOther ? ordered : null;
    }
}
