package dev.syncline.purchasing;

import dev.syncline.document.DocumentValues;
import dev.syncline.supplier.order.OrderState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The currency of an order, which is the ERP's once it has one. A price of the supplier's in another one is not entered: the
 * ERP would have the number as one of the order's own currency.
 *
 * @param order null where nobody says it, and where the supplier has several and the ERP none
 * @param supplier the supplier's, of prices that say none of their own; null where it says none
 */
record OrderCurrency(String order, String supplier) {
    static final String FIELD = "currency";
    private static final int MOST_NAMED = 3;

    /**
     * @param erp the order in the ERP; null where it has none
     * @param written the order as Syncline wrote it last; null where it never did
     */
    static OrderCurrency of(OrderState state, ErpOrder erp, Map<String, Object> written) {
        Map<String, Object> known = erp != null && erp.header().containsKey(FIELD) || written == null
                ? erp == null ? Map.of() : erp.header()
                : written;
        String order = DocumentValues.text(ErpOrder.text(known.get(FIELD)));
        return new OrderCurrency(order == null ? state.currency() : order, state.currency());
    }

    /** Whether the supplier's price of the line is in another currency than the order. */
    boolean isForeign(OrderState.Line line) {
        return line.unitCost() != null && isOther(of(line));
    }

    private String of(OrderState.Line line) {
        return line.currency() == null ? supplier : line.currency();
    }

    private boolean isOther(String currency) {
        return currency != null
                && !currency.strip()
                        .toUpperCase(Locale.ROOT)
                        .equals(order == null ? null : order.toUpperCase(Locale.ROOT));
    }

    /** What a buyer should look at: a warning for each other currency. */
    List<String> warnings(List<LinePair> pairs) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        if (isOther(supplier)) {
            lines.put(supplier, new ArrayList<>());
        }
        pairs.stream().filter(pair -> isForeign(pair.said())).forEach(pair -> lines.computeIfAbsent(
                        of(pair.said()), c -> new ArrayList<>())
                .add(LineWarnings.name(pair)));
        List<String> warnings = new ArrayList<>();
        lines.forEach((currency, named) -> warnings.add(warning(DocumentValues.shown(currency), named)));
        return warnings;
    }

    private String warning(String currency, List<String> lines) {
        String what = lines.isEmpty()
                ? "The supplier's documents are in "
                : "The supplier has the price of "
                        + String.join(", ", lines.subList(0, Math.min(lines.size(), MOST_NAMED)))
                        + (lines.size() > MOST_NAMED ? " and " + (lines.size() - MOST_NAMED) + " more" : "") + " in ";
        return what + currency + ", and the order "
                + (order == null ? "has no currency" : "is in " + DocumentValues.shown(order))
                + (lines.isEmpty() ? "" : ". It was not entered: the order keeps the price that it has")
                + ". Settle with the supplier which currency holds; if it is " + currency
                + ", enter that on the order and refresh the order";
    }
}
