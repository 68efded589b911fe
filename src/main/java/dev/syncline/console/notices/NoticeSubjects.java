package dev.syncline.console.notices;

import dev.syncline.api.notices.NoticeView;
import dev.syncline.api.orders.OrdersOfRecords;
import dev.syncline.api.orders.OrdersOfRecords.OrderName;
import dev.syncline.console.frame.Address;
import dev.syncline.record.Notices.Subject;
import dev.syncline.record.RecordQueries;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds the pages of what notices are about: a purchase order, a record, or a route. */
@ApplicationScoped
class NoticeSubjects {
    private final OrdersOfRecords orders;
    private final RecordQueries records;
    private final Catalog catalog;

    NoticeSubjects(OrdersOfRecords orders, RecordQueries records, Catalog catalog) {
        this.orders = orders;
        this.records = records;
        this.catalog = catalog;
    }

    record Link(String label, String address) {}

    /** Notices about nothing that has a page are not in the answer. */
    Map<NoticeView, Link> of(Collection<NoticeView> notices) throws SQLException {
        List<Subject> keyed = notices.stream()
                .filter(notice -> notice.route() != null && notice.key() != null)
                .map(NoticeSubjects::subject)
                .distinct()
                .toList();
        Map<Subject, OrderName> named = orders.of(keyed);
        Map<String, String> titles = catalog.all().stream().collect(Collectors.toMap(SyncRoute::id, SyncRoute::title));
        Map<NoticeView, Link> links = new HashMap<>();
        for (NoticeView notice : notices) {
            Link link = link(notice, named.get(subject(notice)), titles.get(Objects.toString(notice.route(), "")));
            if (link != null) {
                links.put(notice, link);
            }
        }
        return links;
    }

    private Link link(NoticeView notice, OrderName order, String routeTitle) {
        if (order != null) {
            return new Link(
                    "Order " + order.number(),
                    Address.of("/order")
                            .with("vendor", order.vendor())
                            .with("number", order.number())
                            .toString());
        }
        if (routeTitle == null) {
            return null;
        }
        if (notice.key() != null && records.find(notice.route(), notice.key()).isPresent()) {
            return new Link(
                    notice.key(),
                    Address.of("/record")
                            .with("route", notice.route())
                            .with("key", notice.key())
                            .toString());
        }
        return new Link(routeTitle, "/routes/" + notice.route());
    }

    private static Subject subject(NoticeView notice) {
        return new Subject(notice.route(), notice.key());
    }
}
