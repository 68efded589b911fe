package dev.syncline.supplier.inbox;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.StorableText;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Line;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checks that what a document says of an order can be stored and delivered: databases hold no NUL, indexes no number of
 * any length, and an order is compared line by line.
 */
final class StorableOrder {
    private static final int MOST_LINES = 10_000;

    private StorableOrder() {}

    /**
     * A text of an order.
     *
     * @param isName whether something is found by it
     */
    private record Text(String name, String text, boolean isName) {}

    /** Returns the first problem and its place; empty if there is none. */
    static Optional<String> problem(SupplierOrder order) {
        if (order.lines().size() > MOST_LINES) {
            return Optional.of("The order has " + order.lines().size() + " lines, and at most " + MOST_LINES
                    + " of one order are read at once. Ask the supplier to send it in parts");
        }
        return Stream.concat(
                        of(order),
                        IntStream.range(0, order.lines().size())
                                .boxed()
                                .flatMap(i -> of(i + 1, order.lines().get(i))))
                .flatMap(text -> problem(text).stream())
                .findFirst();
    }

    private static Stream<Text> of(SupplierOrder order) {
        return Stream.concat(
                Stream.of(
                        name("the supplier's order number", order.supplierOrderNumber()),
                        name("the currency", order.currency()),
                        new Text("the document's number", order.number(), false)),
                order.tracking().stream().map(tracking -> new Text("the tracking number", tracking, false)));
    }

    private static Stream<Text> of(int number, Line line) {
        String of = " of line " + number;
        return Stream.concat(
                Stream.of(
                        name("the id" + of, line.line()),
                        name("the supplier's id" + of, line.supplierLine()),
                        name("the item" + of, line.item()),
                        name("the supplier's item" + of, line.supplierItem()),
                        name("the GTIN" + of, line.gtin()),
                        name("the unit" + of, line.unit()),
                        name("the currency" + of, line.currency()),
                        new Text("the description" + of, line.description(), false)),
                line.tracking().stream().map(tracking -> new Text("the tracking number" + of, tracking, false)));
    }

    private static Text name(String name, String text) {
        return new Text(name, text, true);
    }

    private static Optional<String> problem(Text text) {
        if (text.text() == null
                || (text.isName() ? StorableText.isName(text.text()) : StorableText.isStorable(text.text()))) {
            return Optional.empty();
        }
        return Optional.of("As " + text.name() + " it has '" + DocumentValues.shown(text.text()) + "', which "
                + (text.isName() ? "is longer than " + StorableText.LONGEST_NAME + " characters, or " : "")
                + "has characters that no system takes. Ask the supplier to correct it");
    }
}
