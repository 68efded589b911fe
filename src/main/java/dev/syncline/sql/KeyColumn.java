package dev.syncline.sql;

/**
 * A column of a route's key in a statement.
 *
 * @param name as the statement has it
 * @param type as {@link SqlTypes} has it
 * @param typeName as the database has it
 */
public record KeyColumn(String name, int type, String typeName) {}
