package dev.syncline.system;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Work on a database that reports its progress. */
public interface SqlWorkInParts<T> {
    /** @param partDone to be called after each part */
    T done(Runnable partDone) throws SQLException;
}
