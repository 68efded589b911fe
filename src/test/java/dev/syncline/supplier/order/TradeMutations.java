package dev.syncline.supplier.order;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.supplier.inbox.FoldedDocuments;
import dev.syncline.supplier.order.TradeLines.Format;
import dev.syncline.supplier.order.TradeLines.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Orders of random lines, by a fixed seed, and what their documents are compared by. */
final class TradeMutations {
    private static final long SEED = 20261130;
    private static final int ROUNDS = 25;

    private TradeMutations() {}

    /** What becomes of the order, and what is told of it. */
    record Result(OrderState state, List<String> told) {
        Map<String, String> lines(Function<OrderState.Line, Object> of) {
            Map<String, String> lines = new TreeMap<>();
            state.lines().forEach(line -> lines.put(String.valueOf(line.line()), String.valueOf(of.apply(line))));
            return lines;
        }
    }

    /** All formats but these. */
    static Stream<Arguments> formatsBut(String... names) {
        return TradeLines.FORMATS.stream()
                .filter(format -> !Set.of(names).contains(format.name()))
                .map(format -> Arguments.of(format.name(), format));
    }

    static Result result(Format format, String... documents) {
        FoldedDocuments.Read read = FoldedDocuments.read(format.name(), documents);
        return new Result(read.state(), read.told());
    }

    static List<Shape> shapes(Random random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(5))
                .mapToObj(i ->
                        new Shape(i, 1 + random.nextInt(500), 1 + random.nextInt(90), 1 + random.nextInt(28), "EA"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static void eachRound(BiConsumer<List<Shape>, Random> round) {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            round.accept(shapes(random), random);
        }
    }

    static void assertTold(Format format, String kind, String document, Result result) {
        assertTrue(
                !result.told().isEmpty(),
                () -> format.name() + ", " + kind + " is not told: " + document + " becomes " + result.state());
    }

    static void assertSame(Format format, String kind, Object one, Object other, String document) {
        assertTrue(
                one.equals(other),
                () -> format.name() + ", " + kind + ": " + one + " became " + other + " by " + document);
    }
}
