package dev.syncline.page;

import java.util.List;

/**
 * What {@code direct:<system>.read} is asked.
 *
 * @param runId the run that reads; a source may keep a cursor open for it
 * @param route whose rows: the id of a sync route
 * @param keys the only records wanted, at most as many as a page has; null for all in the window
 * @param cursor where to go on; null for the first page
 * @param limit how many rows a page has, ties beyond them not counted
 */
public record ReadRequest(
        long runId, String route, Window window, Depth depth, List<String> keys, String cursor, int limit) {}
