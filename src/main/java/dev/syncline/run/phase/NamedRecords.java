package dev.syncline.run.phase;

import dev.syncline.page.DeepReadGaps;
import dev.syncline.page.Depth;
import dev.syncline.page.Keys;
import dev.syncline.page.Mark;
import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.page.Scope;
import dev.syncline.page.SystemReads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads records of a run's source by their keys, and tells which of them the source does not have. */
@ApplicationScoped
class NamedRecords {
    /** Keys asked for at a time: a statement has at most 65,535 parameters, and a key up to six columns. */
    static final int MOST_KEYS = 10_000;

    private final SystemReads reads;
    private final DeepReadGaps gaps;

    NamedRecords(SystemReads reads, DeepReadGaps gaps) {
        this.reads = reads;
        this.gaps = gaps;
    }

    static int atATime(ActiveRun run) {
        return run.keysAtATime(Math.min(run.context().route().pageSize(), MOST_KEYS));
    }

    Page read(ReadRequest request) throws Exception {
        return SystemReads.await(reads.begin(request));
    }

    /** @param anew whether somebody wants these very records, so that the source is to ask again for what it keeps */
    static ReadRequest request(RunContext run, List<String> keys, Depth depth, boolean anew) {
        return new ReadRequest(
                run.part(),
                run.route().id(),
                Side.SOURCE,
                Scope.of(depth, keys),
                null,
                keys.size(),
                run.dryRun(),
                anew);
    }

    /** Returns the rows of an answer, and one for each record that it lacks; the run remembers which the source does not have. */
    List<Row> all(ActiveRun run, ReadRequest asked, Page answer) throws Exception {
        List<Row> missing = missing(run.context(), asked, answer);
        run.notFound(missing.stream().filter(Row::deleted).map(Row::key).toList());
        List<Row> rows = new ArrayList<>(answer.rows());
        rows.addAll(missing);
        return rows;
    }

    /**
     * The records that the answer lacks: marked as deleted where the source does not have them, and as held where it only
     * does not give them with their children.
     */
    List<Row> missing(RunContext run, ReadRequest asked, Page answer) throws Exception {
        Set<String> there = new HashSet<>();
        boolean[] numbers = new boolean[run.route().key().size()];
        answer.rows().forEach(row -> see(run, row, there, numbers));
        List<String> absent = absent(asked.keys(), there, numbers);
        List<Row> missing = new ArrayList<>(gaps.among(asked, absent));
        missing.forEach(row -> see(run, row, there, numbers));
        missing.addAll(deleted(absent(absent, there, numbers)));
        return missing;
    }

    /**
     * What the source lacks of some records.
     *
     * @param gone those that it does not have, marked as deleted
     * @param unknown those of which it does not tell, marked with the reason
     */
    record Absent(List<Row> gone, List<Row> unknown) {}

    Absent absent(RunContext run, List<String> keys) throws Exception {
        Set<String> there = new HashSet<>();
        List<Row> unknown = new ArrayList<>();
        boolean[] numbers = new boolean[run.route().key().size()];
        ReadRequest request = request(run, keys, Depth.SHALLOW, false);
        do {
            Page page = read(request);
            page.rows().stream().filter(row -> !row.deleted()).forEach(row -> see(run, row, there, numbers));
            page.rows().stream()
                    .filter(row -> row.mark() != null && row.mark().kind() == Mark.Kind.UNKNOWN)
                    .forEach(unknown::add);
            request = request.after(page);
        } while (request != null);
        return new Absent(deleted(absent(keys, there, numbers)), unknown);
    }

    private static void see(RunContext run, Row row, Set<String> there, boolean[] numbers) {
        there.add(row.key());
        for (int part = 0; part < numbers.length; part++) {
            numbers[part] |= row.fields().get(run.route().key().get(part)) instanceof Number;
        }
    }

    /** Somebody may ask for 1.50 where the source has 1.5: that is there. */
    private static List<String> absent(List<String> keys, Set<String> there, boolean[] numbers) {
        return keys.stream()
                .distinct()
                .filter(key -> !there.contains(key) && !there.contains(Keys.ofNumbers(key, numbers)))
                .toList();
    }

    private static List<Row> deleted(List<String> keys) {
        return keys.stream().map(key -> new Row(key, null, Map.of(), true)).toList();
    }
}
