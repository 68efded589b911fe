package dev.syncline.reconcile;

import dev.syncline.reconcile.Difference.Kind;
import java.util.List;

/**
 * What a page brought to light.
 *
 * @param done rows looked at
 * @param compared records of the source that were looked up at the target
 * @param unkeyed rows without a key of their own, which cannot be looked up
 */
record Findings(long done, long compared, long equal, long unkeyed, List<Difference> differences) {
    long count(Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .count();
    }
}
