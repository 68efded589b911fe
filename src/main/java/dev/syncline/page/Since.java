package dev.syncline.page;

/**
 * The numbers of the runs from which on a route's records go where they go now, and in the form in which they go; 0 for
 * all that there were. What an earlier run delivered is at another place, or there in another form.
 *
 * @param form never before the place
 */
public record Since(long place, long form) {
    /** Nothing has changed yet. */
    public static final Since EVER = new Since(0, 0);

    /** Nothing has been delivered there yet. */
    public static final Since NOW = new Since(Long.MAX_VALUE, Long.MAX_VALUE);
}
