package dev.syncline.health;

import java.time.Duration;

/**
 * The limits of the conditions.
 *
 * @param stuckAfter a run without progress for longer is stuck
 * @param failedPercent percentage of a route's records
 */
record AlarmLimits(
        Duration stuckAfter, Duration waitsLongAfter, int failedRuns, int failedRecords, int failedPercent) {}
