package dev.syncline.console.rules;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * A page of the list of rules.
 *
 * @param next the address of the next page; null at the end
 * @param first the address of the first page; null if this is it
 */
record RuleList(List<Row> rows, String next, String first) {
    record Row(long id, String route, String condition, State effect, String reason, String by, When at) {}
}
