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
 * Computes the ERP's order from what the supplier says. It has no lines that the supplier does not mention, and keeps
 * the ERP's value of fields that the supplier does not mention.
 */
final class Settlement {
    /** The initial values of a new line, as an ERP may not accept missing quantities. */
    private static final Map<String, Object> NEW_LINE = Map.of(
            "confirmed",
            BigDecimal.ZERO,
            "shipped",
            BigDecimal.ZERO,
            "backOrdered",
            BigDecimal.ZERO,
            "cancelled",
            BigDecimal.ZERO);

    /** The field of a line with a substitute article: the id of the replaced line. */
    static final String INSTEAD_OF = "insteadOf";

    private final OrderState state;
    private final ErpOrder erp;
    private final Map<String, Object> synced;
    private final OrderCurrency currency;
    private final List<LinePair> pairs;

    /**
     * @param erp the order in the ERP; null if it has none
     * @param synced the order as last synced; null if it never was
     */
    Settlement(OrderState state, ErpOrder erp, Map<String, Object> synced) {
        this.state = state;
        this.erp = erp;
        this.synced = synced;
        this.currency = OrderCurrency.of(state, erp, synced);
        this.pairs = new Pairing(state, erp, synced).pairs();
    }

    /** Returns the order in the ERP; null if it has none. */
    ErpOrder erp() {
        return erp;
    }

    /**
     * Returns the conflict between an edit in the ERP and the supplier's values; empty if there is none.
     *
     * @param fields the order as it should be
     * @param intent the order that was about to be written, and whose outcome is not recorded; null if there is none
     */
    Optional<String> conflict(Map<String, Object> fields, Intent intent) {
        List<Map<String, Object>> versions = intent == null ? List.of() : intent.versions();
        return erp == null ? Optional.empty() : Conflicts.between(erp, synced, versions, fields);
    }

    /** Returns the lines whose items must be found: they are not in the ERP's order, and will be delivered. */
    List<LinePair> unknown() {
        return pairs.stream()
                .filter(pair -> pair.erp() == null && !pair.isOff())
                .toList();
    }

    /**
     * Returns the fields of the order as it should be.
     *
     * @param items returns the item of a line of {@link #unknown()}; null if it is unknown
     */
    Map<String, Object> fields(String number, String vendor, Function<LinePair, Item> items) {
        List<Map<String, Object>> lines = new ArrayList<>();
        List<Map<String, Object>> products = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Set<String> warnings = new LinkedHashSet<>(state.warnings());
        warnings.addAll(currency.warnings(pairs));
        List<LineStatus> statuses = new ArrayList<>();
        Set<Object> named = new HashSet<>();
        BuyersQuantity ordered = new BuyersQuantity(synced);
        int next = erp == null ? 1 : erp.highestLine() + 1;
        for (LinePair pair : pairs) {
            Item item = null;
            if (pair.erp() == null) {
                item = pair.isOff() ? null : items.apply(pair);
                if (item == null) {
                    if (!pair.isOff()) {
                        missing.add(name(pair.said()));
                    }
                    continue;
                }
                if (item.product() != null) {
                    products.add(item.product());
                }
            }
            Object line = pair.erp() != null ? pair.erp().get("line") : Integer.valueOf(next++);
            Quantities quantities = Quantities.of(
                    pair.said(),
                    pair.erp() == null ? null : ErpOrder.number(pair.erp().get("ordered")),
                    state.allShipped());
            BigDecimal byBuyer = ordered.otherThan(quantities.ordered(), pair.erp());
            LineWarnings.of(pair, quantities, byBuyer).forEach(warnings::add);
            statuses.add(quantities.status());
            named.add(line);
            lines.add(line(line, pair, item, quantities, byBuyer));
        }
        if (erp != null) {
            erp.lines().stream()
                    .filter(line -> !named.contains(line.get("line")))
                    .map(line -> OrderFields.status(line.get("status")))
                    .forEach(statuses::add);
        }
        return header(number, vendor, statuses, lines, products, missing, List.copyOf(warnings));
    }

    /**
     * Adds all other fields and lines of the ERP, for a target that replaces an order as a whole and would lose them
     * otherwise.
     */
    Map<String, Object> whole(Map<String, Object> fields) {
        if (erp == null) {
            return fields;
        }
        Map<String, Object> whole = new LinkedHashMap<>(erp.header());
        whole.remove(ErpOrder.VERSION);
        whole.putAll(fields);
        whole.put(ErpOrder.LINES, OrderFields.merged(erp.lines(), OrderFields.lines(fields)));
        return whole;
    }

