package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a map may cost for one record: whatever a partner sends, it comes to an end, and only that record fails. */
class MapLimitsTest {
    private final Mapping mapping = new Mapping();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'x': ($f := function($n) { $f($n) }; $f(1))}|takes more than",
                "{'x': ($f := function($n) { 1 + $f($n + 1) }; $f(1))}|deeper than",
                "{'x': $sum([1..3000].($i := $; [1..3000].($i * $)))}|takes more than",
                "{'x': ($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $f('abc', 40))}|longer than",
                "{'x': [1..9000000]}|longer than",
                "{'x': [1..3000].$string([1..1000])}|longer than",
            })
    void isStopped(String map, String words) {
        Mapping.Unmapped failure = assertThrows(
                Mapping.Unmapped.class,
                () -> mapping.fields(null, map.replace('\'', '"'), Map.of("name", "x"), () -> false));
        assertTrue(
                failure.getMessage().contains(words) || failure.getMessage().contains("takes longer than"),
                failure.getMessage());
    }

    @Test
    void anotherRecordIsNoneTheWorse() throws Exception {
        String map = "($n := n; {\"x\": $sum([1..$n].($i := $; [1..$n].($i * $)))})";
        assertThrows(Mapping.Unmapped.class, () -> mapping.fields(null, map, Map.of("n", 5000), () -> false));
        assertEquals(Map.of("x", 9), mapping.fields(null, map, Map.of("n", 2), () -> false));
    }

    @Test
    void isNotInTheWayOfAnOrdinaryRecord() throws Exception {
        List<Map<String, Object>> lines = IntStream.range(0, 5_000)
                .<Map<String, Object>>mapToObj(i -> Map.of("no", i, "text", "Line " + i))
                .toList();
        Map<String, Object> made = mapping.fields(
                null, "{\"lines\": lines.{\"n\": no, \"t\": $uppercase(text)}}", Map.of("lines", lines), () -> false);
        assertEquals(5_000, ((List<?>) made.get("lines")).size());
    }

    @Test
    void endsWhenTheRunIsOver() {
        AtomicInteger asked = new AtomicInteger();
        String endless = "{\"x\": ($f := function($n) { $f($n) }; $f(1))}";
        assertThrows(
                MapLimits.CutOff.class,
                () -> mapping.fields(null, endless, Map.of("one", List.of(1)), () -> asked.incrementAndGet() > 3));
        assertEquals(4, asked.get());
    }

    @Test
    void whatWasExceededIsToldThoughTheExpressionWentOn() {
        MapLimits limits = new MapLimits(() -> false);
        Jsonata endless = Jsonata.jsonata("($f := function($n) { $f($n) }; $f(1))");
        assertThrows(JException.class, () -> limits.evaluate(endless, Map.of()));
        assertThrows(JException.class, limits::check);
    }
}
