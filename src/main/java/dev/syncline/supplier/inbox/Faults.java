package dev.syncline.supplier.inbox;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.OrderNumbers;
import dev.syncline.document.StorableText;
import dev.syncline.route.SyncRoute;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Documents that cannot be read, or not whole. Each stays until that document is readable: read again, or sent again in
 * order, which is one of the same kind and number, and for the same orders. The buyer is told of it on the orders.
 */
@ApplicationScoped
class Faults {
    private final FaultTable table;
    private final Suppliers suppliers;
    private final UnreadNews news;

    Faults(FaultTable table, Suppliers suppliers, UnreadNews news) {
        this.table = table;
        this.suppliers = suppliers;
        this.news = news;
    }

    /** What is wrong with a document. */
    static final class Fault {
        private final long id;
        private final ReceivedDocument document;
        private final List<String> problems = new ArrayList<>();
        private final Set<String> orders;
        private final Set<String> types = new LinkedHashSet<>();

        /** @param id number of the document in the hub */
        Fault(long id, ReceivedDocument document) {
            this.id = id;
            this.document = document;
            this.orders = new LinkedHashSet<>(document.named());
            if (document.fault() != null) {
                problems.add(document.fault());
            } else {
                document.reading().faults().forEach(fault -> {
                    problems.add(fault.place() + ": " + fault.problem());
                    fault.orders().forEach(this::name);
                    if (fault.type() != null) {
                        types.add(fault.type());
                    }
                });
            }
        }

        /** @param order null where none is named */
        void add(String problem, String order) {
            problems.add(problem);
            if (order != null) {
                name(order);
            }
        }

        /** What is no number of an order names none, and no index takes it. */
        private void name(String order) {
            if (orders.size() < OrderNumbers.MOST) {
                OrderNumbers.add(orders, order);
            }
        }

        boolean isEmpty() {
            return problems.isEmpty();
        }

        long id() {
            return id;
        }

        ReceivedDocument document() {
            return document;
        }

        /** The buyer's numbers of the orders that cannot be read of it. */
        Set<String> orders() {
            return orders;
        }

        /** The kinds of its parts that cannot be read; empty where the document is of one kind. */
        Set<String> types() {
            return types;
        }

        String text() {
            return (document.type() == null ? "" : DocumentValues.shown(document.type()) + ": ")
                    + String.join("; ", ReceivedDocument.some(problems));
        }
    }

    /**
     * Keeps that a document cannot be read.
     *
     * @return its key: two documents of one number have two
     */
    String raise(Connection connection, Supplier supplier, Fault fault, Instant now) throws SQLException {
        String digest = InboxTables.hex(fault.document().digest());
        String number = StorableText.withoutNul(fault.document().id());
        String plain = OrderNumbers.DOCUMENT + (number == null ? digest.substring(0, 16) : number);
        String key = table.keep(connection, supplier.system(), plain, plain + " " + digest.substring(0, 8), fault, now);
        for (String order : fault.orders()) {
            news.unread(
                    route(supplier),
                    order,
                    "Supplier " + supplier.system() + " sent a document about order " + order
                            + " that cannot be followed; nothing that it says of the order is taken over. It is kept as "
                            + key + ": " + fault.text()
                            + ". Ask the supplier what it says, and to send it again in order");
        }
        return key;
    }

    /** Takes away what is wrong with documents that are read by now, themselves or as they were sent again. */
    void mend(Connection connection, Supplier supplier, Collection<ReadDocument> documents, Instant now)
            throws SQLException {
        Set<Long> batch = documents.stream().map(ReadDocument::id).collect(Collectors.toSet());
        Set<String> read = new LinkedHashSet<>();
        for (OpenFault open : table.open(connection, supplier.system(), documents)) {
            for (ReadDocument document : documents) {
                boolean isItself = document.id() == open.document && document.isWhole();
                if (isItself || !batch.contains(open.document) && open.isSentAgainBy(document)) {
                    Set<String> orders = open.isSnapshot(document) && !isItself ? document.keys() : null;
                    read.addAll(table.mend(connection, supplier.system(), open.key, orders, now));
                }
            }
        }
        read.removeAll(table.stillNamed(connection, supplier.system(), read));
        if (!read.isEmpty()) {
            news.read(route(supplier), read);
        }
    }

    private String route(Supplier supplier) {
        return suppliers.routesOf(supplier).stream()
                .map(SyncRoute::id)
                .findFirst()
                .orElse(null);
    }
}
