package dev.syncline.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.judge.Judged;
import dev.syncline.record.RecordStatus;
import dev.syncline.value.Column;
import dev.syncline.value.ColumnType;
import dev.syncline.value.RecordRefused;
import dev.syncline.value.ValueText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps what somebody edited at the target meanwhile: a row that has another version than the record was made for is
 * written only where its columns still are as they were delivered last.
 */
final class SqlGuard {
    private static final int MOST_NAMED = 5;

    /** What was delivered of a record the last time, from the document log. */
    interface Memory {
        Optional<JsonNode> delivered(Judged record);
    }

    private final SqlContent tables;
    private final Memory memory;

    SqlGuard(SqlContent tables, Memory memory) {
        this.tables = tables;
        this.memory = memory;
    }

    /** Why the record must not be written; null where it may. */
    String holds(Judged record, SqlThere there, List<SqlDifference> differences) throws SQLException {
        String expected = expected(record);
        if (expected == null || isVersion(expected, there.row())) {
            return null;
        }
        JsonNode delivered = memory.delivered(record).orElse(null);
        List<SqlDifference> edited = new ArrayList<>();
        for (SqlDifference difference : differences) {
            if (delivered == null || !isAsDelivered(difference, delivered)) {
                edited.add(difference);
            }
        }
        if (edited.isEmpty()) {
            return null;
        }
        return "It was edited in " + tables.row().name() + " meanwhile (version " + expected + " is "
                + ValueText.of(there.row().get(tables.version())) + " by now): "
                + edited.stream().limit(MOST_NAMED).map(SqlDifference::words).collect(Collectors.joining("; "))
                + (edited.size() > MOST_NAMED ? "; and " + (edited.size() - MOST_NAMED) + " more" : "")
                + ". Each run looks again: set it there to what it is to be, or retry the record, which writes it all"
                + " the same";
    }

    /** Why the row must not be deleted; null where it may. */
    String holdsDeletion(Judged record, Map<Column, Object> there) {
        String expected = expected(record);
        return expected == null || isVersion(expected, there)
                ? null
                : "It is gone at the source, and was edited in " + tables.row().name()
                        + " since it was delivered (version "
                        + expected + " is " + ValueText.of(there.get(tables.version()))
                        + " by now). Retry the record to delete it all the same";
    }

    /**
     * The version that the record was made for, else the one that was there after it was delivered. Somebody who has the
     * record retried wants it written as it is.
     */
    private String expected(Judged record) {
        if (tables.version() == null) {
            return null;
        }
        if (record.row().base() != null) {
            return record.row().base();
        }
        return record.known() == null
                        || !record.known().isDelivered()
                        || record.known().status() == RecordStatus.IN_PROGRESS
                ? null
                : record.known().targetRef();
    }

    private boolean isVersion(String expected, Map<Column, Object> there) {
        Column version = tables.version();
        Object value = there.get(version);
        if (value == null || ValueText.of(value).equals(expected)) {
            return value != null;
        }
        try {
            ColumnType type = version.type();
            return type.identity(type.parsed(expected, tables.zone())).equals(type.identity(value));
        } catch (RuntimeException e) {
            return false; // no value of such a column
        }
    }

    private boolean isAsDelivered(SqlDifference difference, JsonNode delivered) throws SQLException {
        try {
            Map<Column, Object> before = difference.row(tables, delivered);
            return difference.column() == null
                    ? before == null
                    : before != null
                            && before.containsKey(difference.column())
                            && difference
                                    .row()
                                    .table()
                                    .same(difference.column(), difference.there(), before.get(difference.column()));
        } catch (RecordRefused e) {
            return false; // delivered by another mapping
        }
    }
}
