package dev.syncline.work;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The state of a work item. */
public enum WorkStatus {
    /** Queued, or being carried out. */
    IN_PROGRESS,
    /** Finished, and no record failed. */
    SUCCESS,
    /** Finished; some records failed. */
    PARTIAL,
    /** Could not finish. */
    FAILED,
    CANCELLED,
    /** A prerequisite or a rule stopped it before it began. */
    BLOCKED;

    public boolean isFinal() {
        return this != IN_PROGRESS;
    }

    private static final List<WorkStatus> FROM_BEST = List.of(SUCCESS, PARTIAL, BLOCKED, CANCELLED, FAILED);

    /** How an item ends whose parts ended so. */
    static WorkStatus worst(Stream<WorkStatus> ended) {
        return ended.max(Comparator.comparing(FROM_BEST::indexOf)).orElseThrow();
    }
}
