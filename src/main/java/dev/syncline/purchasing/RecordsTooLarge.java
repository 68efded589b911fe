package dev.syncline.purchasing;

/**
 * Thrown when the records of a page do not fit in memory together, so that fewer orders must be processed at once.
 */
final class RecordsTooLarge extends Exception {
    private static final long serialVersionUID = 1L;
}
