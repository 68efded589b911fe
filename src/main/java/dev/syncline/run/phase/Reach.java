package dev.syncline.run.phase;

import dev.syncline.page.Page.Unit;
import dev.syncline.page.Row;
import java.util.List;
import java.util.Objects;

/**
 * How far the changed-at of a run's rows reach. A few that are far ahead of all others say nothing of what was read: they
 * may be mistakes, and a watermark there would hide whatever changes next. They count once they are many.
 */
public final class Reach {
    /** More than so many rows are no mistake. To read so few again with each run costs next to nothing. */
    public static final int FEW = 100;

    private static final long FAR_VERSIONS = 10_000;
    /** Two days: clocks and zones may differ by one. */
    private static final long FAR_MICROS = 2 * 86_400_000_000L;

    private long base;
    private Long highest;
    private Long far;
    private int beyond;

    /** @param base up to where rows are known to be: the watermark that the run begins at, or 0 */
    public Reach(long base, Long highest, Long far, int beyond) {
        this.base = highest == null ? base : Math.max(base, highest);
        this.highest = highest;
        this.far = far;
        this.beyond = beyond;
    }

    /** Whether a changed-at is far ahead of one that is known. */
    public static boolean isFar(long known, long changedAt, Unit unit) {
        long gap = changedAt - known;
        return changedAt > known && (gap < 0 || gap > (unit == Unit.NUMBER ? FAR_VERSIONS : FAR_MICROS));
    }

    public void add(List<Row> rows, Unit unit) {
        Long latest = latest(rows);
        if (latest == null) {
            return;
        }
        if (!isFar(base, latest, unit)) { // so none is, and it matters not in which order they come
            add(latest, unit);
            return;
        }
        rows.stream()
                .map(Row::changedAt)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sorted()
                .forEach(changedAt -> add(changedAt, unit));
    }

    private static Long latest(List<Row> rows) {
        Long latest = null;
        for (Row row : rows) {
            Long changedAt = row.changedAt();
            if (changedAt != null && (latest == null || changedAt > latest)) {
                latest = changedAt;
            }
        }
        return latest;
    }

    private void add(long changedAt, Unit unit) {
        if (!isFar(base, changedAt, unit)) {
            base = Math.max(base, changedAt);
            highest = highest == null ? changedAt : Math.max(highest, changedAt);
            return;
        }
        far = far == null ? changedAt : Math.min(far, changedAt);
        if (++beyond > FEW) {
            base = changedAt;
            highest = changedAt;
            far = null;
            beyond = 0;
        }
    }

    /** Of the rows that count; null where there were none. */
    public Long highest() {
        return highest;
    }

    /** The lowest of those that are far ahead; null where there are none. */
    public Long far() {
        return far;
    }

    /** How many are. */
    public int beyond() {
        return beyond;
    }
}
