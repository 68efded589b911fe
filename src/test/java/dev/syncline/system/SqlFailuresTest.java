package dev.syncline.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlFailuresTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(true, new SQLException("gone", "08006")),
                Arguments.of(true, new SQLException("conflict with recovery", "40001")),
                Arguments.of(true, new SQLException("starting", "57P03")),
                Arguments.of(true, new SQLException("full", "53300")),
                Arguments.of(true, new SQLException("deadlock", "S0001", 1205)),
                Arguments.of(true, new SQLException("read", new SocketTimeoutException("timed out"))),
                Arguments.of(false, new SQLException("no table", "42P01")),
                Arguments.of(false, new SQLException("cut off", "57014")),
                Arguments.of(
                        false, new SQLException("Type class java.time.LocalDateTime not supported type for DATETIME")),
                Arguments.of(false, new NoClassDefFoundError("org/mariadb/jdbc/plugin/codec/StringCodec")),
                Arguments.of(false, new IllegalStateException("of the program")));
    }

    /** What is waited for where a source is read; all else fails the run at once. */
    @ParameterizedTest
    @MethodSource("failures")
    void waitsForADatabaseAndNotForWhatTheProgramCannotDo(boolean isOutage, Throwable failure) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        assertEquals(isOutage, new SqlFailures().isOutage(exchange));
    }
}
