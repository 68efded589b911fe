package dev.syncline.sandbox.supplier;

import dev.syncline.sandbox.call.SandboxProblem;
import dev.syncline.sandbox.document.Document;
import dev.syncline.sandbox.document.Order;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Applies actions to orders of the suppliers: each changes the supplier's own order, and sends a document. */
@ApplicationScoped
class SupplierPokes {
    private static final int CHUNK = 500;
    private final SupplierStore store;
    private final SupplierErp erp;

    SupplierPokes(SupplierStore store, SupplierErp erp) {
        this.store = store;
        this.erp = erp;
    }

    /**
     * The result of an action.
     *
     * @param ids of the documents; empty if they are held back
     */
    record Result(Order order, List<Document> documents, List<Long> ids) {}

    Result poke(SupplierSystem supplier, String number, Poke poke) {
        return store.inTransaction(connection -> switch (poke.action()) {
            case "repeat" -> repeat(connection, supplier, number);
            case "out-of-order" -> letGo(connection, supplier, number);
            default -> act(connection, supplier, number, poke);
        });
    }

    private Result act(Connection connection, SupplierSystem supplier, String number, Poke poke) throws SQLException {
        Order order = order(connection, supplier, number, poke);
        Document document = document(order, poke, poke.at());
        // A document with an earlier date changes nothing that is newer.
        boolean isOld = document.at().isBefore(order.updatedAt());
        if (!isOld) {
            store.save(connection, supplier.name(), List.of(document.order()));
        }
        boolean held = poke.is("hold");
        List<Document> documents =
                poke.action().equals("place") && supplier.writer().tellsOrdersApart()
                        ? List.of(SupplierActions.copy(document), document)
                        : List.of(document);
        List<Long> ids = store.send(connection, supplier.name(), documents, held);
        return new Result(isOld ? order : document.order(), documents, held ? List.of() : ids);
    }

    private Order order(Connection connection, SupplierSystem supplier, String number, Poke poke) throws SQLException {
        Order known = store.orders(connection, supplier.name(), List.of(number)).get(number);
        Instant now = Instant.now();
        if (poke.action().equals("place")) {
            if (known != null) {
                throw new SandboxProblem(409, supplier.name() + " has an order " + number + " already");
            }
            LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
            return SupplierActions.placed(number, poke.body(), "USD", Instant.EPOCH, today);
        }
        return Optional.ofNullable(known)
                .or(() -> erp.order(supplier, number))
                .filter(order -> !order.lines().isEmpty())
                .orElseThrow(() -> new SandboxProblem(
                        404,
                        "Neither " + supplier.name() + " nor the ERP has an order '" + number + "' of "
                                + supplier.vendor() + " with lines"));
    }

    /**
     * Returns a document whose date is at least a second after the last one of the order, as some formats have no
     * fractions of seconds.
     */
    private static Document document(Order order, Poke poke, Optional<Instant> at) {
        Instant next = order.updatedAt().plusSeconds(1);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Document document = SupplierActions.apply(poke, order, at.orElse(now.isBefore(next) ? next : now));
        return at.isPresent()
                ? new Document(
                        document.kind(),
                        document.number() + "-" + at.get().getEpochSecond(),
                        document.at(),
                        document.order(),
                        document.parts(),
                        document.tracking(),
                        document.whole())
                : document;
    }

    private Result repeat(Connection connection, SupplierSystem supplier, String number) throws SQLException {
        Document last = store.last(connection, supplier.name(), number)
                .orElseThrow(() -> new SandboxProblem(
                        409, supplier.name() + " has sent nothing of order " + number + " that it could repeat"));
        return sent(connection, supplier, number, List.of(last));
    }

    private Result letGo(Connection connection, SupplierSystem supplier, String number) throws SQLException {
        List<Document> held = store.letGo(connection, supplier.name(), number);
        if (held.isEmpty()) {
            throw new SandboxProblem(
                    409, "Nothing of order " + number + " is held back: poke it with \"hold\":true first");
        }
        return sent(connection, supplier, number, held);
    }

    private Result sent(Connection connection, SupplierSystem supplier, String number, List<Document> documents)
            throws SQLException {
        List<Long> ids = store.send(connection, supplier.name(), documents, false);
        Order order = store.orders(connection, supplier.name(), List.of(number)).get(number);
        return new Result(order, documents, ids);
    }

    /**
     * Applies an action to the supplier's open orders in the ERP, in the order of their numbers, some hundreds a
     * transaction.
     *
     * @param after the number behind which to begin; empty for all
     * @return how many; orders to which the action does not apply are left out
     */
    int pokeMany(SupplierSystem supplier, Poke poke, int count, String after) {
        int poked = 0;
        String last = after;
        for (int seen = 0; seen < count; ) {
            List<Order> orders = erp.open(supplier, last, Math.min(CHUNK, count - seen));
            if (orders.isEmpty()) {
                break;
            }
            seen += orders.size();
            last = orders.get(orders.size() - 1).number();
            poked += store.inTransaction(connection -> pokeAll(connection, supplier, poke, orders));
        }
        return poked;
    }

    private int pokeAll(Connection connection, SupplierSystem supplier, Poke poke, List<Order> orders)
            throws SQLException {
        Map<String, Order> known = store.orders(
                connection, supplier.name(), orders.stream().map(Order::number).collect(Collectors.toList()));
        List<Document> documents = new ArrayList<>();
        for (Order order : orders) {
            try {
                documents.add(document(known.getOrDefault(order.number(), order), poke, Optional.empty()));
            } catch (SandboxProblem problem) {
                if (problem.status() != 409) {
                    throw problem;
                }
            }
        }
        store.save(
                connection,
                supplier.name(),
                documents.stream().map(Document::order).toList());
        store.send(connection, supplier.name(), documents, false);
        return documents.size();
    }
}
