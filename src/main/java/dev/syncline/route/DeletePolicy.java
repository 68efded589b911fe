package dev.syncline.route;

/** What to do in the target with a record that its source no longer has. */
public enum DeletePolicy {
    IGNORE,
    DEACTIVATE,
    DELETE
}
