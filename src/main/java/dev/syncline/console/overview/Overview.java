package dev.syncline.console.overview;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * What the overview shows.
 *
 * @param headline whether all is well, in one sentence
 * @param attention what needs a person, the most urgent first
 * @param moreReasons how many reasons are not shown
 */
record Overview(
        String headline,
        String summary,
        List<Attention> attention,
        String moreReasons,
        Picture picture,
        List<RouteRow> routes) {

    /**
     * One thing that needs a person.
     *
     * @param retry what its button retries; null if it has no such button
     * @param refresh whose orders its button refreshes; null if it has no such button
     */
    record Attention(
            State state, String title, String detail, String address, String show, Retry retry, Refresh refresh) {
        Attention(State state, String title, String detail, String address, String show, Retry retry) {
            this(state, title, detail, address, show, retry, null);
        }
    }

    /** The stale orders of a vendor. */
    record Refresh(String vendor, String label) {}

    /**
     * The records that a button retries.
     *
     * @param shown how many the page shows
     * @param until moment before which they were tried last: none that the page does not show is retried
     */
    record Retry(String route, String status, String reason, long shown, String until, String label) {}

    record RouteRow(
            String id,
            String title,
            String address,
            State state,
            Spark spark,
            String inStep,
            String keptBack,
            String keptBackAddress,
            When lastSuccess,
            String never,
            When next,
            String noNext) {}
}
