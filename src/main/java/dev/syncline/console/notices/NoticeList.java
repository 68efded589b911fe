package dev.syncline.console.notices;

import dev.syncline.console.frame.Chip;
import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * A page of the list of notices.
 *
 * @param statuses open and resolved
 * @param kinds of open notices, each with how many there are; and the one that is asked for
 * @param routes to choose from
 * @param narrowed whether anything but the status is asked for
 * @param next the address of the next page; null at the end
 * @param first the address of the first page; null where this is it
 * @param empty what to do where there is no notice
 */
record NoticeList(
        Asked asked,
        List<Chip> statuses,
        List<Chip> kinds,
        List<Choice> routes,
        List<Row> rows,
        boolean narrowed,
        String next,
        String first,
        String empty) {

    /** What was asked for, each empty where it was not. */
    record Asked(String status, String kind, String route, String q) {}

    /**
     * @param about what it is about; empty for nothing that has a page
     * @param count how often it was raised, in words; empty for once
     * @param resolved when it was resolved; null while it is open
     */
    record Row(
            long id,
            String kind,
            State state,
            String text,
            String about,
            String aboutAddress,
            String count,
            When last,
            When resolved,
            String resolvedBy) {}
}
