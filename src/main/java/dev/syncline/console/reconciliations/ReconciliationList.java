package dev.syncline.console.reconciliations;

import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * A page of the list of reconciliations, newest first, and the form that starts one.
 *
 * @param next the address of the next page; null at the end
 * @param first the address of the first page; null if this is it
 */
record ReconciliationList(List<Choice> routes, List<Row> rows, String next, String first) {
    /** @param found its differences in words */
    record Row(
            long id,
            String address,
            String route,
            String routeAddress,
            State state,
            String asked,
            String compared,
            String found,
            String repaired,
            When began) {}
}
