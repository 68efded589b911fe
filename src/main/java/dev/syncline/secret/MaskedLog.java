package dev.syncline.secret;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;

/** Masks secrets in every line of the log, of all levels and libraries. */
@LoggingFilter(name = "secrets")
public final class MaskedLog implements Filter {
    @Override
    public boolean isLoggable(LogRecord line) {
        String text = line instanceof ExtLogRecord extended ? extended.getFormattedMessage() : line.getMessage();
        String masked = Secrets.masked(text);
        if (masked != null && !masked.equals(text)) {
            if (line instanceof ExtLogRecord extended) {
                extended.setMessage(masked, FormatStyle.NO_FORMAT);
            } else {
                line.setMessage(masked);
            }
            line.setParameters(null);
        }
        if (line.getThrown() != null) {
            line.setThrown(MaskedFailure.of(line.getThrown()));
        }
        return true;
    }
}
