package dev.syncline.sandbox.supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxProblem;
import dev.syncline.sandbox.document.Document;
import dev.syncline.sandbox.document.Document.Change;
import dev.syncline.sandbox.document.Document.Kind;
import dev.syncline.sandbox.document.Document.Part;
import dev.syncline.sandbox.document.Order;
import dev.syncline.sandbox.document.OrderLine;
import dev.syncline.sandbox.document.OrderLine.Item;
import dev.syncline.sandbox.document.OrderLine.Quantities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Applies an action to an order at a supplier, and makes the document that the supplier sends about it. */
final class SupplierActions {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final Poke poke;
    private final Order before;
    private final Instant at;
    private final List<OrderLine> lines;
    private final List<Part> parts = new ArrayList<>();

    private SupplierActions(Poke poke, Order before, Instant at) {
        this.poke = poke;
        this.before = before;
        this.at = at;
        this.lines = new ArrayList<>(before.lines());
    }

    /** Applies an action, and returns the document about it, with the order after it. */
    static Document apply(Poke poke, Order order, Instant at) {
        return new SupplierActions(poke, order, at).document();
    }

    private Document document() {
        return switch (poke.action()) {
            case "acknowledge" -> {
                before.lines().forEach(line -> parts.add(new Part(line.line(), Change.NONE, null)));
                yield of(Kind.RECEIPT);
            }
            case "confirm", "place" -> confirm();
            case "confirm-part" -> confirmPart();
            case "back-order" -> backOrder();
            case "re-date" -> reDate();
            case "reprice" -> reprice();
            case "ship" -> ship(false);
            case "ship-part" -> ship(true);
            case "cancel-line" -> cancelLine();
            case "restore-line" -> restore();
            case "cancel" -> cancel();
            case "add-item" -> add();
            default ->
                throw new SandboxProblem(
                        400,
                        "Unknown action '" + poke.action() + "'; there are acknowledge, confirm, confirm-part,"
                                + " back-order, re-date, reprice, ship, ship-part, cancel-line, restore-line, cancel,"
                                + " add-item, place, repeat and out-of-order");
        };
    }

    private Document confirm() {
        for (OrderLine line : poke.lines(before)) {
            Quantities quantities = line.quantities();
            OrderLine now = line.with(quantities.confirming(quantities.ordered(), ZERO, ZERO));
            change(line, Change.QUANTITY, poke.date().map(now::expected).orElse(now));
        }
        return of(Kind.CONFIRMATION);
    }

    /** Confirms a part; the rest is back-ordered, or cancelled by {@code "rest":"cancel"}. */
    private Document confirmPart() {
        boolean cancelsRest = poke.text("rest").filter("cancel"::equals).isPresent();
        for (OrderLine line : poke.lines(before)) {
            BigDecimal ordered = line.quantities().ordered();
            BigDecimal part = atMost(ordered, poke.quantity().orElseGet(() -> half(ordered)));
            BigDecimal rest = ordered.subtract(part);
            OrderLine now =
                    line.with(line.quantities().confirming(part, cancelsRest ? ZERO : rest, cancelsRest ? rest : ZERO));
            change(line, Change.QUANTITY, poke.date().map(now::expected).orElse(now));
        }
        return of(Kind.CONFIRMATION);
    }

    private Document backOrder() {
        for (OrderLine line : poke.lines(before)) {
            Quantities quantities = line.quantities();
            BigDecimal left = quantities.left().subtract(quantities.cancelled());
            BigDecimal part = atMost(left, poke.quantity().orElse(left));
            OrderLine now = line.with(quantities.confirming(
                    quantities.ordered().subtract(quantities.cancelled()).subtract(part),
                    part,
                    quantities.cancelled()));
            change(line, Change.QUANTITY, poke.date().map(now::expected).orElse(now));
        }
        return of(Kind.CONFIRMATION);
    }

    private Document reDate() {
        LocalDate date = poke.date().orElseThrow(() -> new SandboxProblem(400, "Say to which date: 'date'"));
        poke.lines(before)
                .forEach(line -> change(line, Change.DATE, promised(line).expected(date)));
        return of(Kind.CHANGE);
    }