    private Map<String, Object> header(
            String number,
            String vendor,
            List<LineStatus> statuses,
            List<Map<String, Object>> lines,
            List<Map<String, Object>> products,
            List<String> missing,
            List<String> warnings) {
        // Shipments from before the cancellation will arrive, and must be found then, as must promised quantities.
        boolean isOff = state.status() != null
                        && state.status().isOff()
                        && statuses.stream().noneMatch(LineStatus::isShipped)
                        && pairs.stream().noneMatch(LinePair::isPromised)
                || !statuses.isEmpty() && statuses.stream().allMatch(LineStatus::isOff);
        Map<String, Object> before = erp == null ? Map.of() : erp.header();
        boolean isClosed = "CLOSED".equals(before.get("status"));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("vendor", vendor);
        fields.put("supplierOrderNo", or(state.supplierNumber(), before.get("supplierOrderNo")));
        fields.put("status", isClosed ? "CLOSED" : isOff ? "CANCELLED" : LineStatus.ofOrder(statuses));
        fields.put(
                "supplierStatus",
                or(state.status() == null ? null : state.status().name(), before.get("supplierStatus")));
        fields.put("expectedOn", or(state.expectedOn(), before.get("expectedOn")));
        fields.put("tracking", or(joined(state.tracking()), before.get("tracking")));
        fields.put(OrderCurrency.FIELD, or(currency.order(), before.get(OrderCurrency.FIELD)));
        fields.put("isIncomplete", !missing.isEmpty());
        fields.put("isHidden", isOff);
        fields.put("missingItems", missing);
        fields.put("warnings", warnings);
        fields.put("products", products);
        fields.put("lines", lines);
        return OrderFields.plain(fields);
    }

    private Map<String, Object> line(
            Object number, LinePair pair, Item item, Quantities quantities, BigDecimal byBuyer) {
        Map<String, Object> before = pair.erp() == null ? NEW_LINE : pair.erp();
        OrderState.Line said = pair.said();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("line", number);
        line.put("item", item != null ? item.number() : before.get("item"));
        line.put("description", before.get("description") != null ? before.get("description") : said.description());
        line.put(
                "supplierItem",
                LineWarnings.isMatchedByNumberAlone(pair) ? null : or(said.supplierItem(), before.get("supplierItem")));
        line.put("ordered", or(or(said.ordered(), before.get("ordered")), quantities.ordered()));
        line.put("confirmed", or(quantities.confirmed(), before.get("confirmed")));
        line.put("shipped", or(quantities.shipped(), before.get("shipped")));
        line.put("backOrdered", or(quantities.backOrdered(), backOrderedBefore(before, quantities)));
        line.put("cancelled", or(quantities.cancelled(), quantities.status().isOff() ? null : cancelledBefore(before)));
        line.put("unit", or(before.get("unit"), said.unit()));
        line.put("unitCost", or(currency.isForeign(said) ? null : said.unitCost(), before.get("unitCost")));
        line.put(
                "expectedOn",
                or(said.expectedOn() != null ? said.expectedOn() : state.expectedOn(), before.get("expectedOn")));
        line.put("tracking", or(joined(said.tracking()), before.get("tracking")));
        line.put("status", quantities.status().name());
        line.put("isHidden", quantities.status().isOff());
        if (pair.isSubstitute()) {
            line.put(INSTEAD_OF, said.insteadOf());
        }
        // An ERP that receives the whole order has the field, too, and receives its removal.
        if (byBuyer != null || before.containsKey(BuyersQuantity.FIELD)) {
            line.put(BuyersQuantity.FIELD, byBuyer);
        }
        return line;
    }

    /** A supplier that confirms all of a line revokes its back-order. */
    private static Object backOrderedBefore(Map<String, Object> before, Quantities quantities) {
        return quantities.confirmed() != null ? BigDecimal.ZERO : before.get("backOrdered");
    }

    private static Object cancelledBefore(Map<String, Object> before) {
        return before.get("cancelled") == null ? null : BigDecimal.ZERO;
    }

    private static Object or(Object said, Object otherwise) {
        return said != null ? said : otherwise;
    }

    private static String joined(List<String> tracking) {
        return tracking.isEmpty() ? null : String.join(", ", tracking);
    }

    private static String name(OrderState.Line line) {
        String number = Objects.requireNonNullElse(
                line.supplierItem() != null ? line.supplierItem() : line.item() != null ? line.item() : line.gtin(),
                "without a number");
        return line.description() == null ? number : number + " (" + line.description() + ")";
    }
}
