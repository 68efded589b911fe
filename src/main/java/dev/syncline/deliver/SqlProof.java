package dev.syncline.deliver;

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

    /** @throws Unfit when the row does not hold what was to be written */
    void isWritten(SqlRow row) throws SQLException {
        List<SqlColumn> columns = List.copyOf(row.whole().keySet());
        Map<SqlColumn, Object> there = there(row, columns);
        Map<SqlColumn, Object> missing = row.missing(there);
        if (!missing.isEmpty()) {
            throw new Unfit(row.table().name() + " did not take " + row.words() + ": "
                    + missing.entrySet().stream()
                            .map(value -> "column " + value.getKey().name() + " is "
                                    + SqlText.shown(there.get(value.getKey())) + " there, "
                                    + SqlText.shown(value.getValue()) + " was to be written")
                            .collect(Collectors.joining("; "))
                    + KEEPS);
        }
    }

    /**
     * Values of a row that was just written.
     *
     * @throws Unfit when it is not there
     */
    Map<SqlColumn, Object> there(SqlRow row, List<SqlColumn> columns) throws SQLException {
        List<Map<SqlColumn, Object>> rows =
                session.rows(row.table().select(columns, row.identity().keySet()), List.of(row.identity()), columns);
        if (rows.isEmpty()) {
            throw new Unfit(row.table().name() + " did not take " + row.words()
                    + ": the row is not there, or not to be seen, after it was written" + KEEPS);
        }
        return rows.get(0);
    }

    /**
     * A row may be there and not to be locked: then the database hides it from what would change it.
     *
     * @throws Unfit when a row is still there
     */
    void isGone(SqlTable table, Map<SqlColumn, Object> identity) throws SQLException {
        List<SqlColumn> columns = table.identity();
        if (!session.rows(table.select(columns, identity.keySet()), List.of(identity), columns)
                .isEmpty()) {
            throw new Unfit(
                    table.name() + " still has a row of the record, which was to be deleted or deactivated" + KEEPS);
        }
    }
}
