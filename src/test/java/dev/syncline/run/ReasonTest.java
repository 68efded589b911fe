package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads never tells of Camel's exchanges, whatever wraps what went wrong. */
class ReasonTest {
    private static final String WORDS = "Column 'a' is missing. Add it to the query";

    static Stream<Arguments> wrapped() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        Exception own = new IllegalStateException(WORDS);
        return Stream.of(
                Arguments.of(own, WORDS),
                Arguments.of(new CamelExecutionException("failed", exchange, own), WORDS),
                Arguments.of(new ExecutionException(new CamelExecutionException("failed", exchange, own)), WORDS),
                Arguments.of(new RuntimeCamelException(new CompletionException(own)), WORDS),
                Arguments.of(new IllegalStateException(new CamelExecutionException("failed", exchange, own)), WORDS),
                Arguments.of(new CamelExchangeException("failed", exchange, own), WORDS),
                Arguments.of(new CamelExecutionException("It failed", exchange), "It failed"),
                Arguments.of(new IllegalStateException("It failed. Exchange[ABC-1]"), "It failed"),
                Arguments.of(new IllegalStateException(), "java.lang.IllegalStateException"));
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void isWhatWentWrongInItsOwnWords(Throwable failure, String expected) {
        String reason = Reason.of(failure, null);
        assertEquals(expected, reason);
        assertFalse(reason.contains("Exchange["), reason);
    }
}
