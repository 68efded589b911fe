package dev.syncline.sql;

import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The dialect of PostgreSQL. */
public enum PostgresDialect implements SqlDialect {
    INSTANCE;

    private final PostgresErrors errors = new PostgresErrors();

    @Override
    public List<String> products() {
        return List.of("PostgreSQL");
    }

    @Override
    public Class<? extends Driver> driver() {
        return org.postgresql.Driver.class;
    }

    @Override
    public String urlPrefix() {
        return "jdbc:postgresql:";
    }

    @Override
    public String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public SqlReading reading() {
        return PostgresReading.INSTANCE;
    }

    @Override
    public SqlWriting writing(DatabaseMetaData metadata) {
        return PostgresWriting.INSTANCE;
    }

    @Override
    public PostgresErrors errors() {
        return errors;
    }

    @Override
    public Map<String, String> timeouts(Duration connect, Duration login, Duration query) {
        return Map.of(
                "connectTimeout", SqlDialect.seconds(connect),
                "loginTimeout", SqlDialect.seconds(login),
                "socketTimeout", SqlDialect.seconds(login),
                "cancelSignalTimeout", SqlDialect.seconds(connect),
                "tcpKeepAlive", "true");
    }

    /** Returns the name of a type without its schema, which the metadata includes if it is not on the search path. */
    static String simple(String typeName) {
        int dot = typeName.lastIndexOf('.');
        return (dot < 0 ? typeName : typeName.substring(dot + 1))
                .replace("\"", "")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the parameter for a value of a column. The text of money depends on the server's locale, in which 1.50
     * might mean 150.
     */
    static String mark(String typeName) {
        return simple(typeName).equals("money") ? "cast(cast(? as numeric) as money)" : "?";
    }
}
