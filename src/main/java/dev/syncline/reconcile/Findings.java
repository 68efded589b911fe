package dev.syncline.reconcile;

import java.util.List;

/**
 * The result of comparing a page.
 *
 * @param done rows that were examined
 * @param compared records of the source that were looked up at the target
 * @param unkeyed rows without a key of their own, which cannot be looked up
 */
record Findings(long done, long compared, long equal, long unkeyed, List<Difference> differences) {
    long count(DifferenceKind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .count();
    }
}
