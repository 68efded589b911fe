package dev.syncline.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.deliver.HeldValues;
import dev.syncline.deliver.TargetColumns;
import dev.syncline.json.Escaped;
import dev.syncline.judge.Content;
import dev.syncline.page.Depth;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.Row;
import dev.syncline.record.Known;
import dev.syncline.record.StatusTable;
import dev.syncline.value.FieldText;
import dev.syncline.value.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the rows of a page with the other side. Reads records that seem to differ again on both sides, as a run may
 * have delivered them, or somebody changed them, between the two reads.
 */
@ApplicationScoped
class Comparison {
    private static final ObjectMapper JSON = JsonText.mapper();

    private final RouteEnds sides;
    private final StatusTable table;
    private final TargetColumns targets;

    Comparison(RouteEnds sides, StatusTable table, TargetColumns targets) {
        this.sides = sides;
        this.table = table;
        this.targets = targets;
    }

    /**
     * Compares rows of the source with the target's.
     *
     * @param duplicates keys that several rows of the source have, also on other pages
     */
    Findings ofSource(ActiveReconciliation active, List<Row> rows, Set<String> duplicates) throws Exception {
        Map<String, Row> keyed = keyed(rows, duplicates);
        Map<String, Difference> found = new LinkedHashMap<>();
        compareWithTarget(active, keyed, found);
        int equal = live(keyed) - onBothSides(found);
        int compared = live(keyed);
        if (!found.isEmpty()) {
            Map<String, Row> again = new LinkedHashMap<>(keyed);
            again.keySet().retainAll(found.keySet());
            int before = live(again);
            found = again(active, found.keySet(), again);
            compared -= before - live(again);
            equal = compared - onBothSides(found);
        }
        return new Findings(
                rows.size(),
                compared,
                equal,
                rows.size() - keyed.size(),
                withStatus(active, List.copyOf(found.values())));
    }

    /** Finds records of the target that the source does not have. */
    Findings ofTarget(ActiveReconciliation active, List<Row> rows) throws Exception {
        List<Row> live = rows.stream().filter(row -> isLive(active, row, null)).toList();
        Map<String, Row> keyed = new LinkedHashMap<>();
        live.stream().filter(row -> isKey(row.key())).forEach(row -> keyed.put(row.key(), row));
        Set<String> extra = withoutSource(active, keyed.keySet());
        if (!extra.isEmpty()) {
            Set<String> still = new HashSet<>();
            sides.byKey(
                    active,
                    Side.TARGET,
                    extra,
                    Depth.SHALLOW,
                    (keys, target) -> target.forEach((key, held) -> {
                        if (held.stream().anyMatch(row -> isLive(active, row, null))) {
                            still.add(key);
                        }
                    }));
            extra.retainAll(still);
            extra = withoutSource(active, extra);
        }
        List<Difference> found = extra.stream()
                .map(key -> Difference.of(DifferenceKind.EXTRA, key, title(active, keyed.get(key)), List.of()))
                .toList();
        long unkeyed = live.stream().filter(row -> !isKey(row.key())).count();
        return new Findings(rows.size(), 0, 0, unkeyed, withStatus(active, found));
    }

    /** Returns the records among the keys in which source and target differ now. */
    Map<String, Difference> now(ActiveReconciliation active, Collection<String> keys) throws Exception {
        return again(active, keys, new LinkedHashMap<>());
    }

    /** @param rows receives a row without fields for each key, with whether the source has it now */
    private Map<String, Difference> again(ActiveReconciliation active, Collection<String> keys, Map<String, Row> rows)
            throws Exception {
        rows.clear();
        Map<String, Difference> differences = new LinkedHashMap<>();
        sides.byKey(active, Side.SOURCE, keys, active.depth(), (some, source) -> {
            Map<String, Row> now = new LinkedHashMap<>();
            for (String key : some) {
                List<Row> found = source.getOrDefault(key, List.of());
                if (found.size() < 2) {
                    now.put(key, found.isEmpty() ? new Row(key, null, Map.of(), true) : found.get(0));
                }
            }
            compareWithTarget(active, now, differences);
            now.forEach((key, row) -> rows.put(key, new Row(key, null, Map.of(), row.deleted())));
        });
        return differences;
    }

    private void compareWithTarget(ActiveReconciliation active, Map<String, Row> source, Map<String, Difference> found)
            throws Exception {
        sides.byKey(active, Side.TARGET, source.keySet(), active.depth(), (keys, target) -> {
            Map<String, Row> some = new LinkedHashMap<>();
            keys.forEach(key -> some.put(key, source.get(key)));
            compare(active, some, target, found);
        });
    }

