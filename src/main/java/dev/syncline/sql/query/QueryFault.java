package dev.syncline.sql.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The reason why a query cannot be a sub-select.
 *
 * @param message the end of a sentence that begins with the parameter's name
 */
public record QueryFault(String message, String cure) {}
