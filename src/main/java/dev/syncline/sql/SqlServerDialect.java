package dev.syncline.sql;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The dialect of SQL Server. */
public enum SqlServerDialect implements SqlDialect {
    INSTANCE;

    private final SqlServerErrors errors = new SqlServerErrors();

    @Override
    public List<String> products() {
        return List.of("Microsoft SQL Server");
    }

    @Override
    public Class<? extends Driver> driver() {
        return SQLServerDriver.class;
    }

    @Override
    public String urlPrefix() {
        return "jdbc:sqlserver:";
    }

    @Override
    public String quoted(String name) {
        return '[' + name.replace("]", "]]") + ']';
    }

    @Override
    public SqlReading reading() {
        return SqlServerReading.INSTANCE;
    }

    @Override
    public SqlWriting writing(DatabaseMetaData metadata) {
        return SqlServerWriting.INSTANCE;
    }

    @Override
    public SqlErrors errors() {
        return errors;
    }

    @Override
    public Map<String, String> timeouts(Duration connect, Duration login, Duration query) {
        return Map.of(
                "loginTimeout", SqlDialect.seconds(login),
                "socketTimeout", SqlDialect.millis(login),
                "queryTimeout", SqlDialect.seconds(query),
                "cancelQueryTimeout", SqlDialect.seconds(connect));
    }
}
