package dev.syncline.page;

/** How deep a run looks: header rows only, or whole records with their children, deletions found. */
public enum Depth {
    SHALLOW,
    DEEP
}
