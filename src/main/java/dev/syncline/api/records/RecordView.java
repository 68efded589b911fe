package dev.syncline.api.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.syncline.api.documents.DocumentView;
import dev.syncline.record.Action;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.SyncRecord;
import dev.syncline.value.Micros;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A record's status as the API shows it.
 *
 * @param sourceChangedAt when it changed at its source; null if the source gives a row version, or nothing
 * @param payload what was to be sent, if the record is not SUCCESS; only when a single record is asked for
 * @param history what was done with it, newest first; only when a single record is asked for
 */
@RegisterForReflection
public record RecordView(
        String route,
        String key,
        String title,
        String status,
        String reason,
        String action,
        String targetRef,
        String targetUrl,
        int attempts,
        Instant sourceChangedAt,
        Instant lastAttemptAt,
        Instant lastSyncedAt,
        long runId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue String payload,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<DocumentView> history) {
    /** A smaller number is a row version; a larger one is microseconds since 1970. */
    private static final long EARLIEST_MICROS = 100_000_000_000_000L;

    static RecordView of(SyncRecord found, String route, String targetUrl, String payload, List<DocumentView> history) {
        boolean isTime = found.changedAt != null && Math.abs(found.changedAt) > EARLIEST_MICROS;
        Action action = Action.of(found.action);
        return new RecordView(
                route,
                found.key,
                found.title,
                RecordStatus.of(found.status).name(),
                found.reason,
                action == Action.NONE ? null : action.name(),
                found.targetRef,
                targetUrl,
                found.attempts,
                isTime ? Micros.instant(found.changedAt) : null,
                Instant.ofEpochMilli(found.attemptedAt),
                found.syncedAt == null ? null : Instant.ofEpochMilli(found.syncedAt),
                found.runId,
                payload,
                history);
    }
}
