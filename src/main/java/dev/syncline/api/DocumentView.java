package dev.syncline.api;

import dev.syncline.record.LogEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** An entry of the document log as the API shows it. */
@RegisterForReflection
public record DocumentView(
        Instant at, long runId, String route, String key, String title, String action, List<String> changed) {
    static DocumentView of(LogEntry entry, String route) {
        return new DocumentView(
                entry.at(),
                entry.runId(),
                route,
                entry.key(),
                entry.title(),
                entry.action().name(),
                entry.changed());
    }
}
