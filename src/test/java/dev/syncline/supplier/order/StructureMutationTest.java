package dev.syncline.supplier.order;

import static dev.syncline.supplier.order.TradeMutations.assertSame;
import static dev.syncline.supplier.order.TradeMutations.assertTold;
import static dev.syncline.supplier.order.TradeMutations.eachRound;
import static dev.syncline.supplier.order.TradeMutations.result;

import dev.syncline.supplier.order.TradeLines.Format;
import dev.syncline.supplier.order.TradeLines.Shape;
import dev.syncline.supplier.order.TradeLines.Texts;
import dev.syncline.supplier.order.TradeMutations.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutations of the order, number and levels of what a document says, by kind and format, with a fixed seed: those that change
 * nothing of what it means change nothing of the order, and others are followed or told.
 */
class StructureMutationTest {
    static Stream<Arguments> formats() {
        return TradeMutations.formatsBut();
    }

    static Stream<Arguments> formatsWithShipNotices() {
        return TradeMutations.formatsBut("json");
    }

    /** HL is X12's. */
    static Stream<Arguments> formatsWithLevels() {
        return TradeMutations.formatsBut("json", "edifact", "ubl", "cxml");
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
    @MethodSource("formatsWithShipNotices")
    void twoShipmentsOfOneNumberAreToldAndOfTwoNumbersAddUp(String name, Format format) {
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
    @MethodSource("formatsWithLevels")
    void parentNumbersAndLevels(String name, Format format) {
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
