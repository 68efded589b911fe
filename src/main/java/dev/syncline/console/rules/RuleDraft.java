package dev.syncline.console.rules;

import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.State;
import java.util.List;

/**
 * A rule that is being written.
 *
 * @param routes ids to choose from
 * @param matches what it would keep back; null before that was asked for
 * @param record the record that it is made from; null for none
 */
record RuleDraft(
        Filled filled,
        List<String> routes,
        List<Choice> operators,
        List<Choice> effects,
        Matches matches,
        FromRecord record) {
    /** The form's fields, each empty if it is not filled. */
    record Filled(
            String route,
            String field,
            String operator,
            String value,
            boolean ignoreCase,
            String reason,
            String effect) {}

    /**
     * @param save the button's label
     * @param more how many there are beside the rows; empty for none
     */
    record Matches(String headline, String note, String when, String save, List<Row> rows, String more) {}

    record Row(String title, String key, String address, String route, State state) {}

    record FromRecord(String title, String address, List<Field> fields) {}

    /** @param address of the form, filled with the field */
    record Field(String name, String value, String address) {}
}
