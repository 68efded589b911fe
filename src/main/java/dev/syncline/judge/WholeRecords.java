package dev.syncline.judge;

import dev.syncline.page.Depth;
import dev.syncline.page.KeyedReads;
import dev.syncline.page.Mark;
import dev.syncline.page.NoLookup;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.page.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads records deep that a shallow run came across and may not judge by what it read. */
@ApplicationScoped
class WholeRecords {
    /** Keys asked for at a time. */
    private static final int MOST_KEYS = 10_000;

    private static final String NOT_FOUND =
            "It was read without its children, and not found when it was asked for with them: it may just have been"
                    + " deleted, or the route's deepQuery leaves it out. Each run looks again";

    private static final String SHARED = "Several rows have its key when it is read with its children, so none of them"
            + " can be told from the others. Have the route's deepQuery give one row a record";

    private final KeyedReads reads;

    WholeRecords(KeyedReads reads) {
        this.reads = reads;
    }

    /**
     * The records in whole, in the order of the rows: of the first ones, as many as fit a page, but one at least. What is
     * not to be had in whole is marked to be held. A record keeps the changed-at that it was found by: what else changed up
     * to a later one, the run has not looked for.
     */
    List<Row> of(List<Row> rows, RunContext run) throws Exception {
        Map<String, Row> whole = new HashMap<>(rows.size() * 2);
        Set<String> shared = new HashSet<>();
        Set<String> asked = new HashSet<>();
        long[] bytes = new long[1];
        List<String> keys = rows.stream().map(Row::key).toList();
        try {
            reads.read(request(run, keys), MOST_KEYS, 1, part -> {
                asked.addAll(part.keys());
                shared.addAll(part.shared());
                part.rows().forEach(row -> whole.putIfAbsent(row.key(), row));
                bytes[0] += part.bytes();
                return bytes[0] < KeyedReads.room() / 2; // the next part may have as many as fit a page
            });
        } catch (Exception e) {
            if (NoLookup.isSaid(e)) {
                String reason = notAsked(run.route().source());
                return rows.stream().map(row -> held(row, reason)).toList();
            }
            throw e;
        }
        return rows.stream()
                .takeWhile(row -> asked.contains(row.key()))
                .map(row -> {
                    Row found = whole.get(row.key());
                    return found == null
                            ? held(row, NOT_FOUND)
                            : shared.contains(row.key()) ? held(row, SHARED) : at(row.changedAt(), found);
                })
                .toList();
    }

    private static String notAsked(String system) {
        return "It was read without its children, and system " + system
                + " cannot be asked for it by its key: the call in"
                + " parameter 'lookup' of its http-read is empty, or it answers that there is none. In the file of the"
                + " system, routes/systems/" + system
                + ".camel.yaml, set 'deep' to '' where it has no more of a record than"
                + " this; else name the call in 'lookup', or set 'lookup' to '', and each run reads deep";
    }

    private static Row held(Row row, String reason) {
        return new Row(row.key(), row.changedAt(), row.fields(), false, Mark.held(reason), row.change());
    }

    private static Row at(Long changedAt, Row row) {
        return new Row(row.key(), changedAt, row.fields(), row.deleted(), row.mark(), row.change());
    }

    private static ReadRequest request(RunContext run, List<String> keys) {
        return new ReadRequest(
                run.part(),
                run.route().id(),
                Side.SOURCE,
                Scope.of(Depth.DEEP, keys),
                null,
                keys.size(),
                run.dryRun(),
                false);
    }
}
