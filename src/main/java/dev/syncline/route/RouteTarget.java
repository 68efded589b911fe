package dev.syncline.route;

import java.util.List;

/**
 * Where the records of a route go.
 *
 * @param write which columns of a SQL target the fields go to, in YAML; {@link WriteMapping} reads it
 * @param query the rows that a SQL target holds
 * @param map JSONata that makes the fields as sent from a record of an HTTP target
 * @param notCompared fields that a reconciliation leaves out
 * @param deleteGuard how many of a hundred records may be gone before their deletions are held
 */
public record RouteTarget(
        String system,
        String path,
        String write,
        String query,
        String map,
        List<String> notCompared,
        DeletePolicy deletePolicy,
        int deleteGuard) {}
