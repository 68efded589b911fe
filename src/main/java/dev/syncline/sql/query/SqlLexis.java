package dev.syncline.sql.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The databases' differences in comments and quotes. */
public enum SqlLexis {
    POSTGRESQL,
    MARIADB,
    SQL_SERVER
}
