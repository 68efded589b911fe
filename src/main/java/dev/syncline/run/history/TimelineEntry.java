package dev.syncline.run.history;

import java.time.Instant;

/**
 * Something that happened to a run.
 *
 * @param what BEGAN, ENDED, or the name of a {@link dev.syncline.work.WorkEvent.What}
 * @param detail null if there is nothing to add
 * @param who the user or the process that did it; null for neither
 * @param until of a wait: when it ends at the latest, as far as was known
 */
public record TimelineEntry(Instant at, String what, String detail, String who, Instant until) {}
