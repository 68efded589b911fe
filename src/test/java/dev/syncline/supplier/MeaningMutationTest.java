package dev.syncline.supplier;

import static dev.syncline.supplier.TradeDocuments.READERS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.supplier.TradeLines.Format;
import dev.syncline.supplier.TradeLines.Shape;
import dev.syncline.supplier.TradeLines.Texts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutations that change what a document means, by kind and format, with a fixed seed: the order changes by them, or they
 * are told, by a fault or a warning; those that change nothing of it change nothing of the order.
 */
class MeaningMutationTest {
    private static final long SEED = 20261130;
    private static final int ROUNDS = 25;

    static Stream<Arguments> formats() {
        return TradeLines.FORMATS.stream().map(format -> Arguments.of(format.name(), format));
    }

    /** What becomes of the order, and what is told of it. */
    record Result(OrderState state, List<String> told) {
        Map<String, String> lines(Function<OrderState.Line, Object> of) {
            Map<String, String> lines = new TreeMap<>();
            state.lines().forEach(line -> lines.put(String.valueOf(line.line()), String.valueOf(of.apply(line))));
            return lines;
        }
    }

    private static Result result(Format format, String... documents) {
        List<Said> said = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (String document : documents) {
            Document read = Document.read(
                    READERS.get(format.name()), document.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
            if (read.fault() != null) {
                told.add(read.fault());
                continue;
            }
            read.reading().faults().forEach(fault -> told.add(fault.problem()));
            for (SupplierOrder order : read.orders()) {
                if ("PO-1".equals(order.orderNumber())) {
                    said.add(new Said(order, Instant.EPOCH, said.size() + 1, 0, read.warnings()));
                }
            }
        }
        OrderState state = Fold.of(said);
        told.addAll(state.warnings().stream()
                .filter(warning -> !warning.contains("SE declares") && !warning.contains("UNT declares"))
                .filter(warning -> !warning.contains("schema"))
                .toList());
        return new Result(state, told);
    }

    private static List<Shape> shapes(Random random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(5))
                .mapToObj(i ->
                        new Shape(i, 1 + random.nextInt(500), 1 + random.nextInt(90), 1 + random.nextInt(28), "EA"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void eachRound(BiConsumer<List<Shape>, Random> round) {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            round.accept(shapes(random), random);
        }
    }

    private static void assertTold(Format format, String kind, String document, Result result) {
        assertTrue(
                !result.told().isEmpty(),
                () -> format.name() + ", " + kind + " is not told: " + document + " becomes " + result.state());
    }

    private static void assertSame(Format format, String kind, Object one, Object other, String document) {
        assertTrue(
                one.equals(other),
                () -> format.name() + ", " + kind + ": " + one + " became " + other + " by " + document);
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
    void repeatsChangeNothing(String name, Format format) {
        eachRound((lines, random) -> {
            for (String document : List.of(
                    format.confirmation().apply(lines, Texts.plain()),
                    format.shipment().apply(lines, Texts.plain()))) {
                assertSame(
                        format,
                        "a repeat",
                        result(format, document).state(),
                        result(format, document, document).state(),
                        document);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void anotherOrderOfLinesChangesNothing(String name, Format format) {
        eachRound((lines, random) -> {
            List<Shape> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, random);
            for (var write : List.of(format.confirmation(), format.shipment())) {
                Result plain = result(format, write.apply(lines, Texts.plain()));
                Result mutated = result(format, write.apply(shuffled, Texts.plain()));
                assertSame(
                        format,
                        "another order of lines",
                        plain.lines(line -> line.confirmed() + " " + line.shipped() + " " + line.expectedOn()),
                        mutated.lines(line -> line.confirmed() + " " + line.shipped() + " " + line.expectedOn()),
                        write.apply(shuffled, Texts.plain()));
            }
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
    @MethodSource("formats")
    void priceBases(String name, Format format) {
        if (name.equals("json") || name.equals("x12")) {
            return; // They have no such number: 639 of X12 is a code.
        }
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void twoShipmentsOfOneNumberAreToldAndOfTwoNumbersAddUp(String name, Format format) {
        if (name.equals("json")) {
            return; // It has no ship notices.
        }
        eachRound((lines, random) -> {
            List<Shape> more = lines.stream()
                    .map(l -> new Shape(l.number(), l.quantity() + 1, l.price(), l.day(), l.unit()))
                    .toList();
            String first = format.shipment().apply(lines, Texts.plain());
            String same = format.shipment().apply(more, Texts.plain());
            assertTold(format, "another ship notice of the number", same, result(format, first, same));

            String other = format.shipment().apply(more, new Texts("D-2", "PO-1", "", "", "1", ""));
            assertSame(
                    format,
                    "two ship notices",
                    String.valueOf(2 * lines.get(0).quantity() + 1),
                    result(format, first, other).lines(OrderState.Line::shipped).get("1"),
                    other);
            String elsewhere = format.shipment().apply(more, new Texts("D-1", "PO-2", "", "", "1", ""));
            assertSame(
                    format,
                    "a ship notice of another order",
                    result(format, first).state(),
                    result(format, first, elsewhere).state(),
                    elsewhere);
        });
    }

    /** HL02 is optional; SN1 may stand at the order's level. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void parentNumbersAndLevels(String name, Format format) {
        if (!name.equals("x12")) {
            return; // HL is X12's.
        }
        eachRound((lines, random) -> {
            String document = format.shipment().apply(lines, Texts.plain());
            String bare = document.replaceAll("HL\\*(\\d+)\\*\\d*\\*", "HL*$1**");
            assertSame(
                    format,
                    "no parent numbers",
                    result(format, document).state().lines(),
                    result(format, bare).state().lines(),
                    bare);
            String atOrder = document.replaceFirst(
                    "(PRF\\*PO-1~).*",
                    "$1LIN*1*BP*A-1~SN1*1*" + lines.get(0).quantity() + "*EA~SE*1*0001~GE*1*1~IEA*1*000000001~");
            assertSame(
                    format,
                    "at the order's level",
                    String.valueOf(lines.get(0).quantity()),
                    result(format, atOrder).lines(OrderState.Line::shipped).get("1"),
                    atOrder);
            String nowhere = document.replaceAll("SN1\\*[^~]*~", "");
            assertTold(format, "items without quantities", nowhere, result(format, nowhere));
        });
    }
}
