package dev.syncline.sql.query;

/** The databases' differences in comments and quotes. */
public enum SqlLexis {
    POSTGRESQL,
    MARIADB,
    SQL_SERVER
}
