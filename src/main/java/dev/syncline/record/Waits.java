package dev.syncline.record;

/**
 * What a record that is kept back waits for. Without a parent and a rule it is something at the source, or nobody knows.
 *
 * @param parentRoute number of the route that delivers its parent
 * @param rule number of the rule that keeps it back
 * @param deep whether it was judged with its children
 */
public record Waits(Integer parentRoute, String parentKey, Long rule, boolean deep) {
    /** What failed by something that heals: each run tries it again. */
    static final Waits FOR_A_TARGET = new Waits(null, null, null, true);

    /** Whether each run is to look again, as nothing in the hub tells when the cause is gone. */
    boolean isAlwaysReady() {
        return parentRoute == null && rule == null;
    }
}
