package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectFailuresTest {
    /** The pool's own failures have none, and some of the drivers'. */
    @Test
    void aFailureWithoutAStateIsNoRefusalOfAnything() {
        SQLException failure = new SQLException("Acquisition timeout while waiting for new connection");
        for (SqlDialect dialect :
                List.of(PostgresDialect.INSTANCE, MariaDbDialect.INSTANCE, SqlServerDialect.INSTANCE)) {
            assertFalse(dialect.refuses(failure));
            assertFalse(dialect.refusesBytes(failure));
            assertFalse(dialect.refusesValue(failure));
            assertFalse(dialect.isTooWide(failure));
        }
    }
}
