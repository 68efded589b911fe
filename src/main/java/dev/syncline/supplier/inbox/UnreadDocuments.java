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
 * Keeps track of documents that cannot be read, or not in full. A fault is open until its document can be read: it is
 * read again, or the supplier sends a correct one of the same type and number, and for the same orders. The buyer is
 * notified on the orders.
 */
@ApplicationScoped
class UnreadDocuments {
    private final UnreadDocumentTable table;
    private final Suppliers suppliers;
    private final UnreadDocumentListener news;

    UnreadDocuments(UnreadDocumentTable table, Suppliers suppliers, UnreadDocumentListener news) {
        this.table = table;
        this.suppliers = suppliers;
        this.news = news;
    }

    /** The fault of a document. */
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

        /**
         * Adds a problem.
         *
         * @param order null if no order is affected, or none is known
         */
        void add(String problem, String order) {
            problems.add(problem);
            if (order != null) {
                name(order);
            }
        }

        /** Adds an order, unless the text cannot be the number of one, which no index could hold. */
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

        /** Returns the buyer's numbers of the orders that cannot be read from the document. */
        Set<String> orders() {
            return orders;
        }

        /** Returns the types of the parts that cannot be read; empty if the document has a single type. */
        Set<String> types() {
            return types;
        }

        String text() {
            return (document.type() == null ? "" : DocumentValues.shown(document.type()) + ": ")
                    + String.join("; ", ReceivedDocument.some(problems));
        }
    }

    /**
     * Stores a fault and notifies the buyer.
     *
     * @return its key; two documents of one number have two keys
     */
    String raise(Connection connection, Supplier supplier, Fault fault, Instant now) throws SQLException {
        String digest = StatementTable.hex(fault.document().digest());
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

    /** Resolves the faults of documents that can be read by now, or were sent again. */
    void mend(Connection connection, Supplier supplier, Collection<InboxDocument> documents, Instant now)
            throws SQLException {
        Set<Long> batch = documents.stream().map(InboxDocument::id).collect(Collectors.toSet());
        Set<String> read = new LinkedHashSet<>();
        for (UnreadDocument open : table.open(connection, supplier.system(), documents)) {
            for (InboxDocument document : documents) {
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
