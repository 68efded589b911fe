package dev.syncline.purchasing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.page.Mark;
import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.record.Notices;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.order.OrderState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns orders of a supplier into orders for the ERP, or says why not: the ERP does not have the order yet, it belongs
 * to another vendor, its switch is off, or somebody edited it.
 */
@ApplicationScoped
class PurchaseOrders {
    private static final String TOO_MUCH = "The ERP has more of the order, its products and the catalog's items than is"
            + " read into memory for one order. Leave wide fields out of what the ERP and the catalog give, or give the"
            + " program more memory (-Xmx)";

    private final Suppliers suppliers;
    private final OrderBook book;
    private final KeyedReader ends;
    private final Items items;
    private final Notices notices;
    private final ObjectMapper json;

    PurchaseOrders(
            Suppliers suppliers, OrderBook book, KeyedReader ends, Items items, Notices notices, ObjectMapper json) {
        this.suppliers = suppliers;
        this.book = book;
        this.ends = ends;
        this.items = items;
        this.notices = notices;
        this.json = json;
    }

    /**
     * @param products the route whose target holds the ERP's products; empty if none does
     * @throws IllegalStateException if the route's source is not a supplier
     */
    Page prepare(Page page, RunContext run, String products) throws Exception {
        Supplier supplier = suppliers
                .find(run.route().source())
                .orElseThrow(
                        () -> new IllegalStateException("Route " + run.route().id()
                                + ": its source " + run.route().source()
                                + " is not a supplier. A route through purchase orders reads one by the template"
                                + " supplier-read"));
        List<Row> rows = page.rows();
        if (rows.stream().noneMatch(PurchaseOrders::isOrder)) {
            return page;
        }
        int size = rows.size();
        while (true) {
            try {
                List<Row> settled = settled(rows.subList(0, size), supplier, run, products);
                return page.with(settled, rows.subList(size, rows.size()));
            } catch (RecordsTooLarge e) {
                if (size == 1) {
                    Row row = rows.get(0);
                    Row held = new Row(row.key(), row.changedAt(), row.fields(), false, Mark.held(TOO_MUCH), null);
                    return page.with(List.of(held), rows.subList(1, rows.size()));
                }
                size = (size + 1) / 2;
            }
        }
    }

