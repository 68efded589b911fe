package dev.syncline.sql;

import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The dialect of MariaDB and MySQL, both with MariaDB's driver. */
public enum MariaDbDialect implements SqlDialect {
    INSTANCE;

    private static final Set<String> SHAPES = Set.of(
            "GEOMETRY",
            "POINT",
            "LINESTRING",
            "POLYGON",
            "MULTIPOINT",
            "MULTILINESTRING",
            "MULTIPOLYGON",
            "GEOMETRYCOLLECTION");

    private final MariaDbErrors errors = new MariaDbErrors();

    @Override
    public List<String> products() {
        return List.of("MariaDB", MariaDbWriting.MYSQL);
    }

    @Override
    public Class<? extends Driver> driver() {
        return org.mariadb.jdbc.Driver.class;
    }

    @Override
    public String urlPrefix() {
        return "jdbc:mariadb:";
    }

    @Override
    public String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public SqlReading reading() {
        return MariaDbReading.INSTANCE;
    }

    @Override
    public SqlWriting writing(DatabaseMetaData metadata) throws SQLException {
        return MariaDbWriting.of(metadata);
    }

    @Override
    public SqlErrors errors() {
        return errors;
    }

    @Override
    public Map<String, String> timeouts(Duration connect, Duration login, Duration query) {
        return Map.of(
                "connectTimeout", SqlDialect.millis(connect),
                "socketTimeout", SqlDialect.millis(login),
                "tcpKeepAlive", "true");
    }

    /** Returns whether a type has a binary format of its own, so that its values are read and written as text. */
    static boolean isShape(String typeName) {
        return SHAPES.contains(typeName.toUpperCase(Locale.ROOT));
    }
}
