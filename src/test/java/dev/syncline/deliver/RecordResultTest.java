package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import dev.syncline.page.Row;
import dev.syncline.record.Known;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target that takes one record a call is called by, and what its answers mean. */
class RecordResultTest {
    private static final byte[] CONTENT = "{\"no\":\"1\"}".getBytes(StandardCharsets.UTF_8);

    private final Message message = new DefaultExchange(new DefaultCamelContext()).getMessage();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                // status | parameters | body | of a new one, of a known one, of a deletion
                "201 |  | {\"id\":7} | CREATED | CREATED | DELETED",
                "200 |  | {\"id\":7} | CREATED | UPDATED | DELETED",
                "204 |  | `` | CREATED | UPDATED | DELETED",
                "200 |  | <html> | CREATED | UPDATED | DELETED",
                "200 |  | [1] | CREATED | UPDATED | DELETED",
                "202 |  | {} | REFUSED | REFUSED | REFUSED",
                "202 | accepted=true | {} | CREATED | UPDATED | DELETED",
                "200 | success=ok | {\"ok\":true} | CREATED | UPDATED | DELETED",
                "200 | success=ok | {\"ok\":false} | REFUSED | REFUSED | REFUSED",
                "200 | success=ok | {\"ok\":\"error\"} | REFUSED | REFUSED | REFUSED",
                "200 | success=ok | {\"other\":1} | REFUSED | REFUSED | REFUSED",
                "204 | success=ok | `` | CREATED | UPDATED | DELETED",
                "200 | error=errors | {\"errors\":[]} | CREATED | UPDATED | DELETED",
                "200 | error=errors | {\"errors\":null} | CREATED | UPDATED | DELETED",
                "200 | error=errors | {\"errors\":[\"no\"]} | REFUSED | REFUSED | REFUSED",
                "200 | error=meta.error | {\"meta\":{\"error\":\"no\"}} | REFUSED | REFUSED | REFUSED",
            })
    void countsByStatusAndFields(
            int status, String parameters, String body, Result added, Result known, Result deleted) {
        assertEquals(
                added,
                answer(judged(Verdict.UPSERT, false), status, parameters, body).result());
        assertEquals(
                known,
                answer(judged(Verdict.UPSERT, true), status, parameters, body).result());
        assertEquals(
                deleted,
                answer(judged(Verdict.DELETE, true), status, parameters, body).result());
    }

    @Test
    void aRefusalHasTheTargetsWords() {
        Answer refused = answer(
                judged(Verdict.UPSERT, false),
                200,
                "success=ok reason=why",
                "{\"ok\":false,\"why\":{\"name\":[\"too long\",\"odd\"]}}");
        assertEquals("name too long, odd", refused.reason());
        assertTrue(refused.isUnwritten());
    }

    @Test
    void anAnswerThatMustTellAndIsNoJsonIsNone() {
        InvalidAnswer none = assertThrows(
                InvalidAnswer.class, () -> answer(judged(Verdict.UPSERT, false), 200, "success=ok", "<html>"));
        assertTrue(none.getMessage().contains("no JSON object. It sent: <html>"), none.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"id\":7}', , , 7",
        "'{\"id\":12345678901234567890}', , , 12345678901234567890",
        "'{\"id\":{\"a\":1}}', , , ",
        "'', X-Id, ' A 7 ', A 7",
        "'', Location, https://shop.example/items/7?a=1, 7",
        "'', Location, /items/a%20b/, a b",
        "'{\"id\":7}', Location, /items/8, 7",
        "'', , , "
    })
    void findsTheIdInBodyHeaderOrLocation(String body, String header, String value, String ref) {
        if (header != null) {
            message.setHeader(header, value);
        }
        assertEquals(
                ref,
                answer(judged(Verdict.UPSERT, false), 200, "refHeader=X-Id", body)
                        .ref());
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH /{path}/{ref}, 1, a/b c, PATCH, /items/a%2Fb%20c",
        "PUT /{path}/{key}, ä?x=1#y, r, PUT, /items/%C3%A4%3Fx%3D1%23y",
        "POST   /{path}, 1, r, POST, /items",
        "DELETE /{path}/{ref}, 1, .., DELETE, ",
        "DELETE /{path}/{key}, ../vendors, r, DELETE, ",
    })
    void keysAndIdsAreStepsOfNoPath(String template, String key, String ref, String method, String path) {
        RecordCall call = new RecordCall(template);
        assertEquals(method, call.method());
        assertEquals(Optional.ofNullable(path), call.path("items", key, ref));
    }

    @Test
    void theContentStandsInItsFieldOrAlone() {
        Judged record = judged(Verdict.UPSERT, false);
        assertEquals("{\"no\":\"1\"}", text(new RecordTarget(Map.of()).body(record)));
        assertEquals(
                "{\"cust\\\"omer\":{\"no\":\"1\"}}", text(new RecordTarget(Map.of("data", "cust\"omer")).body(record)));
        RecordTarget target = new RecordTarget(Map.of("inactive", "{\"active\":false}", "data", "customer"));
        assertEquals("{\"active\":false}", text(target.body(judged(Verdict.DEACTIVATE, true))));
        assertNull(target.body(judged(Verdict.DELETE, true)));
    }

    private Answer answer(Judged record, int status, String parameters, String body) {
        Map<String, String> words = new HashMap<>(Map.of("system", "shop", "create", "POST /{path}", "ref", "id"));
        for (String parameter : parameters == null ? new String[0] : parameters.split(" ")) {
            words.put(parameter.split("=")[0], parameter.split("=")[1]);
        }
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setBody(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        return new RecordResult(HttpTarget.of(words), 1 << 20).of(record, message);
    }

    private static Judged judged(Verdict verdict, boolean isKnown) {
        UUID hash = new UUID(2, 2);
        return JudgedRecords.of(
                verdict, "1", new Row("1", null, Map.of(), false), isKnown ? Known.inStep(hash, hash) : null, CONTENT);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
