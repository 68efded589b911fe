package dev.syncline.run.phase;

/**
 * Where a run continues.
 *
 * @param cursor within the phase; null for its beginning
 */
public record Position(Phase phase, String cursor) {
    static final Position END = new Position(Phase.END, null);

    static Position beginOf(Phase phase) {
        return new Position(phase, null);
    }
}
