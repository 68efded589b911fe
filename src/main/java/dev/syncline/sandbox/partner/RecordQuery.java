package dev.syncline.sandbox.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.sandbox.call.SandboxProblem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A query of records, in the order of their change.
 *
 * @param changedFrom inclusive; null for no bound
 * @param changedBefore exclusive; null for no bound
 * @param keys the keys; null for all
 * @param after the last record of the previous page; null on the first
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
                throw new SandboxProblem(400, "The cursor is not one of this list");
            }
        }
    }

    static RecordQuery of(
            Integer limit,
            String cursor,
            String changedFrom,
            String changedBefore,
            List<String> keys,
            boolean children) {
        return new RecordQuery(
                limit == null ? DEFAULT : Math.max(1, Math.min(limit, MOST)),
                cursor == null || cursor.isEmpty() ? null : Position.of(cursor),
                instant("changedFrom", changedFrom),
                instant("changedBefore", changedBefore),
                keys.isEmpty() ? null : keys,
                children);
    }

    /** Parses a query of records by key. */
    static RecordQuery of(JsonNode keys, boolean children) {
        List<String> wanted = new ArrayList<>();
        keys.forEach(key -> wanted.add(key.asText()));
        return new RecordQuery(wanted.size(), null, null, null, wanted, children);
    }

    private static Instant instant(String name, String text) {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new SandboxProblem(400, name + " is no ISO instant: " + text);
        }
    }
}