    private Document reprice() {
        BigDecimal price = poke.price().orElseThrow(() -> new SandboxProblem(400, "Say the price: 'unitCost'"));
        poke.lines(before)
                .forEach(line -> change(line, Change.PRICE, promised(line).costing(price)));
        return of(Kind.CHANGE);
    }

    /** Returns a line that is promised, as a change of its date or price promises it. */
    private static OrderLine promised(OrderLine line) {
        Quantities quantities = line.quantities();
        return quantities.confirmed().signum() > 0 || quantities.backOrdered().signum() > 0
                ? line
                : line.with(quantities.confirming(
                        quantities.ordered().subtract(quantities.cancelled()), ZERO, quantities.cancelled()));
    }

    private Document ship(boolean partly) {
        String tracking = poke.text("tracking").orElseGet(() -> "1Z%s%04d"
                .formatted(before.supplierNumber().replaceAll("\\W", ""), before.revision()));
        for (OrderLine line : poke.lines(before)) {
            Quantities q = line.quantities();
            BigDecimal most = q.shippable();
            BigDecimal parcel = poke.quantity().orElseGet(() -> partly ? half(most) : most);
            if (parcel.signum() == 0 && poke.text("line").isEmpty()) {
                continue;
            }
            if (parcel.signum() == 0 || parcel.compareTo(most) > 0) {
                throw new SandboxProblem(
                        409, "Line " + line.line() + " has " + most.toPlainString() + " to ship; confirm more first");
            }
            OrderLine now = line.with(new Quantities(
                            q.ordered(), q.confirmed(), q.shipped().add(parcel), q.backOrdered(), q.cancelled()))
                    .tracked(with(line.tracking(), tracking));
            lines.set(lines.indexOf(line), now);
            parts.add(new Part(line.line(), Change.NONE, parcel));
        }
        if (parts.isEmpty()) {
            throw new SandboxProblem(409, "Order " + before.reference() + " has nothing to ship; confirm more first");
        }
        // One statement is enough if all is confirmed as ordered, or shipped at once.
        boolean whole = parts.size() == lines.size()
                && lines.stream().allMatch(line -> line.status() == OrderLine.Status.SHIPPED)
                && before.lines().stream()
                        .map(OrderLine::quantities)
                        .allMatch(
                                q -> q.shipped().signum() == 0 && q.confirmed().compareTo(q.ordered()) == 0);
        Order after = after(with(before.tracking(), tracking));
        return new Document(Kind.SHIPMENT, number(after), at, after, parts, List.of(tracking), whole);
    }

    private Document cancelLine() {
        change(wanted(), Change.REMOVED, cancelled(wanted()));
        return of(Kind.CHANGE);
    }

    private OrderLine wanted() {
        return poke.line(before).orElseThrow(() -> new SandboxProblem(400, "Say which line: 'line'"));
    }

    private static OrderLine cancelled(OrderLine line) {
        Quantities quantities = line.quantities();
        if (quantities.left().signum() == 0) {
            throw new SandboxProblem(409, "Line " + line.line() + " is shipped");
        }
        return line.with(quantities.confirming(quantities.shipped(), ZERO, quantities.left()));
    }

    private Document restore() {
        OrderLine line = wanted();
        Quantities quantities = line.quantities();
        change(line, Change.RESTORED, line.with(quantities.confirming(quantities.ordered(), ZERO, ZERO)));
        return of(Kind.CHANGE);
    }

    private Document cancel() {
        for (OrderLine line : before.lines()) {
            if (line.quantities().left().signum() > 0 && line.status() != OrderLine.Status.CANCELLED) {
                change(line, Change.REMOVED, cancelled(line));
            }
        }
        return of(Kind.CANCELLATION);
    }

