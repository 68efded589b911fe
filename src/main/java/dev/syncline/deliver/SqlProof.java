package dev.syncline.deliver;

import dev.syncline.value.Column;
import dev.syncline.value.RecordRefused;
import dev.syncline.value.ValueText;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks again where a statement did not say that it wrote its row: a trigger, a rule or row-level security may have kept it
 * from that, or have written the row in another way.
 */
final class SqlProof {
    private static final String KEEPS =
            ". A trigger, a rule or row-level security of the database keeps it so. Allow it there, or correct the record"
                    + " at the source";

    private final SqlSession session;

    SqlProof(SqlSession session) {
        this.session = session;
    }

    /** @throws RecordRefused when the row does not hold what was to be written */
    void isWritten(SqlRow row) throws SQLException {
        List<Column> columns = List.copyOf(row.whole().keySet());
        Map<Column, Object> there = there(row, columns);
        Map<Column, Object> missing = row.missing(there);
        if (!missing.isEmpty()) {
            throw new RecordRefused(row.table().name() + " did not take " + row.words() + ": "
                    + missing.entrySet().stream()
                            .map(value -> "column " + value.getKey().name() + " is "
                                    + ValueText.shown(there.get(value.getKey())) + " there, "
                                    + ValueText.shown(value.getValue()) + " was to be written")
                            .collect(Collectors.joining("; "))
                    + KEEPS);
        }
    }

    /**
     * Values of a row that was just written.
     *
     * @throws RecordRefused when it is not there
     */
    Map<Column, Object> there(SqlRow row, List<Column> columns) throws SQLException {
        List<Map<Column, Object>> rows =
                session.rows(row.table().select(columns, row.identity().keySet()), List.of(row.identity()), columns);
        if (rows.isEmpty()) {
            throw new RecordRefused(row.table().name() + " did not take " + row.words()
                    + ": the row is not there, or not to be seen, after it was written" + KEEPS);
        }
        return rows.get(0);
    }

    /**
     * A row may be there and not to be locked: then the database hides it from what would change it.
     *
     * @throws RecordRefused when a row is still there
     */
    void isGone(SqlTable table, Map<Column, Object> identity) throws SQLException {
        List<Column> columns = table.identity();
        if (!session.rows(table.select(columns, identity.keySet()), List.of(identity), columns)
                .isEmpty()) {
            throw new RecordRefused(
                    table.name() + " still has a row of the record, which was to be deleted or deactivated" + KEEPS);
        }
    }
}
