package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.json.JsonAnswer;
import dev.syncline.judge.Content;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers go through a map with all their digits, or their record is told why it does not. */
class MappedNumbersTest {
    private static final List<String> PASSING = List.of(
            "{\"n\": n}",
            "$",
            "$merge([$, {\"more\": 1}])",
            "$sift($, function($v, $k) { true })",
            "{\"n\": [n, n][1]}",
            "{\"n\": (list)[0]}",
            "{\"n\": inner.lines[0].n}",
            "{\"n\": ($x := n; $x)}",
            "{\"n\": $exists(n) ? n : 0}",
            "{\"n\": $map(list, function($v) { $v })[0]}");

    private static final List<String> AWKWARD = List.of(
            "1e20000",
            "1E-20000",
            "-0.0",
            "0.1000000000000000055511",
            "12345678901234567890",
            "9007199254740993",
            "-9223372036854775808",
            "123456789012345678901234567890.123456789",
            "1.50",
            "0.1",
            "9007199254740992",
            "1e5",
            "1e400",
            "0",
            "100",
            "3.141592653589793238462643383279502884197");

    private final Mapping mapping = new Mapping();

    @Property(tries = 500)
    void passThroughAsTheyAreWritten(@ForAll("numbers") String number) throws Exception {
        for (String map : PASSING) {
            String json = mapped(map, number);
            assertTrue(json.contains("\"n\":" + number), map + " makes " + json + " of " + number);
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> whole = Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40))
                .map(BigInteger::toString);
        Arbitrary<String> decimal = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e12"), new BigDecimal("1e12"))
                .ofScale(24)
                .map(BigDecimal::toPlainString);
        return Arbitraries.oneOf(Arbitraries.of(AWKWARD), whole, decimal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": n + 0}",
                "{\"x\": n * 2}",
                "{\"x\": -n}",
                "{\"x\": $sum(list)}",
                "{\"x\": $max(list)}",
                "{\"x\": n = 12345678901234567891}",
                "{\"x\": n > 5}",
                "{\"x\": $abs(n)}",
                "{\"x\": inner.lines[n = 5]}",
                "{\"x\": $number(text) * 2}",
                "{\"x\": $average(list)}"
            })
    void whatWouldLoseADigitFailsItsRecordWithAReason(String map) {
        for (String number :
                List.of("12345678901234567890", "0.1000000000000000055511", "9007199254740993", "1e20000")) {
            Mapping.Unmapped failure = assertThrows(Mapping.Unmapped.class, () -> mapped(map, number), number);
            assertTrue(failure.getMessage().contains(number), failure.getMessage());
            assertTrue(failure.getMessage().contains("$string"), failure.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": 9007199254740991 + two}",
                "{\"x\": 12345678901234567890}",
                "{\"x\": $power(10, 20)}",
                "{\"x\": {\"y\": [4503599627370497 * two]}}"
            })
    void anIntegerThatMayBeAnotherOneIsNoResult(String map) {
        Mapping.Unmapped failure = assertThrows(Mapping.Unmapped.class, () -> mapped(map, "1"));
        assertTrue(failure.getMessage().contains("it calculates "), failure.getMessage());
    }

    /** The library copies by way of doubles. */
    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567890", "0.1000000000000000055511", "1e20000"})
    void aTransformOfACopyIsToldOf(String number) throws Exception {
        String map = "$ ~> |inner|{\"more\": 1}|";
        Mapping.Unmapped failure = assertThrows(Mapping.Unmapped.class, () -> mapped(map, number));
        assertTrue(failure.getMessage().contains("a copy (|...|) that holds " + number), failure.getMessage());
        assertTrue(mapped(map, "0.25").contains("\"more\":1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"x\": n * 2}; 1.50; 3",
                "{\"x\": n + 1}; 9007199254740990; 9007199254740991",
                "{\"x\": $number(text)}; 12345678901234567890; 12345678901234567890",
                "{\"x\": $number(text)}; 0.1000000000000000055511; 0.1000000000000000055511",
                "{\"x\": $number(text)}; 1.50; 1.5",
                "{\"x\": text.$number()}; 12345678901234567890; 12345678901234567890",
                "{\"x\": $string(n)}; 12345678901234567890; \"12345678901234567890\"",
                "{\"x\": n & \"\"}; 0.1000000000000000055511; \"0.1000000000000000055511\"",
                "{\"x\": $sum(list)}; 2.5; 5",
                "{\"x\": $type(n)}; 12345678901234567890; \"number\"",
            })
    void calculatesWithWhatADoubleHolds(String map, String number, String expected) throws Exception {
        assertEquals("{\"x\":" + expected + "}", mapped(map, number));
    }

    private String mapped(String map, String number) throws IOException, Mapping.Unmapped {
        Map<String, Object> record = JsonAnswer.object(("{\"n\":" + number + ",\"two\":2,\"text\":\"" + number
                        + "\",\"list\":["
                        + number + "," + number + "],\"inner\":{\"lines\":[{\"n\":" + number + "},{\"n\":" + number
                        + "}]}}")
                .getBytes(StandardCharsets.UTF_8));
        Map<String, Object> fields = mapping.fields(null, map, record, () -> false);
        return new String(new Content.Writer().of(fields).json(), StandardCharsets.UTF_8);
    }
}
