package dev.syncline.api.runs;

import dev.syncline.run.history.TimelineEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * Something that happened to a run.
 *
 * @param what BEGAN, WAITED, RESUMED, TAKEN_OVER, PART, CANCELLED or ENDED
 * @param who the user or the process that did it; null for neither
 * @param until of a wait: when it ends at the latest, as far as was known; else null
 */
@RegisterForReflection
public record TimelineView(Instant at, String what, String detail, String who, Instant until) {
    static TimelineView of(TimelineEntry entry) {
        return new TimelineView(entry.at(), entry.what(), entry.detail(), entry.who(), entry.until());
    }
}
