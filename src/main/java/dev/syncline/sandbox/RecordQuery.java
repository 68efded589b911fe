package dev.syncline.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Which records a caller wants to read, in the order of their change.
 *
 * @param changedFrom inclusive; null for no bound
 * @param changedBefore exclusive; null for no bound
 * @param keys the keys wanted; empty for all
 * @param after the last record of the page before; null on the first
 */
record RecordQuery(
        int limit, Position after, Instant changedFrom, Instant changedBefore, List<String> keys, boolean children) {
    private static final int MOST = 10_000;
    private static final int DEFAULT = 500;

    /** A place in the order of change. */
    record Position(Instant changedAt, String key) {
        String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((changedAt + "|" + key).getBytes(StandardCharsets.UTF_8));
        }

        private static Position of(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 2);
                return new Position(Instant.parse(parts[0]), parts[1]);
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw new SandboxProblem(400, "The cursor is none of ours");
            }
        }
    }

    static RecordQuery of(
            Integer limit, String cursor, String changedFrom, String changedBefore, List<String> keys, String expand) {
        return new RecordQuery(
                limit == null ? DEFAULT : Math.max(1, Math.min(limit, MOST)),
                cursor == null || cursor.isEmpty() ? null : Position.of(cursor),
                instant("changedFrom", changedFrom),
                instant("changedBefore", changedBefore),
                keys,
                "children".equals(expand));
    }

    private static Instant instant(String name, String text) {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new SandboxProblem(400, name + " is no ISO instant: " + text);
        }
    }
}
