package dev.syncline.health;

import dev.syncline.run.RouteProgress.Active;
import java.time.Duration;
import java.util.Objects;

/**
 * The limits of the conditions.
 *
 * @param stuckAfter a run without progress for longer is stuck
 * @param failedPercent percentage of a route's records
 */
record AlarmLimits(Duration stuckAfter, Duration waitsLongAfter, int failedRuns, int failedRecords, int failedPercent) {}
