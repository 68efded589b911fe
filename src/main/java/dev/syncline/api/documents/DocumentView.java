package dev.syncline.api.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.record.LogEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * An entry of the document log as the API shows it.
 *
 * @param editedBy the user who edited the payload; only in a record's history, null if it was not edited
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
    public static DocumentView of(LogEntry entry, String route) {
        return of(entry, route, null);
    }

    public static DocumentView of(LogEntry entry, String route, String editedBy) {
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
