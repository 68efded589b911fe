package dev.syncline.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.value.RawJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private final Map<String, Object> record = new HashMap<>();

    ConditionTest() {
        record.put("vendorNo", "V-17");
        record.put("zip", "007");
        record.put("amount", new BigDecimal("250.50"));
        record.put("size", 12L);
        record.put("since", LocalDate.of(2026, 3, 29));
        record.put("touched", "2026-03-29T10:00:00Z");
        record.put("blank", " ");
        record.put("none", null);
        record.put("approved", false);
        record.put("address", new RawJson("{\"city\":\"Bonn\",\"zip\":null}"));
        record.put("lines", new RawJson("[{\"glCode\":\"4711\",\"amount\":5},{\"glCode\":\"\",\"amount\":70}]"));
        record.put("empty", List.of());
        record.put("tags", List.of("a", "b"));
        record.put("with.dot", "x");
    }

    @ParameterizedTest
    @CsvSource({
        "vendorNo, EQ, V-17, true",
        "vendorNo, EQ, v-17, false",
        "zip, EQ, 7, false",
        "amount, EQ, 250.5, true",
        "size, EQ, 12.0, true",
        "approved, EQ, false, true",
        "none, EQ, null, false",
        "vendorNo, NE, V-17, false",
        "vendorNo, NE, V-18, true",
        "none, NE, V-18, true",
        "vendorNo, MATCHES, V-1., true",
        "vendorNo, MATCHES, V-1, false",
        "vendorNo, MATCHES, '^V-\\d+$', true",
        "none, MATCHES, .*, false",
        "amount, GT, 90, true",
        "zip, GT, 6, true",
        "amount, LT, 250.50, false",
        "size, LT, 100, true",
        "since, GT, 2026-03-28, true",
        "since, LT, 2026-03-29T00:00:01Z, true",
        "touched, GT, 2026-03-29T11:30:00+02:00, true",
        "touched, GT, 2026-03-29T11:30+0200, true",
        "touched, LT, 2026-03-29 10:01, true",
        "vendorNo, LT, W, true",
        "none, GT, 1, false",
        "none, LT, 1, false",
        "address.city, EQ, Bonn, true",
        "lines.glCode, EQ, 4711, true",
        "lines.amount, GT, 50, true",
        "tags, EQ, b, true",
        "tags, NE, c, true",
        "with.dot, EQ, x, true",
        "unknown.below, NE, x, true",
        "unknown, EQ, x, false"
    })
    void comparesAFieldWithAValue(String field, Operator operator, String value, boolean matches) {
        assertEquals(matches, condition(field, operator, value).matches(record));
    }

    @ParameterizedTest
    @CsvSource({
        "EQ, v-17, true",
        "EQ, V-17, true",
        "EQ, v-18, false",
        "NE, v-17, false",
        "NE, v-18, true",
        "IN, v-17, true",
        "MATCHES, v-1., true",
        "MATCHES, v-2., false"
    })
    void takesTextInAnotherCaseForTheSameWhereTheRuleSaysSo(Operator operator, String value, boolean matches) {
        Condition any = new Condition(
                new Rule(1L, "*", "vendorNo", operator, List.of(value), true, null, Effect.BLOCK, null, null));
        assertEquals(matches, any.matches(record));
        assertTrue(
                any.rule().condition().endsWith(value + ", in any case of letters"),
                any.rule().condition());
    }

    @Test
    void aRuleOverTheSourceIsNotEditedAroundAndOneOverWhatIsSentIsNotEither() {
        RuleBook book = new RuleBook(List.of(condition("vendorNo", Operator.EQ, "V-17")));
        Map<String, Object> other = Map.of("vendorNo", "V-18");
        assertEquals(1L, book.match(other, record).id(), "the source has it");
        assertEquals(1L, book.match(record, other).id(), "it would be sent");
        assertEquals(null, book.match(other, other));
    }

    @ParameterizedTest
    @CsvSource({
        "vendorNo, false",
        "blank, true",
        "none, true",
        "unknown, true",
        "address.city, false",
        "address.zip, true",
        "address.street, true",
        "none.below, true",
        "lines.glCode, true",
        "lines.amount, false",
        "empty.glCode, false",
        "unread.glCode, false"
    })
    void saysWhatIsMissing(String field, boolean missing) {
        assertEquals(missing, condition(field, Operator.MISSING).matches(record));
        assertEquals(missing, new FieldPath(field).isMissing(record));
    }

    @Test
    void findsOneOfManyValues() {
        assertTrue(condition("vendorNo", Operator.IN, "V-16", "V-17").matches(record));
        assertTrue(condition("size", Operator.IN, "11", "12.0").matches(record));
        assertFalse(condition("vendorNo", Operator.IN, "V-16", "V-18").matches(record));
    }

    @Test
    void takesNoTimeForAnExpressionThatWouldBacktrack() {
        record.put("vendorNo", "a".repeat(50_000) + "!");
        assertFalse(condition("vendorNo", Operator.MATCHES, "(a+)+").matches(record));
    }

    @Test
    void refusesWhatIsNoExpressionOrTooLargeAOne() {
        for (String expression :
                List.of("(", "(?=a)a", "a".repeat(1_001), "((a{1000}){1000}){1000}", "(a{2,99}){200}")) {
            assertThrows(InvalidRule.class, () -> condition("vendorNo", Operator.MATCHES, expression), expression);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "erp-vendors-to-relay, true",
        "*, true",
        "*-vendors-*, true",
        "erp-*-relay, true",
        "erp-*to-relay, true",
        "erp-vendors-to-relay*, true",
        "*vendors, false",
        "erp-*-vendors-*-relay, false",
        "erp-vendors-to-relay-*, false",
        "ERP-*, false",
        "erp-vendors.to-relay, false"
    })
    void aStarInTheRouteStandsForAnyText(String pattern, boolean concerns) {
        assertEquals(concerns, Rules.concerns(pattern, "erp-vendors-to-relay"));
    }

    private static Condition condition(String field, Operator operator, String... values) {
        return new Condition(
                new Rule(1L, "*", field, operator, Arrays.asList(values), false, null, Effect.BLOCK, null, null));
    }
}