    private void compare(
            ActiveReconciliation active,
            Map<String, Row> source,
            Map<String, List<Row>> target,
            Map<String, Difference> found) {
        try (HeldValues columns = targets.of(active.route(), active.part())) {
            compare(
                    active,
                    source,
                    target,
                    found,
                    new SameContent(active.route().writing().notCompared(), columns));
        }
    }

    private void compare(
            ActiveReconciliation active,
            Map<String, Row> source,
            Map<String, List<Row>> target,
            Map<String, Difference> found,
            SameContent same) {
        Content.Writer contents = new Content.Writer();
        source.forEach((key, row) -> {
            List<Row> held = target.getOrDefault(key, List.of()).stream()
                    .filter(there -> isLive(active, there, row))
                    .toList();
            if (row.deleted()) {
                // When all records are covered, the pages of the target show it.
                if (!held.isEmpty()) {
                    found.put(key, Difference.of(DifferenceKind.EXTRA, key, title(active, held.get(0)), List.of()));
                }
            } else if (held.isEmpty()) {
                found.put(key, Difference.of(DifferenceKind.MISSING, key, title(active, row), List.of()));
            } else if (mark(row, held) != null) {
                found.put(
                        key,
                        Difference.of(DifferenceKind.DIFFERENT, key, title(active, row), List.of())
                                .withReason("It cannot be compared. " + mark(row, held)));
            } else if (held.size() > 1) {
                found.put(
                        key,
                        Difference.of(DifferenceKind.EXTRA, key, title(active, row), List.of())
                                .withReason("System " + active.route().target() + " has " + held.size()
                                        + " records of this key. Delete the surplus ones there"));
            } else {
                List<FieldDifference> fields = same.differences(json(contents, row), json(contents, held.get(0)));
                if (!fields.isEmpty()) {
                    found.put(key, Difference.of(DifferenceKind.DIFFERENT, key, title(active, row), fields));
                }
            }
        });
    }

    /** Returns why the record of one of the sides is unknown; null if both are known. */
    private static String mark(Row row, List<Row> held) {
        return Stream.concat(Stream.of(row), held.stream())
                .filter(one -> one.mark() != null)
                .map(one -> one.mark().reason())
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns whether the target has the record: a deactivated one counts as deleted, unless the source has the same
     * value in that field.
     */
    private static boolean isLive(ActiveReconciliation active, Row there, Row source) {
        String field = active.activeField();
        boolean isDeactivated = !field.isEmpty()
                && Boolean.FALSE.equals(there.fields().get(field))
                && (source == null || !source.fields().containsKey(field));
        return !there.deleted() && !isDeactivated;
    }

    private Set<String> withoutSource(ActiveReconciliation active, Collection<String> keys) throws Exception {
        Set<String> without = new HashSet<>();
        sides.byKey(active, Side.SOURCE, keys, Depth.SHALLOW, (some, source) -> some.stream()
                .filter(key -> source.getOrDefault(key, List.of()).stream().allMatch(Row::deleted))
                .forEach(without::add));
        return without;
    }

    private List<Difference> withStatus(ActiveReconciliation active, List<Difference> found) throws Exception {
        if (found.isEmpty()) {
            return found;
        }
        Map<String, Known> known = table.find(
                active.routeNumber(), found.stream().map(Difference::key).toList());
        return found.stream()
                .map(difference -> difference.with(known.get(difference.key())))
                .toList();
    }

    private static Map<String, Row> keyed(List<Row> rows, Set<String> duplicates) {
        Map<String, Integer> count = new HashMap<>(rows.size() * 2);
        rows.forEach(row -> count.merge(row.key() == null ? "" : row.key(), 1, Integer::sum));
        Map<String, Row> keyed = new LinkedHashMap<>(rows.size() * 2);
        for (Row row : rows) {
            if (isKey(row.key()) && count.get(row.key()) == 1 && !duplicates.contains(row.key())) {
                keyed.put(row.key(), row);
            }
        }
        return keyed;
    }

    private static boolean isKey(String key) {
        return key != null && !key.isBlank();
    }

    private static int live(Map<String, Row> rows) {
        return (int) rows.values().stream().filter(row -> !row.deleted()).count();
    }

    /** Counts the extra records that the source has too, as the target has them several times. */
    private static int onBothSides(Map<String, Difference> found) {
        return (int) found.values().stream()
                .filter(difference -> difference.kind() != DifferenceKind.EXTRA || difference.reason() != null)
                .count();
    }

    private static String title(ActiveReconciliation active, Row row) {
        Object title = row.fields().get(active.route().label());
        return title == null ? null : Escaped.bounded(FieldText.of(title), 200);
    }

    /** Returns the row as it would be sent. */
    private static JsonNode json(Content.Writer contents, Row row) {
        try {
            return JSON.readTree(contents.of(row.fields()).json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
