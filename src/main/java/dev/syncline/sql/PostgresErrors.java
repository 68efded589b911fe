package dev.syncline.sql;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL's failures mean: all have a SQL state of its own or of the standard. */
public final class PostgresErrors implements SqlErrors {
    private static final Set<String> BROKEN = Set.of(
            "08003", // the connection does not exist any more
            "08006", // it failed, or was silent for too long
            "08007", // it failed while a transaction was committed
            "57P01", // the server is being stopped
            "57P02", // the server crashed
            "57P05", // the session was idle too long
            "25P03" // the same, within a transaction
            );
    private static final Set<String> AWAY = Set.of(
            "08000",
            "08001", // cannot be connected to, or is no primary
            "08004", // the server refuses the connection
            "53300", // too many connections
            "57P03", // the server is starting
            "25006" // it is a standby now, and takes no writes
            );

    /** A statement that was cancelled, for its time-out mostly. */
    private static final String CANCELLED = "57014";

    /** The snapshot is too old. */
    private static final String TOO_OLD = "72000";

    /** A byte that the encoding does not have, or none that UTF-8 has. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    /** Lost connections, transactions that gave way, servers that end, are full, busy or read-only, time-outs. */
    private static final String[] WAITED_FOR = {"08", "25006", "40", "53", "55P03", "57", "58030"};

    /** Connections, authentication, a server that is read-only, full, or ends; a transaction or statement that gave way. */
    private static final String[] BEYOND_RECORD = {
        "08", "25006", "25P03", "26", "28", "3D", "40", "53", "55P03", "57", "58", "72", "F0"
    };

    private static final Pattern PARAMETER = Pattern.compile("parameter \\$(\\d+)");

    PostgresErrors() {}

    /** Whether a connection that was in use broke. */
    public boolean isBroken(SQLException failure) {
        return failure.getSQLState() != null && BROKEN.contains(failure.getSQLState());
    }

    /** Whether no connection is to be had, or the server that it leads to takes no writes. */
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

    /** Also where it cannot do what is asked for, as with keys of a composite type. */
    @Override
    public boolean refuses(SQLException failure) {
        return SqlErrors.hasState(failure, "42", "0A");
    }

    @Override
    public boolean refusesBytes(SQLException failure) {
        return failure.getSQLState() != null && NO_TEXT.contains(failure.getSQLState());
    }

    /** The driver has no state of its own for it, and ends the connection. */
    @Override
    public boolean isTooWide(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("maxResultBuffer");
    }

    /** No statement is refused for what a key is, but a key that its column cannot hold. */
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
     * The table or a type was altered since, or somebody between gave the connection to another server process. The program
     * says no types, so types that do not fit are those of before.
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

    /** 42501 is also what row-level security says, which looks at the row; types of extensions have what states they like. */
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
