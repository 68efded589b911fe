package dev.syncline.page;

/**
 * A column of a route's key in a statement.
 *
 * @param name as the statement has it
 * @param type as {@link SqlShape#types} has it
 * @param typeName as the database has it
 */
record KeyColumn(String name, int type, String typeName) {}
