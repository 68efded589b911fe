package dev.syncline.record;

import java.time.Instant;
import java.util.List;

/**
 * One record in one row of the document log.
 *
 * @param previous the row that holds the record's entry before this one; null for the first
 * @param content JSON as it was sent; empty where it would not be
 */
public record LogEntry(Place place, String key, String title, Change change, Long previous, String content) {
    /**
     * Where it stands.
     *
     * @param index its place in the row
     */
    public record Place(long logId, int index, Instant at, long runId, int route) {}

    /**
     * What was done.
     *
     * @param status SUCCESS; another one only of a dry run, which would keep it back or would not send it
     * @param reason why, where it is no success
     */
    public record Change(Action action, List<String> changed, RecordStatus status, String reason) {}

    public long logId() {
        return place.logId();
    }

    public int index() {
        return place.index();
    }

    public Instant at() {
        return place.at();
    }

    public long runId() {
        return place.runId();
    }

    public int route() {
        return place.route();
    }

    public Action action() {
        return change.action();
    }

    public List<String> changed() {
        return change.changed();
    }

    public RecordStatus status() {
        return change.status();
    }

    public String reason() {
        return change.reason();
    }
}
