package dev.syncline.page;

import java.time.ZoneId;
import java.util.List;

/**
 * What a sync route says of its SQL source.
 *
 * @param json columns of text that is JSON
 * @param zone of a changed-at without one
 */
record SqlQuery(
        String route, String sql, List<String> key, String changedAt, String rangeBy, List<String> json, ZoneId zone) {
    /** All that says which fields there are. */
    String definition() {
        return sql + '\n' + key + '\n' + changedAt + '\n' + json;
    }
}
