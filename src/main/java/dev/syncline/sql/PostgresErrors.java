package dev.syncline.sql;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Classifies failures of PostgreSQL by their SQL states. */
public final class PostgresErrors implements SqlErrors {
    private static final Set<String> BROKEN = Set.of(
            "08003", // the connection does not exist
            "08006", // it failed, or was silent for too long
            "08007", // it failed while a transaction was committed
            "57P01", // the server is being stopped
            "57P02", // the server crashed
            "57P05", // the session was idle too long
            "25P03" // the same, within a transaction
            );
    private static final Set<String> AWAY = Set.of(
            "08000",
            "08001", // cannot be connected to, or is not a primary
            "08004", // the server refuses the connection
            "53300", // too many connections
            "57P03", // the server is starting
            "25006" // it has become a standby, and does not take writes
            );

    /** A statement was cancelled, mostly because of its time-out. */
    private static final String CANCELLED = "57014";

    /** The snapshot is too old. */
    private static final String TOO_OLD = "72000";

    /** Bytes that are invalid in the server's encoding, or have no equivalent in UTF-8. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    /**
     * Lost connections, transactions that lost a conflict, servers that stop or are full, busy or read-only, time-outs.
     */
    private static final String[] WAITED_FOR = {"08", "25006", "40", "53", "55P03", "57", "58030"};

    /**
     * Connections, authentication, a server that is read-only, full or stopping, a transaction or statement that lost a
     * conflict.
     */
    private static final String[] BEYOND_RECORD = {
        "08", "25006", "25P03", "26", "28", "3D", "40", "53", "55P03", "57", "58", "72", "F0"
    };

    private static final Pattern PARAMETER = Pattern.compile("parameter \\$(\\d+)");

    PostgresErrors() {}

    /** Returns whether a connection broke while it was used. */
    public boolean isBroken(SQLException failure) {
        return failure.getSQLState() != null && BROKEN.contains(failure.getSQLState());
    }

    /** Returns whether no connection is available, or its server does not take writes. */
    public boolean isAway(SQLException failure) {
        return failure.getSQLState() != null && AWAY.contains(failure.getSQLState());
    }

    @Override
    public boolean endsConnection(SQLException failure) {
        return SqlErrors.hasState(failure, "08") || isBroken(failure) || isAway(failure);
    }

    @Override
    public boolean isTimeout(SQLException failure) {
        return CANCELLED.equals(failure.getSQLState());
    }

    @Override
    public boolean refusesSignIn(SQLException failure) {
        return SqlErrors.hasState(failure, "28") || lacksDatabase(failure);
    }

    @Override
    public boolean lacksDatabase(SQLException failure) {
        return "3D000".equals(failure.getSQLState());
    }

    @Override
    public boolean isReadOutage(SQLException failure) {
        return SqlErrors.hasState(failure, "08", "40", "57P0")
                || "53300".equals(failure.getSQLState())
                || TOO_OLD.equals(failure.getSQLState());
    }

    /** Includes unsupported operations, as with keys of a composite type. */
    @Override
    public boolean refuses(SQLException failure) {
        return SqlErrors.hasState(failure, "42", "0A");
    }

    @Override
    public boolean refusesBytes(SQLException failure) {
        return failure.getSQLState() != null && NO_TEXT.contains(failure.getSQLState());
    }

    /** Tests the message, as the driver sets no specific state; it closes the connection. */
    @Override
    public boolean isTooWide(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("maxResultBuffer");
    }

    /** Returns whether a column cannot hold a key that is asked for. */
    @Override
    public boolean refusesValue(SQLException failure) {
        return SqlErrors.hasState(failure, "22");
    }

    @Override
    public boolean isWriteOutage(SQLException failure) {
        return SqlErrors.hasState(failure, WAITED_FOR);
    }

    @Override
    public boolean isBeyondRecord(SQLException failure) {
        return SqlErrors.hasState(failure, BEYOND_RECORD);
    }

    @Override
    public boolean clashes(SQLException failure) {
        return SqlErrors.hasState(failure, "40", "23505");
    }

    /**
     * Returns whether the table or a type was altered, or a pooler assigned another server process to the connection.
     * The program does not declare types, so types that do not match are outdated ones.
     */
    @Override
    public boolean isStale(SQLException failure) {
        String words = String.valueOf(failure.getMessage());
        return SqlErrors.hasState(failure, "26000", "42804")
                || SqlErrors.hasState(failure, "0A000") && words.contains("cached plan must not change")
                || SqlErrors.hasState(failure, "XX000") && words.contains("cache lookup failed for type");
    }

    @Override
    public boolean lacksOther(SQLException failure) {
        return SqlErrors.hasState(failure, "23503");
    }

    /**
     * Excludes row-level security, which has the state 42501 too but concerns the row, and types of extensions, which
     * use any state.
     */
    @Override
    public boolean isOfStatement(SQLException failure) {
        return SqlErrors.hasState(failure, "0A", "3F", "42", "55000")
                && parameter(failure) == 0
                && !String.valueOf(failure.getMessage()).contains("row-level security");
    }

    @Override
    public int parameter(SQLException failure) {
        Matcher parameter = PARAMETER.matcher(String.valueOf(failure.getMessage()));
        return parameter.find() ? Integer.parseInt(parameter.group(1)) : 0;
    }
}
