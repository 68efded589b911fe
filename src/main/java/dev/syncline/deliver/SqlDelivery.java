package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import dev.syncline.page.Keys;
import dev.syncline.value.Column;
import dev.syncline.value.RecordRefused;
import dev.syncline.value.ValueText;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes records to a SQL target, each in one transaction: locks the record's row and its children, compares, and writes
 * what differs. The order of locks is the same everywhere: row, children, rows that must be there before.
 */
final class SqlDelivery {
    private static final String CORRECT = ". Correct it, or retry the record without a payload";

    private final SqlSession session;
    private final SqlContent tables;
    private final SqlGuard guard;
    private final List<String> key;
    private final SqlProof proof;

    /**
     * @param guard null where what is there does not count
     * @param key the fields of the route's key
     */
    SqlDelivery(SqlSession session, SqlContent tables, SqlGuard guard, List<String> key) {
        this.session = session;
        this.tables = tables;
        this.guard = guard;
        this.key = key;
        this.proof = new SqlProof(session);
    }

    /**
     * @param committing is told the answer before the transaction is committed: should the connection break then, nobody
     *     knows whether it was
     * @throws RecordRefused when the record holds what its tables cannot take; the transaction is still open
     * @throws SQLException when the database fails or refuses; the transaction is still open
     */
    Answer deliver(Judged record, Consumer<Answer> committing) throws SQLException {
        ObjectNode content = content(record);
        Answer answer =
                switch (record.verdict()) {
                    case DEACTIVATE -> deactivate(content);
                    case DELETE -> delete(record, content);
                    default -> upsert(record, content);
                };
        committing.accept(answer);
        session.commit();
        return answer;
    }

    private Answer upsert(Judged record, JsonNode content) throws SQLException {
        SqlRow row = tables.row(content);
        Map<String, Map<List<Object>, SqlRow>> children = new LinkedHashMap<>();
        for (String field : tables.children().keySet()) {
            Map<List<Object>, SqlRow> listed = tables.children(content, field);
            if (listed != null) {
                children.put(field, listed);
            }
        }
        SqlThere there = SqlThere.of(session, tables, row, content, children.keySet());
        List<SqlDifference> differences = there.row() == null ? List.of() : differences(row, children, there);
        if (guard != null && there.row() != null && !differences.isEmpty()) {
            String edited = guard.holds(record, there, differences);
            if (edited != null) {
                return new Answer(Result.HELD, null, edited);
            }
        }
        if (guard != null && there.row() == null && record.row().base() != null) {
            return new Answer(
                    Result.HELD, null, "It was deleted in " + tables.row().name() + " meanwhile. Each run looks again");
        }
        boolean wroteBefore = writeBefore(content);
        boolean writes = wroteBefore || there.row() == null || !differences.isEmpty();
        if (there.row() == null) {
            insert(row);
        } else {
            update(row, row.changed(there.row()));
        }
        for (var child : children.entrySet()) {
            writes |= writeChildren(child.getValue(), there.children().get(child.getKey()));
        }
        Result result = there.row() == null ? Result.CREATED : writes ? Result.UPDATED : Result.UNCHANGED;
        return new Answer(result, version(row, writes ? null : there.row()), null);
    }

    private static List<SqlDifference> differences(
            SqlRow row, Map<String, Map<List<Object>, SqlRow>> children, SqlThere there) throws SQLException {
        List<SqlDifference> differences = new ArrayList<>(differences(null, row, there.row()));
        for (var list : children.entrySet()) {
            Map<List<Object>, Map<Column, Object>> existing = there.children().get(list.getKey());
            for (var child : list.getValue().entrySet()) {
                differences.addAll(differences(list.getKey(), child.getValue(), existing.get(child.getKey())));
            }
        }
        return differences;
    }

    private static List<SqlDifference> differences(String field, SqlRow row, Map<Column, Object> existing)
            throws SQLException {
        if (existing == null) {
            return List.of(new SqlDifference(field, row, null, null, null));
        }
        return row.changed(existing).entrySet().stream()
                .map(change -> new SqlDifference(
                        field, row, change.getKey(), existing.get(change.getKey()), change.getValue()))
                .toList();
    }

    /** Inserts what is not there of the rows that the record brings along. */
    private boolean writeBefore(JsonNode content) throws SQLException {
        boolean writes = false;
        for (String field : tables.before().keySet()) {
            SqlTable table = tables.before().get(field);
            List<SqlRow> missing = missing(table, tables.before(content, field));
            for (SqlRow row : missing) {
                Map<Column, Object> whole = row.whole();
                session.update(table.insertAbsent(whole.keySet()), List.of(whole));
                writes = true;
            }
            // An insert that does nothing does so for any value that must not be there twice, not only for the key.
            for (SqlRow row : missing(table, missing)) {
                throw new RecordRefused(table.name() + " does not take " + row.words()
                        + ": another row has a value that may be there only once, or a trigger, a rule or row-level"
                        + " security keeps it out. Correct it there, or at the source");
            }
        }
        return writes;
    }