    private Document add() {
        String number = poke.text("item").orElse("CAT-1001");
        int line = 1 + before.lines().stream().mapToInt(OrderLine::line).max().orElse(0);
        OrderLine added = added(poke.body(), line, number, before.expectedOn());
        lines.add(added);
        parts.add(new Part(line, Change.ADDED, null));
        return of(Kind.CHANGE);
    }

    /** Returns a line that the supplier adds: of an item of the catalog, or an unknown one. */
    private static OrderLine added(JsonNode wanted, int line, String number, LocalDate expectedOn) {
        Item item = CatalogItems.find(number)
                .orElseGet(() ->
                        new Item(null, number, null, wanted.path("description").asText("Item " + number), "EA"));
        BigDecimal quantity = new BigDecimal(wanted.path("quantity").asText("1"));
        BigDecimal cost = wanted.hasNonNull("unitCost")
                ? new BigDecimal(wanted.get("unitCost").asText())
                : CatalogItems.cost(number);
        Quantities quantities = Quantities.ordered(quantity).confirming(quantity, ZERO, ZERO);
        return new OrderLine(line, item, quantities, cost, expectedOn, List.of(), false, true);
    }

    /** Returns an order that is placed at the supplier itself; without {@code lines}, of two items of the catalog. */
    static Order placed(String number, ObjectNode body, String currency, Instant at, LocalDate today) {
        List<OrderLine> lines = new ArrayList<>();
        LocalDate expectedOn = today.plusDays(14);
        for (JsonNode wanted : body.path("lines")) {
            lines.add(added(wanted, lines.size() + 1, wanted.path("item").asText("CAT-1001"), expectedOn));
        }
        if (lines.isEmpty()) {
            lines.add(added(body, 1, "CAT-1002", expectedOn));
            lines.add(added(body, 2, "CAT-1003", expectedOn));
        }
        return new Order(null, number, currency, today, expectedOn, List.of(), 0, at, lines);
    }

    /** Returns a copy of a placed order, for formats that send one before its confirmation. */
    static Document copy(Document confirmation) {
        return new Document(
                Kind.ORDER,
                confirmation.order().supplierNumber(),
                confirmation.at().minusSeconds(1),
                confirmation.order(),
                confirmation.parts(),
                List.of(),
                false);
    }

    private void change(OrderLine line, Change change, OrderLine now) {
        lines.set(lines.indexOf(line), now);
        parts.add(new Part(line.line(), change, null));
    }

    private Document of(Kind kind) {
        if (parts.isEmpty()) {
            throw new SandboxProblem(409, "Order " + before.reference() + " has no line left for " + poke.action());
        }
        Order after = after(before.tracking());
        boolean whole = kind == Kind.CONFIRMATION
                && before.number() != null
                && parts.size() == lines.size()
                && lines.stream()
                        .allMatch(line -> line.status() == OrderLine.Status.CONFIRMED
                                && !line.added()
                                && line.quantities().shipped().signum() == 0);
        return new Document(kind, number(after), at, after, parts, List.of(), whole);
    }

    private Order after(List<String> tracking) {
        LocalDate first = lines.get(0).expectedOn();
        boolean isOfAll = first != null && lines.stream().allMatch(line -> first.equals(line.expectedOn()));
        return new Order(
                before.number(),
                before.supplierNumber(),
                before.currency(),
                before.orderedOn(),
                isOfAll ? first : before.expectedOn(),
                tracking,
                before.revision() + 1,
                at,
                List.copyOf(lines));
    }

    private static String number(Order order) {
        return order.supplierNumber() + "-" + order.revision();
    }

    private static BigDecimal half(BigDecimal quantity) {
        return quantity.divide(BigDecimal.valueOf(2), 0, RoundingMode.CEILING).min(quantity);
    }

    private static BigDecimal atMost(BigDecimal most, BigDecimal quantity) {
        if (quantity.compareTo(most) > 0) {
            throw new SandboxProblem(
                    409, "There are " + most.toPlainString() + " left, not " + quantity.toPlainString());
        }
        return quantity;
    }

    private static List<String> with(List<String> numbers, String number) {
        return Stream.concat(numbers.stream(), Stream.of(number)).distinct().toList();
    }
}
