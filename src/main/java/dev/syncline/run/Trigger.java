package dev.syncline.run;

/** What started a run. */
public enum Trigger {
    SCHEDULE,
    ON_DEMAND,
    SET,
    NOTIFICATION,
    RETRY
}