    private List<SqlRow> missing(SqlTable table, List<SqlRow> rows) throws SQLException {
        List<SqlRow> missing = new ArrayList<>();
        int most = Integer.highestOneBit(table.mostAtOnce());
        for (int from = 0; from < rows.size(); from += most) {
            List<SqlRow> piece = rows.subList(from, Math.min(from + most, rows.size()));
            // Few different statements: their number of places is a power of two, the last row fills up.
            int places = Integer.highestOneBit(Math.max(1, piece.size() * 2 - 1));
            List<Map<Column, Object>> asked =
                    new ArrayList<>(piece.stream().map(SqlRow::identity).toList());
            asked.addAll(Collections.nCopies(places - piece.size(), asked.get(asked.size() - 1)));
            List<List<Object>> there = session.rows(table.selectAny(places), asked, table.identity()).stream()
                    .map(found -> SqlRow.identity(table, found))
                    .toList();
            piece.stream().filter(row -> !there.contains(row.identityKey())).forEach(missing::add);
        }
        return missing;
    }

    private void insert(SqlRow row) throws SQLException {
        Map<Column, Object> whole = row.whole();
        if (session.update(row.table().insert(whole.keySet()), List.of(whole)) != 1) {
            proof.isWritten(row);
        }
    }

    private void update(SqlRow row, Map<Column, Object> changed) throws SQLException {
        if (!changed.isEmpty()
                && session.update(
                                row.table()
                                        .update(changed.keySet(), row.identity().keySet()),
                                List.of(changed, row.identity()))
                        != 1) {
            proof.isWritten(row.only(changed));
        }
    }

    /** Rows that are not there, and what differs in those that are; statements that are the same go together. */
    private boolean writeChildren(Map<List<Object>, SqlRow> rows, Map<List<Object>, Map<Column, Object>> there)
            throws SQLException {
        Map<String, List<List<Map<Column, Object>>>> statements = new LinkedHashMap<>();
        Map<String, List<SqlRow>> written = new HashMap<>();
        for (var each : rows.entrySet()) {
            SqlRow row = each.getValue();
            Map<Column, Object> existing = there.get(each.getKey());
            Map<Column, Object> values = existing == null ? row.whole() : row.changed(existing);
            if (!values.isEmpty()) {
                String sql = existing == null
                        ? row.table().insert(values.keySet())
                        : row.table().update(values.keySet(), row.identity().keySet());
                statements
                        .computeIfAbsent(sql, any -> new ArrayList<>())
                        .add(existing == null ? List.of(values) : List.of(values, row.identity()));
                written.computeIfAbsent(sql, any -> new ArrayList<>()).add(existing == null ? row : row.only(values));
            }
        }
        for (var statement : statements.entrySet()) {
            int[] counts = session.updateAll(statement.getKey(), statement.getValue());
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] != 1) {
                    proof.isWritten(written.get(statement.getKey()).get(i));
                }
            }
        }
        return !statements.isEmpty();
    }

    /** @param known the row where nothing was written; else it is read again, as triggers may have raised its version */
    private String version(SqlRow row, Map<Column, Object> known) throws SQLException {
        Column version = tables.version();
        if (version == null) {
            return null;
        }
        Object value = (known != null ? known : proof.there(row, List.of(version))).get(version);
        return value == null ? null : ValueText.of(value);
    }

    private Answer deactivate(JsonNode content) throws SQLException {
        Map<Column, Object> identity = tables.row().key(content, tables.zone());
        Map<Column, Object> there = SqlThere.row(session, tables, identity);
        if (there != null) {
            update(new SqlRow(tables.row(), identity, tables.inactive(), Map.of()), inactiveWhereNot(there));
        } else {
            proof.isGone(tables.row(), identity);
        }
        return new Answer(Result.DELETED, null, null);
    }

    private Map<Column, Object> inactiveWhereNot(Map<Column, Object> there) throws SQLException {
        return new SqlRow(tables.row(), Map.of(), tables.inactive(), Map.of()).changed(there);
    }

    private Answer delete(Judged record, JsonNode content) throws SQLException {
        Map<Column, Object> identity = tables.row().key(content, tables.zone());
        Map<Column, Object> there = SqlThere.row(session, tables, identity);
        String edited = guard == null || there == null ? null : guard.holdsDeletion(record, there);
        if (edited != null) {
            return new Answer(Result.HELD, null, edited);
        }
        List<SqlTable> children = new ArrayList<>(tables.children().values());
        Collections.reverse(children);
        for (SqlTable child : children) {
            Map<Column, Object> parent = child.parent(content, tables.zone());
            session.update(child.delete(parent.keySet()), List.of(parent));
            proof.isGone(child, parent);
        }
        if (session.update(tables.row().delete(identity.keySet()), List.of(identity)) != 1) {
            proof.isGone(tables.row(), identity);
        }
        return new Answer(Result.DELETED, null, null);
    }

    /** What is sent is what is recorded; of a record that is gone, its key may be all there is. */
    private ObjectNode content(Judged record) {
        ObjectNode content;
        try {
            content = (ObjectNode) ValueText.JSON.readTree(record.content());
        } catch (JsonProcessingException e) {
            throw new RecordRefused(
                    "Its content cannot be read: " + ValueText.printable(e.getOriginalMessage()) + CORRECT);
        } catch (NumberFormatException e) {
            throw new RecordRefused("It has a number that is too large to be told" + CORRECT);
        } catch (IOException | ClassCastException e) {
            throw new RecordRefused("Its content is no JSON object" + CORRECT);
        }
        if (record.verdict() != Verdict.UPSERT) {
            Keys.split(record.key(), key.size()).ifPresent(parts -> {
                for (int i = 0; i < parts.size(); i++) {
                    if (!content.hasNonNull(key.get(i))) {
                        content.put(key.get(i), parts.get(i));
                    }
                }
            });
        }
        return content;
    }
}
