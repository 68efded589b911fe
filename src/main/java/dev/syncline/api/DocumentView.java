package dev.syncline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.record.LogEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * An entry of the document log as the API shows it.
 *
 * @param editedBy who edited what was sent; only in a record's history, and only where somebody did
 */
@RegisterForReflection
public record DocumentView(
        Instant at,
        long runId,
        String route,
        String key,
        String title,
        String action,
        List<String> changed,
        @JsonInclude(JsonInclude.Include.NON_NULL) String editedBy) {
    static DocumentView of(LogEntry entry, String route) {
        return of(entry, route, null);
    }

    static DocumentView of(LogEntry entry, String route, String editedBy) {
        return new DocumentView(
                entry.at(),
                entry.runId(),
                route,
                entry.key(),
                entry.title(),
                entry.action().name(),
                entry.changed(),
                editedBy);
    }
}
