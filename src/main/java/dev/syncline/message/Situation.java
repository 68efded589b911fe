package dev.syncline.message;

import dev.syncline.health.Freshness;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is the matter at a moment.
 *
 * @param causes all of the kinds that were asked for
 * @param undecided ids about which nothing can be said now, such as whether a route that is running is still late
 * @param incomplete kinds of which only a part was looked at
 * @param routes the state of each route
 */
record Situation(List<Cause> causes, Set<CauseId> undecided, Set<String> incomplete, Map<String, Freshness> routes) {
    /** Returns whether it is known that the cause is over, unless it is among the causes. */
    boolean isDecided(CauseId id) {
        return !undecided.contains(id) && !incomplete.contains(id.kind());
    }
}
