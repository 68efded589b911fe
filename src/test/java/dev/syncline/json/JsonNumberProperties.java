package dev.syncline.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.syncline.judge.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonNumberProperties {
    @Property
    void aNumberIsSentAsItWasWritten(@ForAll("numbers") String number) throws IOException {
        assertSentAsWritten(number);
    }

    @Example
    void soAreThoseThatNoTypeHolds() throws IOException {
        for (String number : List.of(
                "1e20000",
                "-0",
                "-0.0",
                "0.10",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775809",
                "123456789012345678901234567890.10",
                "1E5",
                "1e+05",
                "1.50",
                "1e999999999",
                "7".repeat(5_000),
                "0." + "0".repeat(20_000) + "1")) {
            assertSentAsWritten(number);
        }
    }

    /** The record fails, whatever reads its content later: lists of changes, reconciliations, SQL targets. */
    @Example
    void anExponentThatNoProgramCountsWithIsAProblemOfItsRecord() throws IOException {
        for (String number : List.of("1e99999999999", "-1.5E+2147483648", "1e-2147483649")) {
            List<Element> records = new ArrayList<>();
            JsonAnswer.read(
                    new ByteArrayInputStream(
                            ("{\"records\":[{\"n\":" + number + "},{\"n\":1}]}").getBytes(StandardCharsets.UTF_8)),
                    null,
                    Set.of("records"),
                    1_000_000,
                    (list, element) -> records.add(element));

            assertEquals(
                    "It has the number " + number + ", whose exponent has more digits than programs count with",
                    records.get(0).problem());
            assertEquals(Map.of("n", number), records.get(0).value());
            assertNull(records.get(1).problem());
        }
    }

    private static void assertSentAsWritten(String number) throws IOException {
        String record = "{\"n\":" + number + ",\"list\":[" + number + "]}";
        List<Map<String, Object>> records = new ArrayList<>();
        JsonAnswer.read(
                new ByteArrayInputStream(("{\"records\":[" + record + "]}").getBytes(StandardCharsets.UTF_8)),
                null,
                Set.of("records"),
                1_000_000,
                (list, element) -> {
                    @SuppressWarnings("unchecked")
                    Map<String, Object> fields = (Map<String, Object>) element.value();
                    return records.add(fields);
                });
        byte[] sent = new Content.Writer().of(records.get(0)).json();
        assertEquals(record, new String(sent, StandardCharsets.UTF_8));
        assertEquals(records.get(0), JsonAnswer.object(sent), "and is the same when it is read again");
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(60);
        Arbitrary<String> whole = digits.map(text -> text.startsWith("0") ? "0" : text);
        Arbitrary<String> fraction =
                digits.map(text -> "." + text).injectNull(0.5).map(JsonNumberProperties::orNothing);
        Arbitrary<String> exponent = Combinators.combine(
                        Arbitraries.of("e", "E", "e+", "e-", "E-"),
                        Arbitraries.integers().between(0, 30_000))
                .as((sign, value) -> sign + value)
                .injectNull(0.6)
                .map(JsonNumberProperties::orNothing);
        return Combinators.combine(Arbitraries.of("", "-"), whole, fraction, exponent)
                .as((sign, before, after, power) -> sign + before + after + power);
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }
}
