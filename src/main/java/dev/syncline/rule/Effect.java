package dev.syncline.rule;

import java.time.Instant;
import java.util.List;

/** The status of the records that a rule keeps back. */
public enum Effect {
    BLOCK,
    HOLD
}
