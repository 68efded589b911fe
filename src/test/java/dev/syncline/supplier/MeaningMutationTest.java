package dev.syncline.supplier;

import static dev.syncline.supplier.TradeDocuments.READERS;
import static dev.syncline.supplier.TradeDocuments.cxml;
import static dev.syncline.supplier.TradeDocuments.edifact;
import static dev.syncline.supplier.TradeDocuments.ubl;
import static dev.syncline.supplier.TradeDocuments.x12;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
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
    private static final int ROUNDS = 8;

    /** A line of a document: quantity, price and date are in it as the format writes them. */
    record Shape(int number, int quantity, int price, int day, String unit) {
        String date(String separator) {
            return "2026" + separator + "12" + separator + (day < 10 ? "0" : "") + day;
        }
    }

    /** How a format writes a confirmation and a ship notice of these lines, with signs as texts in front of numbers. */
    record Format(
            String name,
            BiFunction<List<Shape>, Texts, String> confirmation,
            BiFunction<List<Shape>, Texts, String> shipment) {}

    /** What goes into a document beside its lines. */
    record Texts(String number, String order, String quantitySign, String priceSign, String basis, String dateSuffix) {
        static Texts plain() {
            return new Texts("D-1", "PO-1", "", "", "1", "");
        }
    }

    private static String each(List<Shape> lines, java.util.function.Function<Shape, String> line) {
        return lines.stream().map(line).collect(Collectors.joining());
    }

    private static final List<Format> FORMATS = List.of(
            new Format(
                    "x12",
                    (lines, t) -> x12(
                            "PR",
                            "ST*855*0001~BAK*00*AC*" + t.order() + "*20261101~"
                                    + each(
                                            lines,
                                            l -> "PO1*" + l.number() + "*" + t.quantitySign() + l.quantity() + "*"
                                                    + l.unit() + "*"
                                                    + t.priceSign() + l.price() + "**BP*A-" + l.number() + "~ACK*IA*"
                                                    + t.quantitySign() + l.quantity() + "*" + l.unit() + "*067*"
                                                    + l.date("")
                                                    + t.dateSuffix() + "~")
                                    + "SE*1*0001~"),
                    (lines, t) -> x12(
                            "SH",
                            "ST*856*0001~BSN*00*" + t.number() + "*20261101*0800~HL*1**S~HL*2*1*O~PRF*" + t.order()
                                    + "~"
                                    + each(
                                            lines,
                                            l -> "HL*" + (l.number() + 2) + "*2*I~LIN*" + l.number() + "*BP*A-"
                                                    + l.number()
                                                    + "~SN1*" + l.number() + "*" + t.quantitySign() + l.quantity() + "*"
                                                    + l.unit() + "~")
                                    + "SE*1*0001~")),
            new Format(
                    "edifact",
                    (lines, t) -> edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-1+4'DTM+137:20261101:102'RFF+ON:" + t.order()
                            + "'"
                            + each(
                                    lines,
                                    l -> "LIN+" + l.number() + "+5+A-" + l.number() + ":BP'QTY+113:" + t.quantitySign()
                                            + l.quantity() + ":" + l.unit() + "'DTM+67:" + l.date("") + t.dateSuffix()
                                            + ":102'PRI+AAA:" + t.priceSign() + l.price() + ":::" + t.basis() + "'")
                            + "UNT+1+1'"),
                    (lines, t) ->
                            edifact("UNH+1+DESADV:D:96A:UN'BGM+351+" + t.number() + "+9'DTM+137:20261101:102'RFF+ON:"
                                    + t.order() + "'CPS+1'"
                                    + each(
                                            lines,
                                            l -> "LIN+" + l.number() + "++A-" + l.number() + ":BP'QTY+12:"
                                                    + t.quantitySign() + l.quantity() + ":" + l.unit() + "'")
                                    + "UNT+1+1'")),
            new Format(
                    "ubl",
                    (lines, t) -> ubl(
                            "OrderResponse",
                            "<cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate><cac:OrderReference><cbc:ID>"
                                    + t.order()
                                    + "</cbc:ID></cac:OrderReference>"
                                    + each(
                                            lines,
                                            l -> "<cac:OrderLine><cac:LineItem><cbc:ID>" + l.number()
                                                    + "</cbc:ID><cbc:LineStatusCode>5</cbc:LineStatusCode><cbc:Quantity unitCode='"
                                                    + l.unit() + "'>" + t.quantitySign() + l.quantity()
                                                    + "</cbc:Quantity><cac:Delivery><cac:PromisedDeliveryPeriod><cbc:EndDate>"
                                                    + l.date("-") + t.dateSuffix()
                                                    + "</cbc:EndDate></cac:PromisedDeliveryPeriod>"
                                                    + "</cac:Delivery><cac:Price><cbc:PriceAmount currencyID='EUR'>"
                                                    + t.priceSign()
                                                    + l.price() + "</cbc:PriceAmount><cbc:BaseQuantity>" + t.basis()
                                                    + "</cbc:BaseQuantity></cac:Price><cac:Item><cac:BuyersItemIdentification>"
                                                    + "<cbc:ID>A-" + l.number()
                                                    + "</cbc:ID></cac:BuyersItemIdentification>"
                                                    + "</cac:Item></cac:LineItem></cac:OrderLine>")),
                    (lines, t) -> ubl(
                            "DespatchAdvice",
                            "<cbc:ID>" + t.number()
                                    + "</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate><cac:OrderReference>"
                                    + "<cbc:ID>" + t.order() + "</cbc:ID></cac:OrderReference>"
                                    + each(
                                            lines,
                                            l -> "<cac:DespatchLine><cbc:ID>" + l.number()
                                                    + "</cbc:ID><cbc:DeliveredQuantity unitCode='" + l.unit() + "'>"
                                                    + t.quantitySign() + l.quantity()
                                                    + "</cbc:DeliveredQuantity><cac:OrderLineReference><cbc:LineID>"
                                                    + l.number()
                                                    + "</cbc:LineID></cac:OrderLineReference><cac:Item/></cac:DespatchLine>"))),
            new Format(
                    "cxml",
                    (lines, t) -> cxml(
                            "c1",
                            "<ConfirmationRequest><ConfirmationHeader type='detail' confirmID='C-1' noticeDate='2026-11-01'/>"
                                    + "<OrderReference orderID='" + t.order() + "'/>"
                                    + each(
                                            lines,
                                            l -> "<ConfirmationItem lineNumber='" + l.number() + "' quantity='"
                                                    + l.quantity()
                                                    + "'><UnitOfMeasure>" + l.unit()
                                                    + "</UnitOfMeasure><ConfirmationStatus type='accept' quantity='"
                                                    + t.quantitySign() + l.quantity() + "' deliveryDate='" + l.date("-")
                                                    + t.dateSuffix() + "'><UnitOfMeasure>" + l.unit()
                                                    + "</UnitOfMeasure><UnitPrice><Money currency='EUR'>"
                                                    + t.priceSign() + l.price()
                                                    + "</Money></UnitPrice><PriceBasisQuantity quantity='" + t.basis()
                                                    + "'/></ConfirmationStatus></ConfirmationItem>")
                                    + "</ConfirmationRequest>"),
                    (lines, t) -> cxml(
                            "s1",
                            "<ShipNoticeRequest><ShipNoticeHeader shipmentID='" + t.number()
                                    + "' noticeDate='2026-11-01'/><ShipNoticePortion><OrderReference orderID='"
                                    + t.order()
                                    + "'/>"
                                    + each(
                                            lines,
                                            l -> "<ShipNoticeItem lineNumber='" + l.number() + "' quantity='"
                                                    + t.quantitySign()
                                                    + l.quantity() + "'><UnitOfMeasure>" + l.unit()
                                                    + "</UnitOfMeasure></ShipNoticeItem>")
                                    + "</ShipNoticePortion></ShipNoticeRequest>")),
            new Format(
                    "json",
                    (lines, t) -> json(lines, t, "quantityConfirmed"),
                    (lines, t) -> json(lines, t, "quantityShipped")));

    private static String json(List<Shape> lines, Texts t, String quantity) {
        return "{\"orders\":[{\"poNumber\":\"" + t.order() + "\",\"updatedAt\":\"2026-11-01\",\"lines\":["
                + lines.stream()
                        .map(l -> "{\"poLineNumber\":" + l.number() + ",\"buyerSku\":\"A-" + l.number() + "\",\""
                                + quantity
                                + "\":" + t.quantitySign() + l.quantity() + ",\"unit\":\"" + l.unit()
                                + "\",\"unitCost\":"
                                + t.priceSign() + l.price() + ",\"expectedDate\":\"" + l.date("-") + t.dateSuffix()
                                + "\"}")
                        .collect(Collectors.joining(","))
                + "]}]}";
    }

    static Stream<Arguments> formats() {
        return FORMATS.stream().map(format -> Arguments.of(format.name(), format));
    }

    /** What becomes of the order, and what is told of it. */
    record Result(OrderState state, List<String> told) {
        Map<String, String> lines(java.util.function.Function<OrderState.Line, Object> of) {
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
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            List<Shape> lines = shapes(random);
            Texts negative = new Texts("D-1", "PO-1", "-", "", "1", "");
            String confirmed = format.confirmation().apply(lines, negative);
            assertTold(format, "a negative quantity", confirmed, result(format, confirmed));
            assertTrue(result(format, confirmed).state().lines().isEmpty(), confirmed);
            String shipped = format.shipment().apply(lines, negative);
            assertTold(format, "a negative shipment", shipped, result(format, shipped));
            String priced = format.confirmation().apply(lines, new Texts("D-1", "PO-1", "", "-", "1", ""));
            assertTold(format, "a negative price", priced, result(format, priced));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void zeros(String name, Format format) {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            List<Shape> lines = shapes(random);
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
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void repeatsChangeNothing(String name, Format format) {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            List<Shape> lines = shapes(random);
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
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void anotherOrderOfLinesChangesNothing(String name, Format format) {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            List<Shape> lines = shapes(random);
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
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void quantitiesPricesAndDatesFollow(String name, Format format) {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            List<Shape> lines = shapes(random);
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
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void priceBases(String name, Format format) {
        if (name.equals("json") || name.equals("x12")) {
            return; // They have no such number: 639 of X12 is a code.
        }
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            List<Shape> lines = shapes(random);
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
                    new java.math.BigDecimal(result(format, hundred)
                                    .lines(OrderState.Line::unitCost)
                                    .get("1"))
                            .compareTo(java.math.BigDecimal.valueOf(lines.get(0).price(), 2)),
                    hundred);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void datesThatAreNoneAreTold(String name, Format format) {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            List<Shape> lines = shapes(random);
            lines.replaceAll(l -> new Shape(l.number(), l.quantity(), l.price(), 30 + l.number() % 2 * 2, l.unit()));
            lines.removeIf(l -> l.day() <= 31);
            String document = format.confirmation().apply(lines, Texts.plain());
            Result result = result(format, document);
            assertTold(format, "the 32nd of December", document, result);
            String text = format.confirmation().apply(shapes(random), new Texts("D-1", "PO-1", "", "", "1", "x"));
            assertTold(format, "a date that is none", text, result(format, text));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void unitsThatChangeAreTold(String name, Format format) {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            List<Shape> lines = shapes(random);
            List<Shape> boxes = lines.stream()
                    .map(l -> new Shape(l.number(), l.quantity(), l.price(), l.day(), "BX"))
                    .toList();
            String confirmed = format.confirmation().apply(lines, Texts.plain());
            String shipped = format.shipment().apply(boxes, Texts.plain());
            assertTold(format, "another unit", shipped, result(format, confirmed, shipped));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void twoShipmentsOfOneNumberAreToldAndOfTwoNumbersAddUp(String name, Format format) {
        if (name.equals("json")) {
            return; // It has no ship notices.
        }
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            List<Shape> lines = shapes(random);
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
        }
    }

    /** HL02 is optional; SN1 may stand at the order's level. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void parentNumbersAndLevels(String name, Format format) {
        if (!name.equals("x12")) {
            return; // HL is X12's.
        }
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            List<Shape> lines = shapes(random);
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
        }
    }
}
