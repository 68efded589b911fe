package dev.syncline.supplier.order;

import static dev.syncline.supplier.order.TradeMutations.assertSame;
import static dev.syncline.supplier.order.TradeMutations.assertTold;
import static dev.syncline.supplier.order.TradeMutations.eachRound;
import static dev.syncline.supplier.order.TradeMutations.result;
import static dev.syncline.supplier.order.TradeMutations.shapes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.supplier.order.TradeLines.Format;
import dev.syncline.supplier.order.TradeLines.Shape;
import dev.syncline.supplier.order.TradeLines.Texts;
import dev.syncline.supplier.order.TradeMutations.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutations of values that change what a document means, by kind and format, with a fixed seed: the order changes by them,
 * or they are told, by a fault or a warning.
 */
class MeaningMutationTest {
    static Stream<Arguments> formats() {
        return TradeMutations.formatsBut();
    }

    static Stream<Arguments> formatsWithPriceBasis() {
        return TradeMutations.formatsBut("json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void signs(String name, Format format) {
        eachRound((lines, random) -> {
            Texts negative = new Texts("D-1", "PO-1", "-", "", "1", "");
            String confirmed = format.confirmation().apply(lines, negative);
            assertTold(format, "a negative quantity", confirmed, result(format, confirmed));
            assertTrue(result(format, confirmed).state().lines().isEmpty(), confirmed);
            String shipped = format.shipment().apply(lines, negative);
            assertTold(format, "a negative shipment", shipped, result(format, shipped));
            String priced = format.confirmation().apply(lines, new Texts("D-1", "PO-1", "", "-", "1", ""));
            assertTold(format, "a negative price", priced, result(format, priced));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void zeros(String name, Format format) {
        eachRound((lines, random) -> {
            Shape first = lines.get(0);
            lines.set(0, new Shape(first.number(), 0, first.price(), first.day(), first.unit()));
            String confirmed = format.confirmation().apply(lines, Texts.plain());
            assertSame(
                    format,
                    "zero",
                    "0",
                    result(format, confirmed).lines(OrderState.Line::confirmed).get("1"),
                    confirmed);
            String shipped = format.shipment().apply(lines, Texts.plain());
            assertSame(
                    format,
                    "zero",
                    "0",
                    result(format, shipped).lines(OrderState.Line::shipped).get("1"),
                    shipped);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void quantitiesPricesAndDatesFollow(String name, Format format) {
        eachRound((lines, random) -> {
            Result result = result(format, format.confirmation().apply(lines, Texts.plain()));
            Result shipped = result(format, format.shipment().apply(lines, Texts.plain()));
            for (Shape line : lines) {
                String id = String.valueOf(line.number());
                assertSame(
                        format,
                        "quantity, price and date",
                        line.quantity() + " " + line.price() + " " + line.date("-"),
                        result.lines(l -> l.confirmed() + " "
                                        + l.unitCost().stripTrailingZeros().toPlainString() + " " + l.expectedOn())
                                .get(id),
                        lines.toString());
                assertSame(
                        format,
                        "shipped",
                        String.valueOf(line.quantity()),
                        shipped.lines(OrderState.Line::shipped).get(id),
                        lines.toString());
            }
            assertTrue(
                    result.told().isEmpty() && shipped.told().isEmpty(), () -> name + result.told() + shipped.told());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formatsWithPriceBasis")
    void priceBases(String name, Format format) {
        eachRound((lines, random) -> {
            String none = format.confirmation().apply(lines, new Texts("D-1", "PO-1", "", "", "0", ""));
            assertTold(format, "a price for 0 units", none, result(format, none));
            assertSame(
                    format,
                    "a price for 0 units",
                    "null",
                    result(format, none).lines(OrderState.Line::unitCost).get("1"),
                    none);
            String hundred = format.confirmation().apply(lines, new Texts("D-1", "PO-1", "", "", "100", ""));
            assertSame(
                    format,
                    "a price for 100 units",
                    0,
                    new BigDecimal(result(format, hundred)
                                    .lines(OrderState.Line::unitCost)
                                    .get("1"))
                            .compareTo(BigDecimal.valueOf(lines.get(0).price(), 2)),
                    hundred);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void datesThatAreNoneAreTold(String name, Format format) {
        eachRound((lines, random) -> {
            lines.replaceAll(l -> new Shape(l.number(), l.quantity(), l.price(), 30 + l.number() % 2 * 2, l.unit()));
            lines.removeIf(l -> l.day() <= 31);
            String document = format.confirmation().apply(lines, Texts.plain());
            Result result = result(format, document);
            assertTold(format, "the 32nd of December", document, result);
            String text = format.confirmation().apply(shapes(random), new Texts("D-1", "PO-1", "", "", "1", "x"));
            assertTold(format, "a date that is none", text, result(format, text));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void unitsThatChangeAreTold(String name, Format format) {
        eachRound((lines, random) -> {
            List<Shape> boxes = lines.stream()
                    .map(l -> new Shape(l.number(), l.quantity(), l.price(), l.day(), "BX"))
                    .toList();
            String confirmed = format.confirmation().apply(lines, Texts.plain());
            String shipped = format.shipment().apply(boxes, Texts.plain());
            assertTold(format, "another unit", shipped, result(format, confirmed, shipped));
        });
    }

    /** The order is in the currency of its last document, and each price in that of the document that it is from. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void currenciesFollow(String name, Format format) {
        eachRound((lines, random) -> {
            String first = format.confirmation().apply(lines, Texts.in("EUR"));
            List<Shape> some = lines.subList(0, 1 + random.nextInt(lines.size()));
            String later = format.confirmation().apply(some, Texts.in("USD")).replace("1101", "1102");
            later = later.replace("2026-11-01", "2026-11-02");
            Result result = result(format, first, later);
            assertSame(format, "another currency", "USD", result.state().currency(), later);
            for (OrderState.Line line : result.state().lines()) {
                boolean isLater = Integer.parseInt(line.line()) <= some.size();
                assertSame(
                        format,
                        "the currency of line " + line.line(),
                        isLater ? "USD" : "EUR",
                        line.currency() == null ? result.state().currency() : line.currency(),
                        later);
            }
        });
    }
}
