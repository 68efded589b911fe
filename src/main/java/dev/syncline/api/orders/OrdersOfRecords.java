package dev.syncline.api.orders;

import dev.syncline.purchasing.OrderQueries;
import dev.syncline.purchasing.OrderQueries.OrderId;
import dev.syncline.record.Notices.Subject;
import dev.syncline.route.Catalog;
import dev.syncline.route.UnknownRoute;
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

/** Finds the purchase orders that records and notices of suppliers' routes are about. */
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
        for (Subject subject : subjects) {
            vendor(subject).ifPresent(vendor -> possible.put(subject, possible(vendor, subject.key())));
        }
        Set<OrderId> known =
                orders.known(possible.values().stream().flatMap(List::stream).toList());
        Map<Subject, OrderName> found = new HashMap<>();
        possible.forEach((subject, ids) -> ids.stream()
                .filter(known::contains)
                .findFirst()
                .ifPresent(order -> found.put(subject, new OrderName(order.vendor(), order.number()))));
        return found;
    }

    private Optional<String> vendor(Subject subject) {
        if (subject.route() == null || subject.key() == null) {
            return Optional.empty();
        }
        try {
            return suppliers.find(catalog.get(subject.route()).source()).map(Supplier::vendor);
        } catch (UnknownRoute e) {
            return Optional.empty(); // its notices outlive a route
        }
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
