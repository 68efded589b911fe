package dev.syncline.supplier.inbox;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.OrderNumbers;
import dev.syncline.document.SupplierOrder;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.order.OrderFold;
import dev.syncline.supplier.order.OrderState;
import dev.syncline.supplier.order.OrderStatement;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Receives documents: stores each as it came, finds the orders that it is about, and folds those orders anew from all
 * their documents, in one transaction. A document that was received before changes nothing.
 */
@ApplicationScoped
public class Inbox {
    private final DataSource hub;
    private final DocumentTable archive;
    private final StatementTable tables;
    private final UnreadDocuments faults;
    private final TransactionManager transactions;
    private final MeterRegistry meters;
    private final Clock clock;

    Inbox(
            DataSource hub,
            DocumentTable archive,
            StatementTable tables,
            UnreadDocuments faults,
            TransactionManager transactions,
            MeterRegistry meters,
            Clock clock) {
        this.hub = hub;
        this.archive = archive;
        this.tables = tables;
        this.faults = faults;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /** Returns the documents that were not received before. */
    @Transactional(rollbackOn = Exception.class)
    public List<byte[]> unknown(Supplier supplier, List<byte[]> documents) throws SQLException {
        try (Connection connection = hub.getConnection()) {
            Map<String, byte[]> byDigest = new LinkedHashMap<>();
            documents.forEach(
                    document -> byDigest.put(StatementTable.hex(ReceivedDocument.digest(document)), document));
            Set<String> known = archive.known(
                    connection,
                    supplier.system(),
                    documents.stream().map(ReceivedDocument::digest).toList());
            byDigest.keySet().removeAll(known);
            return List.copyOf(byDigest.values());
        }
    }

    /**
     * Receives documents.
     *
     * @param keep false to look only: the transaction is rolled back
     * @return the orders that the documents are about, and the faults, by key
     */
    @Transactional(rollbackOn = Exception.class)
    public Map<String, SupplierRow> receive(Supplier supplier, List<ReceivedDocument> documents, boolean keep)
            throws SQLException, SystemException {
        try (Connection connection = hub.getConnection()) {
            tables.oneAtATime(connection, supplier.system());
            boolean toBeAnswered = !supplier.acknowledgements().isEmpty();
            Map<Long, ReceivedDocument> added =
                    archive.insert(connection, supplier.system(), documents, clock.instant(), toBeAnswered);
            if (keep) {
                added.values().forEach(document -> count(supplier, document));
            }
            return take(connection, supplier, added);
        } finally {
            if (!keep) {
                transactions.setRollbackOnly();
            }
        }
    }

    private void count(Supplier supplier, ReceivedDocument document) {
        meters.counter("syncline.supplier.documents", "supplier", supplier.system(), "outcome", document.outcome())
                .increment();
    }

    /**
     * Receives unreadable documents that were read again.
     *
     * @param keep as in {@link #receive}
     */
    @Transactional(rollbackOn = Exception.class)
    Map<String, SupplierRow> again(Supplier supplier, Map<Long, ReceivedDocument> documents, boolean keep)
            throws SQLException, SystemException {
        try (Connection connection = hub.getConnection()) {
            tables.oneAtATime(connection, supplier.system());
            return take(connection, supplier, documents);
        } finally {
            if (!keep) {
                transactions.setRollbackOnly();
            }
        }
    }

    private Map<String, SupplierRow> take(Connection connection, Supplier from, Map<Long, ReceivedDocument> documents)
            throws SQLException {
        String supplier = from.system();
        Instant now = clock.instant();
        Map<String, SupplierRow> rows = new LinkedHashMap<>();
        List<KeyedStatement> said = new ArrayList<>();
        List<UnreadDocuments.Fault> unread = new ArrayList<>();
        List<InboxDocument> read = new ArrayList<>();
        Map<String, String> bySupplierNo = tables.bySupplierNumber(
                connection, supplier, all(documents.values(), SupplierOrder::supplierOrderNumber));
        Map<String, String> named = named(supplier, bySupplierNo, documents.values());
        Map<String, List<String>> byDocument =
                tables.byDocument(connection, supplier, all(documents.values(), SupplierOrder::answers));
        for (Map.Entry<Long, ReceivedDocument> entry : documents.entrySet()) {
            ReceivedDocument document = entry.getValue();
            UnreadDocuments.Fault fault = new UnreadDocuments.Fault(entry.getKey(), document);
            Set<String> keysRead = new HashSet<>();
            List<String> ofAll = document.warningsOfAll();
            int part = 0;
            for (SupplierOrder order : document.orders()) {
                List<String> keys = keys(supplier, order, named, byDocument);
                Optional<String> problem = StorableOrder.problem(order);
                if (keys.isEmpty()) {
                    fault.add(unnamed(order), null);
                } else if (problem.isPresent()) {
                    fault.add("Order " + keys.get(0) + ": " + problem.get(), keys.get(0));
                    continue;
                }
                List<String> warnings =
                        ReceivedDocument.some(Stream.concat(document.warnings(order).stream(), ofAll.stream())
                                .toList());
                for (String key : keys) {
                    said.add(new KeyedStatement(key, entry.getKey(), part++, order, warnings));
                }
                keysRead.addAll(keys);
            }
            if (!fault.isEmpty()) {
                unread.add(fault);
            }
            read.add(InboxDocument.of(entry.getKey(), document, fault.isEmpty(), keysRead));
        }
        faults.mend(connection, from, read, now);
        for (UnreadDocuments.Fault fault : unread) {
            String key = faults.raise(connection, from, fault, now);
            rows.put(
                    key,
                    SupplierRow.fault(key, now, fault.text(), fault.document().content()));
        }
        adopt(connection, supplier, said, bySupplierNo, now);
        tables.say(connection, supplier, said);
        rows.putAll(renew(connection, supplier, said, now));
        return rows;
    }

    private static Set<String> all(
            Collection<ReceivedDocument> documents, java.util.function.Function<SupplierOrder, String> number) {
        return documents.stream()
                .filter(document -> document.reading() != null)
                .flatMap(document -> document.reading().orders().stream())
                .map(number)
                .filter(text -> text != null && text.indexOf('\0') < 0)
                .collect(Collectors.toSet());
    }

    /** Returns keys by the supplier's order numbers, including those that documents of this batch name. */
    private static Map<String, String> named(
            String supplier, Map<String, String> bySupplierNo, Collection<ReceivedDocument> documents) {
        Map<String, String> named = new HashMap<>(bySupplierNo);
        for (ReceivedDocument document : documents) {
            for (SupplierOrder order : document.reading() == null
                    ? List.<SupplierOrder>of()
                    : document.reading().orders()) {
                String theirs = order.supplierOrderNumber();
                boolean hasBoth =
                        theirs != null && order.orderNumber() != null && OrderNumbers.isNumber(order.orderNumber());
                if (hasBoth && named.getOrDefault(theirs, own(supplier, theirs)).equals(own(supplier, theirs))) {
                    named.put(theirs, order.orderNumber().strip());
                }
            }
        }
        return named;
    }

    /** Returns the key of an order of which the supplier's number alone is known. */
    private static String own(String supplier, String theirs) {
        return supplier + "-" + theirs.strip();
    }

    private static List<String> keys(
            String supplier,
            SupplierOrder order,
            Map<String, String> bySupplierNo,
            Map<String, List<String>> byDocument) {
        String number = order.orderNumber();
        if (number != null) {
            return OrderNumbers.isNumber(number) ? List.of(number.strip()) : List.of();
        }
        String theirs = order.supplierOrderNumber();
        if (theirs != null) {
            return OrderNumbers.isNumber(theirs)
                    ? List.of(bySupplierNo.getOrDefault(theirs, own(supplier, theirs)))
                    : List.of();
        }
        return order.answers() == null ? List.of() : byDocument.getOrDefault(order.answers(), List.of());
    }

    private static String unnamed(SupplierOrder order) {
        String named = order.orderNumber() != null ? order.orderNumber() : order.supplierOrderNumber();
        if (named != null) {
            return "The order number '" + DocumentValues.shown(named)
                    + "' is none: it is empty, longer than 200 characters, or has characters that no number has";
        }
        return order.answers() != null
                ? "It names no order, only the document '" + DocumentValues.shown(order.answers())
                        + "', and that one is not known here"
                : "It names no order. Ask the supplier to put the order's number into its documents";
    }

    /** Moves orders that were stored under the supplier's number to the buyer's number, if a document names both. */
    private void adopt(
            Connection connection,
            String supplier,
            List<KeyedStatement> said,
            Map<String, String> bySupplierNo,
            Instant now)
            throws SQLException {
        for (KeyedStatement one : said) {
            String theirs = one.order().supplierOrderNumber();
            String before = theirs == null ? null : bySupplierNo.get(theirs);
            if (before != null && !before.equals(one.key()) && before.equals(own(supplier, theirs))) {
                tables.adopt(connection, supplier, before, one.key(), now);
                bySupplierNo.put(theirs, one.key());
            }
        }
    }

    private Map<String, SupplierRow> renew(
            Connection connection, String supplier, List<KeyedStatement> said, Instant now) throws SQLException {
        List<String> keys =
                List.copyOf(said.stream().map(KeyedStatement::key).collect(Collectors.toCollection(TreeSet::new)));
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, String> before = tables.lock(connection, supplier, keys, now);
        Map<String, List<OrderStatement>> all = tables.said(connection, supplier, keys);
        List<RefoldedOrder> changed = new ArrayList<>();
        Map<String, SupplierRow> rows = new HashMap<>();
        for (String key : keys) {
            OrderState state = OrderFold.of(all.getOrDefault(key, List.of()));
            String text = tables.write(state);
            rows.put(key, SupplierRow.order(key, now, text));
            if (!text.equals(before.get(key))) {
                changed.add(new RefoldedOrder(key, state, text));
            }
        }
        tables.change(connection, supplier, changed, now);
        return rows;
    }
}
