package dev.syncline.console.documents;

import dev.syncline.console.frame.Chip;
import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * A page of the document log.
 *
 * @param actions to choose from
 * @param routes to choose from
 * @param narrowed whether anything is asked for
 * @param next the address of the next page; null at the end
 * @param first the address of the first page; null where this is it
 * @param empty what to do where there is no entry
 */
record LogList(
        Asked asked,
        List<Chip> actions,
        List<Choice> routes,
        List<Row> rows,
        boolean narrowed,
        String next,
        String first,
        String empty) {

    /** What was asked for, each empty where it was not. */
    record Asked(String route, String run, String action, String q, String from, String to) {}

    /** @param flags what changed, in words */
    record Row(
            String title,
            String key,
            String address,
            String route,
            String routeAddress,
            State action,
            List<String> flags,
            String run,
            String runAddress,
            When at) {}
}
