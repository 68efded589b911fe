package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    private static final List<String> AWKWARD = List.of(
            "a", "|", "||", "\\", "\\\\", "\\|", "|\\", "a|b", "a\\b", "a\\", " a ", "a b", "AP/12", "ä€😀", "'\"");

    @Test
    void joinsPartsSoThatTheyComeApartAgain() {
        Map<String, List<String>> made = new HashMap<>();
        for (String a : AWKWARD) {
            for (String b : AWKWARD) {
                for (String c : AWKWARD) {
                    for (List<String> parts : List.of(List.of(a, b), List.of(a, b, c))) {
                        String key = Keys.join(parts);
                        assertEquals(Optional.of(parts), Keys.split(key, parts.size()), key);
                        List<String> other = made.putIfAbsent(parts.size() + key, parts);
                        assertTrue(
                                other == null || other.equals(parts),
                                () -> other + " and " + parts + " are both " + key);
                    }
                }
            }
        }
    }

    @Test
    void putsABarBetweenParts() {
        assertEquals("J-1|010", Keys.join(List.of("J-1", "010")));
        assertEquals("a\\|b|c\\\\", Keys.join(List.of("a|b", "c\\")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "a\\", "AP/12 7", " a ", "", " "})
    void leavesAKeyOfOneColumnAsItIs(String key) {
        assertEquals(key, Keys.join(List.of(key)));
        assertEquals(Optional.of(List.of(key)), Keys.split(key, 1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t"})
    void hasNoKeyWhereAPartIsMissing(String missing) {
        assertNull(Keys.join(Arrays.asList("a", missing)));
        assertNull(Keys.join(Arrays.asList(missing, "a")));
    }

    @Test
    void hasNoKeyWhereTheOnlyPartIsMissing() {
        assertNull(Keys.join(Arrays.asList((String) null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a|b|c", "a\\|b"})
    void doesNotSplitAKeyWithAnotherNumberOfParts(String key) {
        assertEquals(Optional.empty(), Keys.split(key, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.5",
        "1.5, 1.5",
        "2.00, 2",
        "100, 100",
        "1E+2, 100",
        "-0.0, 0",
        "0.10, 0.1",
        "1E-3, 0.001",
        "007, 7"
    })
    void aNumberIsOneKeyHoweverManyZerosItHas(String written, String key) {
        assertEquals(key, Keys.part(new BigDecimal(written)));
        assertEquals(key, Keys.part(Double.valueOf(written)));
        assertEquals(key, Keys.ofNumber(written));
    }

    @Test
    void numbersThatDifferAreDifferentKeys() {
        Map<String, BigDecimal> made = new HashMap<>();
        for (int unscaled = -300; unscaled <= 300; unscaled++) {
            for (int scale = -3; scale <= 4; scale++) {
                BigDecimal number = BigDecimal.valueOf(unscaled, scale);
                BigDecimal other = made.putIfAbsent(Keys.part(number), number);
                assertTrue(other == null || other.compareTo(number) == 0, () -> other + " and " + number);
                assertEquals(0, new BigDecimal(Keys.part(number)).compareTo(number));
            }
        }
    }

    @Test
    void textIsTheKeyThatItIs() {
        for (String text : List.of("1.50", "1,5", "NaN", "007", "1e3")) {
            assertEquals(text, Keys.part(text));
        }
        assertEquals("NaN", Keys.part(Double.NaN));
        assertEquals("-Infinity", Keys.part(Double.NEGATIVE_INFINITY));
        for (String text : List.of("x.50", "1e", "e5", "1e999999", "NaN", "1E+300")) {
            assertEquals(text, Keys.ofNumber(text));
        }
    }
}
