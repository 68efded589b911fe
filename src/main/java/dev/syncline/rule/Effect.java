package dev.syncline.rule;

/** The status of the records that a rule keeps back. */
public enum Effect {
    BLOCK,
    HOLD
}
