package dev.syncline.sql;

import java.sql.SQLException;
import java.util.Set;

/** Classifies failures of SQL Server by number, as its states are unspecific. */
final class SqlServerErrors implements SqlErrors {
    private static final int DEADLOCK = 1205;
    private static final int LOCK_TIMEOUT = 1222;

    /** The database, or the user, is unknown. */
    private static final int NO_DATABASE = 4060;

    private static final int WRONG_USER = 18456;

    /** The database does not take writes. */
    private static final Set<Integer> READ_ONLY = Set.of(3906, 976, 983);

    /** Another transaction changed the row after the snapshot of this one. */
    private static final Set<Integer> CHANGED_MEANWHILE = Set.of(3960, 3961);

    /**
     * Locks, a database that does not take writes, snapshots, and failures of Azure while it moves or throttles a
     * database.
     */
    private static final Set<Integer> WAITED_FOR =
            Set.of(DEADLOCK, LOCK_TIMEOUT, 3906, 3960, 3961, 40197, 40501, 40613);

    /** Syntax, unknown table or column, a column without a name, missing permission. */
    private static final Set<Integer> REFUSED =
            Set.of(102, 156, 195, 205, 207, 208, 209, 229, 230, 319, 1033, 4104, 8155, 8156);

    /** Conversions, overflows and divisions by zero, which have no specific state. */
    private static final Set<Integer> NO_VALUE = Set.of(220, 232, 235, 241, 242, 244, 245, 248, 295, 8114, 8115, 8134);

    private static final Set<Integer> DUPLICATE = Set.of(2601, 2627);

    /** A foreign key or a check. */
    private static final int CONSTRAINT = 547;

    /**
     * Lack of locks, memory or space; a database that is read-only, moved, restored or closed; a lost connection;
     * failures of Azure while it moves or throttles a database.
     */
    private static final Set<Integer> BEYOND_RECORD = Set.of(
            64,
            121,
            233,
            596,
            615,
            701,
            802,
            823,
            824,
            825,
            845,
            926,
            927,
            942,
            945,
            952,
            976,
            978,
            979,
            982,
            983,
            988,
            1101,
            1105,
            1204,
            DEADLOCK,
            1221,
            LOCK_TIMEOUT,
            1480,
            3906,
            3908,
            NO_DATABASE,
            6005,
            8628,
            8645,
            8651,
            9001,
            9002,
            10053,
            10054,
            10060,
            10928,
            10929,
            17142,
            17187,
            WRONG_USER,
            40143,
            40197,
            40501,
            40540,
            40544,
            40549,
            40550,
            40551,
            40552,
            40553,
            40613,
            49918,
            49919,
            49920);

    /** The first number of {@code throw} and {@code raiserror} in triggers. */
    private static final int FIRST_OF_USERS = 50_000;

    /** Rights, tables, columns, routines. */
    private static final Set<Integer> OF_STATEMENT =
            Set.of(207, 208, 229, 230, 262, 297, 300, 916, 2812, 4104, 4405, 4406);

    @Override
    public boolean endsConnection(SQLException failure) {
        return SqlErrors.hasState(failure, "08") || READ_ONLY.contains(failure.getErrorCode());
    }

    @Override
    public boolean isTimeout(SQLException failure) {
        return "HY008".equals(failure.getSQLState());
    }

    @Override
    public boolean refusesSignIn(SQLException failure) {
        return SqlErrors.hasState(failure, "28") || failure.getErrorCode() == WRONG_USER || lacksDatabase(failure);
    }

    @Override
    public boolean lacksDatabase(SQLException failure) {
        return failure.getErrorCode() == NO_DATABASE;
    }

    @Override
    public boolean isReadOutage(SQLException failure) {
        return SqlErrors.hasState(failure, "08", "40")
                || failure.getSQLState() != null
                        && (failure.getErrorCode() == DEADLOCK || failure.getErrorCode() == LOCK_TIMEOUT);
    }

    @Override
    public boolean refuses(SQLException failure) {
        return REFUSED.contains(failure.getErrorCode());
    }

    @Override
    public boolean lacksValue(SQLException failure) {
        return SqlErrors.hasState(failure, "22") || NO_VALUE.contains(failure.getErrorCode());
    }

    /** HYT and HY008 are time-outs. */
    @Override
    public boolean isWriteOutage(SQLException failure) {
        return SqlErrors.hasState(failure, "08", "40", "HYT", "HY008") || WAITED_FOR.contains(failure.getErrorCode());
    }

    @Override
    public boolean isBeyondRecord(SQLException failure) {
        return BEYOND_RECORD.contains(failure.getErrorCode())
                || failure.getErrorCode() < FIRST_OF_USERS
                        && SqlErrors.hasState(failure, "08", "28", "40", "HYT", "HY008");
    }

    @Override
    public boolean clashes(SQLException failure) {
        return failure.getErrorCode() == DEADLOCK
                || CHANGED_MEANWHILE.contains(failure.getErrorCode())
                || DUPLICATE.contains(failure.getErrorCode());
    }

    @Override
    public boolean lacksOther(SQLException failure) {
        return failure.getErrorCode() == CONSTRAINT
                && failure.getMessage() != null
                && failure.getMessage().contains("FOREIGN KEY");
    }

    @Override
    public boolean isOfStatement(SQLException failure) {
        return OF_STATEMENT.contains(failure.getErrorCode());
    }
}
