package dev.syncline.page;

import dev.syncline.sql.SqlReading;
import dev.syncline.sql.query.SqlText;

/**
 * A route's query as part of other statements.
 *
 * @param with what must stand before them; mostly empty
 * @param from the rows of the query, as {@code q}
 */
record Subselect(String with, String from) {
    /** @throws InvalidSource when it can be no part of another statement */
    static Subselect of(SqlQuery query, SqlReading dialect) {
        SqlText text = SqlText.of(query.sql(), dialect.lexis());
        text.fault().ifPresent(fault -> {
            throw new InvalidSource(
                    "Route " + query.route() + ": its query " + fault.message() + ". Cure: " + fault.cure());
        });
        return dialect.takesWithInSubselects()
                ? new Subselect("", from(text.text()))
                : new Subselect(text.with(), from(text.withoutWith()));
    }

    private static String from(String query) {
        return " from (" + query + ") q";
    }

    String select(String rest) {
        return with + "select " + rest;
    }
}