    /** @throws RecordsTooLarge if the ERP's records for these rows do not fit in memory together */
    private List<Row> settled(List<Row> rows, Supplier supplier, RunContext run, String products) throws Exception {
        Set<String> keys =
                rows.stream().filter(PurchaseOrders::isOrder).map(Row::key).collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return rows;
        }
        Map<String, String> unreadable = new HashMap<>();
        Map<String, ErpOrder> erp = erpOrders(run, keys, unreadable);
        Map<String, Booked> booked = book.find(supplier.vendor(), run.routeNumber(), keys);
        Map<Row, Settlement> settlements = new IdentityHashMap<>();
        Map<Row, Mark> marks = new IdentityHashMap<>();
        List<LinePair> unknown = new ArrayList<>();
        for (Row row : rows) {
            if (!isOrder(row)) {
                continue;
            }
            OrderState state = json.convertValue(row.fields(), OrderState.class);
            ErpOrder there = erp.get(row.key());
            String problem = unreadable.get(row.key());
            Mark mark = problem != null
                    ? Mark.held(problem)
                    : mark(supplier, row.key(), state, there, booked.get(row.key()));
            if (mark != null) {
                marks.put(row, mark);
            } else {
                Settlement settlement =
                        new Settlement(state, there, booked.get(row.key()).inStep(there));
                settlements.put(row, settlement);
                unknown.addAll(settlement.unknown());
            }
        }
        if (!marks.isEmpty() && !run.dryRun()) {
            // It is not sent to the ERP.
            notices.clearAll(
                    OrderNotices.EDITED_IN_ERP,
                    run.route().id(),
                    marks.keySet().stream()
                            .map(Row::key)
                            .filter(key -> !unreadable.containsKey(key))
                            .toList());
        }
        Map<LinePair, String> problems = new IdentityHashMap<>();
        Map<LinePair, Item> found = items.find(run, supplier, products, unknown, problems);
        settlements.forEach((row, settlement) -> settlement.unknown().stream()
                .map(problems::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(problem -> marks.put(row, Mark.held("An item of order " + row.key() + ": " + problem))));
        settlements.keySet().removeAll(marks.keySet());
        List<Row> settled = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (settlements.containsKey(row)) {
                Intent intent = booked.get(row.key()).intent();
                settled.add(settled(row, supplier, settlements.get(row), intent, found, run));
            } else if (marks.containsKey(row)) {
                settled.add(new Row(row.key(), row.changedAt(), row.fields(), false, marks.get(row), null));
            } else {
                settled.add(row);
            }
        }
        return settled;
    }

    private static boolean isOrder(Row row) {
        return row.mark() == null
                && !row.deleted()
                && row.key() != null
                && row.fields().containsKey("lines");
    }

    /** @param unreadable receives by key why an order of the ERP cannot be read */
    private Map<String, ErpOrder> erpOrders(RunContext run, Set<String> keys, Map<String, String> unreadable)
            throws Exception {
        Map<String, ErpOrder> orders = new LinkedHashMap<>();
        ends.read(run, run.route().id(), Side.TARGET, keys, unreadable).forEach((key, fields) -> {
            try {
                orders.put(key, ErpOrder.read(fields));
            } catch (IllegalArgumentException e) {
                unreadable.put(
                        key,
                        "Order " + key + " of system " + run.route().target() + " cannot be read. " + e.getMessage()
                                + ". Correct it there; the next run sends it");
            }
        });
        return orders;
    }

    private static Mark mark(Supplier supplier, String key, OrderState state, ErpOrder erp, Booked booked) {
        if (erp != null && erp.vendor() != null && !erp.vendor().equals(supplier.vendor())) {
            return Mark.refused("Order " + key + " is of vendor " + erp.vendor() + ", and supplier "
                    + supplier.system() + " is vendor " + supplier.vendor()
                    + ". Ask the supplier which order it means; nothing is changed");
        }
        if (!booked.autoSync()) {
            return Mark.blocked("Auto-sync is off for order " + key + " of vendor " + supplier.vendor()
                    + ". Switch it on for the order or its vendor; the next run sends it");
        }
        if (state.onlyOrdered() && !state.isPlacedAtSupplier()) {
            return Mark.held(
                    "What the supplier sent of " + key + " is an order, or the cancellation of one, as a buyer sends it"
                            + " to a supplier. It is kept and changes nothing. It goes by itself once the supplier confirms the"
                            + " order, and to an order of another buyer, never: tell the supplier then");
        }
        // In the field for the buyer's number, an order that was placed at the supplier has the supplier's number.
        boolean isPlacedThere = state.isPlacedAtSupplier() && (state.orderNumber() == null || !booked.isInBook());
        if (erp == null && !isPlacedThere) {
            return Mark.held("The ERP has no order " + key + ". It is sent as soon as the ERP has it");
        }
        return null;
    }

    private Row settled(
            Row row,
            Supplier supplier,
            Settlement settlement,
            Intent intent,
            Map<LinePair, Item> items,
            RunContext run) {
        Map<String, Object> fields = settlement.fields(row.key(), supplier.vendor(), items::get);
        ErpOrder erp = settlement.erp();
        // A person has seen both values and retries the record, or repairs the differences of a reconciliation.
        boolean takesTheSuppliers = run.repairs() || run.resend() && run.keys() == null;
        Mark mark = takesTheSuppliers
                ? null
                : settlement.conflict(fields, intent).map(Mark::held).orElse(null);
        if (mark != null && !run.dryRun()) {
            notices.raise(
                    OrderNotices.EDITED_IN_ERP,
                    run.route().id(),
                    row.key(),
                    "Order " + row.key() + ": " + mark.reason());
        }
        if (mark == null && erp == null && OrderFields.lines(fields).isEmpty()) {
            mark = Mark.held(nothingKnown(supplier, row.key(), OrderFields.texts(fields, "missingItems")));
        }
        boolean isWhole = run.route().write().isBlank();
        return new Row(
                row.key(),
                row.changedAt(),
                isWhole ? settlement.whole(fields) : fields,
                false,
                mark,
                OrderChange.of(erp, intent, fields));
    }

    static String nothingKnown(Supplier supplier, String number, List<String> missing) {
        return "Order " + number + " was placed at supplier " + supplier.system()
                + (missing.isEmpty()
                        ? " without lines. It is sent as soon as the supplier sends its lines"
                        : ", and the ERP knows none of its items: " + String.join(", ", missing)
                                + (supplier.catalog().isEmpty()
                                        ? ". No catalog is mapped for the supplier"
                                        : ". The catalog does not have them either")
                                + ". Create the products in the ERP; the next run sends it");
    }
}
