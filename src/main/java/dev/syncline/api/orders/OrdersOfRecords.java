package dev.syncline.api.orders;

import dev.syncline.purchasing.OrderQueries;
import dev.syncline.purchasing.OrderQueries.OrderId;
import dev.syncline.record.Notices.Subject;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the purchase orders that records and notices are about: of routes that read a supplier, and of those that move
 * the same entity, as the one that reads the ERP's orders.
 */
@ApplicationScoped
public class OrdersOfRecords {
    /** What stands between an order's number and the part of it that a notice is about. */
    private static final List<String> PARTS = List.of(" line ", " item ");

    private final OrderQueries orders;
    private final Suppliers suppliers;
    private final Catalog catalog;

    OrdersOfRecords(OrderQueries orders, Suppliers suppliers, Catalog catalog) {
        this.orders = orders;
        this.suppliers = suppliers;
        this.catalog = catalog;
    }

    /** A purchase order, as the API names it. */
    public record OrderName(String vendor, String number) {}

    /** Returns the orders of the order book; subjects that are about none are not in the answer. */
    public Map<Subject, OrderName> of(Collection<Subject> subjects) throws SQLException {
        Map<Subject, List<OrderId>> possible = new LinkedHashMap<>();
        List<Subject> ofAnyVendor = new ArrayList<>();
        Set<String> entities = entities();
        Map<String, SyncRoute> routes = routes();
        for (Subject subject : subjects) {
            SyncRoute route = subject.key() == null ? null : routes.get(subject.route());
            Optional<String> vendor = route == null
                    ? Optional.empty()
                    : suppliers.find(route.source()).map(Supplier::vendor);
            if (vendor.isPresent()) {
                possible.put(subject, possible(vendor.get(), subject.key()));
            } else if (route != null && entities.contains(route.entity())) {
                ofAnyVendor.add(subject);
            }
        }
        Map<Subject, OrderName> found = new HashMap<>();
        Set<OrderId> known =
                orders.known(possible.values().stream().flatMap(List::stream).toList());
        possible.forEach((subject, ids) -> ids.stream()
                .filter(known::contains)
                .findFirst()
                .ifPresent(order -> found.put(subject, new OrderName(order.vendor(), order.number()))));
        Map<String, List<OrderId>> numbered = orders
                .numbered(ofAnyVendor.stream().map(Subject::key).toList())
                .stream()
                .collect(Collectors.groupingBy(OrderId::number));
        for (Subject subject : ofAnyVendor) {
            List<OrderId> same = numbered.getOrDefault(subject.key(), List.of());
            if (same.size() == 1) { // of several vendors, nothing says which one it is
                found.put(subject, new OrderName(same.get(0).vendor(), subject.key()));
            }
        }
        return found;
    }

    /** Its routes may be gone: their notices outlive them. */
    private Map<String, SyncRoute> routes() {
        return catalog.all().stream().collect(Collectors.toMap(SyncRoute::id, Function.identity()));
    }

    /** What suppliers' routes move. */
    private Set<String> entities() {
        return suppliers.all().values().stream()
                .flatMap(supplier -> suppliers.routesOf(supplier).stream())
                .map(SyncRoute::entity)
                .collect(Collectors.toSet());
    }

    /** The longest number first. */
    private static List<OrderId> possible(String vendor, String key) {
        List<OrderId> possible = new ArrayList<>();
        possible.add(new OrderId(vendor, key));
        for (int end = key.length(); end > 0; end--) {
            int from = end;
            if (PARTS.stream().anyMatch(part -> key.startsWith(part, from))) {
                possible.add(new OrderId(vendor, key.substring(0, end)));
            }
        }
        return possible;
    }
}
