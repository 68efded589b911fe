package dev.syncline.route;

import java.util.List;
import java.util.Map;

/**
 * What a record must have to be sent.
 *
 * @param parents field name to the route whose record of that key must have been delivered before
 * @param required fields that must not be empty
 */
public record RouteConditions(Map<String, String> parents, List<String> required) {}
