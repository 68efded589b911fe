package dev.syncline.api.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.JsonBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An edited payload goes as it is written. */
class RetryBodyTest {
    private final JsonBody bodies = new JsonBody(new ObjectMapper());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"n\":1e20000}",
                "{\"n\":12345678901234567890, \"d\":0.1000000000000000055511}",
                "{\"n\":[-0.0,1.50,{\"deep\":9007199254740993}]}",
                "{ \"text\" : \"ä€😀 \\u20ac \\ud83d\\ude00 }] \\\" payload\" }",
                "{\"payload\":{\"n\":1.10}}"
            })
    void keepsEveryDigit(String payload) {
        for (String body : new String[] {"{\"payload\":" + payload + "}", " {\n \"payload\" : " + payload + " \n}\n"}) {
            assertEquals(payload, bodies.read(body, RetryBody.class).text(body));
        }
    }

    @Test
    void isNoPayloadWhereThereIsNone() {
        for (String body : new String[] {"{}", "{\"payload\":null}"}) {
            assertNull(bodies.read(body, RetryBody.class).text(body));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"payload\":[1]}", "{\"payload\":1e20000}", "{\"payload\":{}}", "{\"payload\":\"x\"}"})
    void isRefusedWhereItIsNoObjectWithFields(String body) {
        RetryBody read = bodies.read(body, RetryBody.class);
        assertThrows(BadRequest.class, () -> read.text(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "[-1.0E+2147483648]", "{\"a\":0.1e-9999999999}"})
    void isRefusedWhereItHasANumberThatNobodyCanRead(String number) {
        String body = "{\"payload\":{\"n\":" + number + "}}";
        String reason = assertThrows(BadRequest.class, () -> bodies.read(body, RetryBody.class))
                .getMessage();
        assertTrue(reason.contains("exponent"), reason);
    }
}
