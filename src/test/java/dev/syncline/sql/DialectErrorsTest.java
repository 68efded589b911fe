package dev.syncline.sql;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DialectErrorsTest {
    /** The pool's own failures have none, and some of the drivers'. */
    @Test
    void aFailureWithoutAStateIsNoRefusalOfAnything() {
        SQLException failure = new SQLException("Acquisition timeout while waiting for new connection");
        for (SqlDialect dialect : SqlDialect.all()) {
            SqlErrors errors = dialect.errors();
            assertFalse(errors.refuses(failure));
            assertFalse(errors.refusesBytes(failure));
            assertFalse(errors.refusesValue(failure));
            assertFalse(errors.isTooWide(failure));
        }
    }
}
