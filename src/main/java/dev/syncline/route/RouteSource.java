package dev.syncline.route;

import java.util.List;

/**
 * Where the records of a route come from.
 *
 * @param json columns of text that is JSON
 * @param map JSONata that makes the fields from a record of an HTTP system
 */
public record RouteSource(
        String system, List<String> key, String query, String deepQuery, String path, String map, List<String> json) {}
