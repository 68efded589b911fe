package dev.syncline.sql;

/**
 * A column of a route's key in a statement.
 *
 * @param name name in the statement
 * @param type code of {@link SqlTypes}
 * @param typeName name of its type in the database
 */
public record KeyColumn(String name, int type, String typeName) {}
