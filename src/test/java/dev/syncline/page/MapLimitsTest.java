package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** A text on which each of these tries for ever, and on which nothing else would look at the clock. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$contains(name, /(.*a){20}b/)",
                "$replace(name, /(.*a){20}b/, 'x', 3)",
                "name ~> $replace(/(.*a){20}b/, function($m) { 'x' })",
                "$split(name, /(.*a){20}b/)",
                "$map([name], $match(?, /(.*a){20}b/))",
            })
    void aRegularExpressionIsStopped(String call) {
        Map<String, Object> record = Map.of("name", "a".repeat(60) + "!");
        String map = "{'x': " + call + "}";
        Mapping.Unmapped failure = assertThrows(
                Mapping.Unmapped.class, () -> mapping.fields(null, map.replace('\'', '"'), record, () -> false));
        assertTrue(failure.getMessage().contains("takes "), failure.getMessage());
        AtomicInteger asked = new AtomicInteger();
        assertThrows(
                MapLimits.CutOff.class,
                () -> mapping.fields(null, map.replace('\'', '"'), record, () -> asked.incrementAndGet() > 3));
    }

    @Test
    void aRegularExpressionMakesWhatItMadeBefore() throws Exception {
        String map = "{'c': $contains(t, /B/i), 'm': $match(t, /([a-z])(\\d)/).groups,"
                + " 'r': $replace(t, /(\\w)(\\d)/, '$2$1'), 'f': $replace(t, /\\d/, function($m) { '<' & $m.match & '>' }),"
                + " 'l': $replace(t, /\\d/, '', 1), 's': $split(t, /[ ,]+/), 'o': $split(t, ' ', 1),"
                + " 'p': $replace('a.b.c', '.', '-', 1), 'q': $replace('a.b.c', '.', '-'), 'w': $replace('a.b.c', pattern, '-', 2), 'n': $contains(none, /x/), 'z': $split(?, /2/)('1213')}";
        Map<String, Object> made = mapping.fields(
                null, map.replace('\'', '"'), Map.of("t", "a1, b2", "pattern", "(.*a){20}b"), () -> false);
        Map<String, Object> expected = new HashMap<>();
        expected.put("c", true);
        expected.put("m", List.of("a", "1", "b", "2"));
        expected.put("r", "1a, 2b");
        expected.put("f", "a<1>, b<2>");
        expected.put("l", "a, b2");
        expected.put("s", List.of("a1", "b2"));
        expected.put("o", List.of("a1,"));
        expected.put("p", "a-b.c");
        expected.put("q", "a-b-c");
        expected.put("w", "a.b.c"); // a text of the record is no expression
        expected.put("z", List.of("1", "13"));
        assertEquals(expected, made);
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
