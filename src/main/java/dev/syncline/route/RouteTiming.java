package dev.syncline.route;

import java.util.List;

/**
 * When a route runs.
 *
 * @param deepSchedule of its deep runs over all rows; empty where it has none by itself
 * @param prerequisites routes whose latest run must not have failed
 */
public record RouteTiming(String schedule, String deepSchedule, boolean onDemand, List<String> prerequisites) {}
