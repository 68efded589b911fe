package dev.syncline.page;

import java.time.ZoneId;
import java.util.List;

/**
 * What a sync route says of its SQL source.
 *
 * @param zone of a changed-at without one
 */
record SqlQuery(String route, String sql, List<String> key, String changedAt, String rangeBy, ZoneId zone) {}
