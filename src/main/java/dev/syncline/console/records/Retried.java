package dev.syncline.console.records;

import java.util.List;

/**
 * What became of a retry of several records.
 *
 * @param headline how many records are retried
 * @param runs that do it
 * @param skipped what is not retried, and why
 * @param back the list that it was asked for in
 */
record Retried(String headline, List<Started> runs, List<String> skipped, String back) {
    record Started(long id, String address, String route, String records) {}
}
