package dev.syncline.console.records;

import dev.syncline.console.frame.Chip;
import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * A page of the list of records.
 *
 * @param statuses to choose from, each with how many records of the route, or of all, are in it
 * @param routes to choose from
 * @param narrowed whether anything but the status is asked for
 * @param withoutReason the address without the reason; null if the filter has no reason
 * @param next the address of the next page; null at the end
 * @param first the address of the first page; null where this is it
 * @param retry what may be retried; null where nothing may
 */
record RecordList(
        Asked asked,
        List<Chip> statuses,
        List<Choice> routes,
        List<Row> rows,
        boolean narrowed,
        String withoutReason,
        String next,
        String first,
        RetryAll retry,
        String empty) {

    /** What was asked for, each empty where it was not. */
    record Asked(String route, String status, String reason, String q, String from, String to) {}

    /** @param attempts as text: {@code 3 times} */
    record Row(
            String key,
            String title,
            String address,
            String route,
            String routeAddress,
            State state,
            String reason,
            String attempts,
            When last) {}

    /**
     * @param shown how many records the filter shows; 0 where that is not known, as there are too many to look through
     * @param until the moment of this page: what was tried after it is not retried
     * @param hasBoxes whether single ones can be chosen: they are of one route
     */
    record RetryAll(long shown, String label, String until, boolean hasBoxes, String hint) {}
}
