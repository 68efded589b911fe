package dev.syncline.sql.query;

/**
 * The reason why a query cannot be a sub-select.
 *
 * @param message the end of a sentence that begins with the parameter's name
 */
public record QueryFault(String message, String cure) {}
