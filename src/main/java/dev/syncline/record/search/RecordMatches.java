package dev.syncline.record.search;

import java.util.List;

/**
 * What a search of the status table found.
 *
 * @param records those whose key begins with the text first
 * @param isWhole whether all titles were looked at, as far as there was room for more
 */
public record RecordMatches(List<RecordMatch> records, boolean isWhole) {}
