package dev.syncline.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StartFailureTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new IllegalStateException(
                                "Datasource '<default>' was deactivated automatically because its URL is not set."),
                        List.of("No hub database is configured", "QUARKUS_DATASOURCE_JDBC_URL")),
                Arguments.of(
                        new SQLException("FATAL: role \"nouser\" does not exist", "28000"),
                        List.of("role \"nouser\" does not exist", "QUARKUS_DATASOURCE_USERNAME")),
                Arguments.of(
                        new SQLException("FATAL: password authentication failed for user \"syncline\"", "28P01"),
                        List.of("password authentication failed", "QUARKUS_DATASOURCE_PASSWORD")),
                Arguments.of(
                        new SQLException("FATAL: database \"hub\" does not exist", "3D000"),
                        List.of("database \"hub\" does not exist", "QUARKUS_DATASOURCE_JDBC_URL")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatToSetHoweverDeepItIs(Throwable failure, List<String> words) {
        for (Throwable wrapped : List.of(failure, new RuntimeException("Failed to start", new Error(failure)))) {
            String advice = StartFailure.advice(wrapped).orElseThrow();
            words.forEach(word -> assertTrue(advice.contains(word), advice));
        }
    }

    @Test
    void saysNothingOfOtherEnds() {
        assertEquals(Optional.empty(), StartFailure.advice(null));
        assertEquals(Optional.empty(), StartFailure.advice(new IllegalStateException()));
        assertEquals(Optional.empty(), StartFailure.advice(new SQLException("no space left", "53100")));
    }
}
