package dev.syncline.sql;

import java.sql.SQLException;
import java.util.Set;

/** Classifies failures of MariaDB and MySQL, mostly by number, as many have the same state HY000. */
final class MariaDbErrors implements SqlErrors {
    /** The state of a statement that exceeded its time-out. */
    private static final String CUT_OFF = "70100";

    /** The database is unknown, or not permitted to this user. */
    private static final Set<Integer> NO_DATABASE = Set.of(1044, 1049);

    /** The server does not take writes. */
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1836);

    /**
     * Locks, space, a limit of the user, a server that does not take writes, a row that was changed since it was read.
     */
    private static final Set<Integer> WAITED_FOR = Set.of(1020, 1021, 1114, 1205, 1226, 1290, 1836);

    /** The key exists already. */
    private static final int DUPLICATE = 1062;

    /** The row or table was changed since it was read, or a statement must be prepared again. */
    private static final Set<Integer> CLASHES = Set.of(DUPLICATE, 1020, 1412, 1615);

    /** The row of a foreign key is missing, or is still referenced. */
    private static final Set<Integer> FOREIGN = Set.of(1216, 1452, 1217, 1451);

    /** A value exceeds the largest packet; the server closes the connection. */
    private static final int TOO_LARGE = 1153;

    /**
     * The server is full, read-only, out of memory or shutting down; a table is broken; a lock is not available; a
     * connection or statement was ended.
     */
    private static final Set<Integer> BEYOND_RECORD = Set.of(
            1015, 1021, 1030, 1037, 1038, 1040, 1041, 1053, 1077, 1079, 1114, 1180, 1194, 1195, 1203, 1205, 1206, 1213,
            1226, 1290, 1317, 1637, 1836, 1927, 1969, 3024, 3098, 3100, 3101);

    /** Rights, tables, columns, routines. */
    private static final Set<Integer> OF_STATEMENT = Set.of(1044, 1142, 1143, 1227, 1288, 1370, 1471);

    @Override
    public boolean endsConnection(SQLException failure) {
        return SqlErrors.hasState(failure, "08") || READ_ONLY.contains(failure.getErrorCode());
    }

    @Override
    public boolean isTimeout(SQLException failure) {
        return CUT_OFF.equals(failure.getSQLState());
    }

    @Override
    public boolean refusesSignIn(SQLException failure) {
        return SqlErrors.hasState(failure, "28") || lacksDatabase(failure);
    }

    @Override
    public boolean lacksDatabase(SQLException failure) {
        return NO_DATABASE.contains(failure.getErrorCode());
    }

    @Override
    public boolean isReadOutage(SQLException failure) {
        return SqlErrors.hasState(failure, "08", "40");
    }

    @Override
    public boolean refuses(SQLException failure) {
        return SqlErrors.hasState(failure, "42");
    }

    @Override
    public boolean isWriteOutage(SQLException failure) {
        return SqlErrors.hasState(failure, "08", "40", CUT_OFF) || WAITED_FOR.contains(failure.getErrorCode());
    }

    @Override
    public boolean isBeyondRecord(SQLException failure) {
        return failure.getErrorCode() != TOO_LARGE
                && (BEYOND_RECORD.contains(failure.getErrorCode())
                        || SqlErrors.hasState(failure, "08", "28", "40", CUT_OFF));
    }

    @Override
    public boolean clashes(SQLException failure) {
        return CLASHES.contains(failure.getErrorCode()) || SqlErrors.hasState(failure, "40");
    }

    @Override
    public boolean lacksOther(SQLException failure) {
        return FOREIGN.contains(failure.getErrorCode());
    }

    @Override
    public boolean isOfStatement(SQLException failure) {
        return OF_STATEMENT.contains(failure.getErrorCode()) || SqlErrors.hasState(failure, "42S", "3D");
    }
}
