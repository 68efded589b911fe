package dev.syncline.api.reconciliations;

import dev.syncline.api.runs.Progress;
import dev.syncline.api.runs.RangeView;
import dev.syncline.reconcile.Reconciliation;
import dev.syncline.work.WorkStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;

/**
 * Counts of records. compared = equal + missing + different + those of the extra ones that the target has several
 * times.
 *
 * @param unkeyed rows of both sides without a key of their own, which are not compared
 */
@RegisterForReflection
public record ComparisonCounts(
        long compared, long equal, long missing, long extra, long different, long unkeyed, long repaired) {}
