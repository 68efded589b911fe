package dev.syncline.console.reconciliations;

import dev.syncline.console.frame.Chip;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * One reconciliation, as its page shows it.
 *
 * @param address of the page with what it is filtered by
 * @param progress how far it is, in words
 * @param reason why it failed or waits; empty for none
 * @param again what the forms that compare again send; null while it is not over
 * @param empty what an empty list of differences means
 * @param next the address of the next page of differences; null at the end
 */
record ReconciliationDetail(
        long id,
        String address,
        String headline,
        String routeTitle,
        String routeAddress,
        State state,
        boolean isOver,
        String progress,
        int width,
        String reason,
        List<Count> counts,
        Again again,
        List<Fact> facts,
        List<Chip> kinds,
        String q,
        String kind,
        List<Row> rows,
        String empty,
        String next) {
    record Count(String number, String what, String emphasis) {}

    /** @param repair the label of the button that repairs, with the number; null if nothing is to be or can be repaired */
    record Again(String route, String range, String from, String to, String depth, String repair) {}

    record Fact(String name, String value, When when, String address) {}

    /** @param address of the record; null if the status table does not have it */
    record Row(
            String title, String key, String address, State kind, List<Field> fields, String status, String outcome) {}

    record Field(String name, String source, String target) {}
}
