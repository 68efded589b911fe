package dev.syncline.health;

/** How a route stands beside its schedule. The first that is so counts. */
public enum Freshness {
    /** A run goes on, or waits for its target. */
    RUNNING,
    /** Its schedule is off. */
    PAUSED,
    /** Its latest run could not finish, or could not begin. */
    FAILING,
    /** No run has begun when it was due, or its last success is more than four times of its schedule ago. */
    LATE,
    ON_TIME,
    /** It has no schedule. */
    ON_DEMAND
}
