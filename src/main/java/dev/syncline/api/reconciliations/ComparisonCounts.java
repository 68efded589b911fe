package dev.syncline.api.reconciliations;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Counts of records. compared = equal + missing + different + those of the extra ones that the target has several
 * times.
 *
 * @param unkeyed rows of both sides without a key of their own, which are not compared
 */
@RegisterForReflection
public record ComparisonCounts(
        long compared, long equal, long missing, long extra, long different, long unkeyed, long repaired) {}
