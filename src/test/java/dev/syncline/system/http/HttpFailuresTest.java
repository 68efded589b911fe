package dev.syncline.system.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.system.SystemAway;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpFailuresTest {
    private final HttpFailures failures = new HttpFailures();
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @ParameterizedTest
    @CsvSource({
        "302, ''",
        "400, refusal",
        "401, ''",
        "403, ''",
        "404, ''",
        "405, ''",
        "407, ''",
        "408, heals refusal",
        "409, refusal",
        "422, refusal",
        "425, heals refusal",
        "429, heals refusal",
        "500, breakdown",
        "501, breakdown",
        "502, heals breakdown",
        "503, heals breakdown",
        "504, heals breakdown",
        "599, breakdown",
        "600, ''"
    })
    void knowsWhatAStatusMeans(int status, String meaning) {
        assertEquals(meaning, meaning(answered(status)));
    }

    /** Camel asks for the failure that it was made of, too; the run is to fail by what it says itself. */
    @Test
    void knowsNothingOfWhatCameOfWaiting() {
        assertEquals("", meaning(new SystemAway("erp", Duration.ofSeconds(3), answered(503))));
        assertEquals("", meaning(new IllegalStateException("cancelled", answered(503))));
    }

    private static HttpOperationFailedException answered(int status) {
        return new HttpOperationFailedException("http://erp", status, "", null, Map.of(), "");
    }

    private String meaning(Exception failure) {
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        return ((failures.heals(exchange) ? "heals " : "")
                        + (failures.isBreakdown(exchange) ? "breakdown " : "")
                        + (failures.isRefusal(exchange) ? "refusal " : ""))
                .strip();
    }
}
