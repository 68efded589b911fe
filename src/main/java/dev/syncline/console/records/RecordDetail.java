package dev.syncline.console.records;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * One record, as its page shows it.
 *
 * @param advice what happens next, or what to do
 * @param differences fields of which the target has another value, or those that would be sent where it has none
 * @param same how many more fields are the same
 * @param isRetryable whether it can be asked for again
 * @param fields of the form in which what is sent is edited; none where there is nothing to send
 */
record RecordDetail(
        String route,
        String routeTitle,
        String routeAddress,
        String target,
        String key,
        String title,
        State state,
        String reason,
        String advice,
        List<Difference> differences,
        String same,
        boolean isDelivered,
        boolean isRetryable,
        List<Field> fields,
        List<Fact> facts,
        String targetUrl,
        List<Event> history) {

    /** What the target has beside what would be sent. */
    record Difference(String field, String there, String sent) {}

    /**
     * A field to edit.
     *
     * @param kind TEXT, NUMBER, BOOLEAN, NOTHING or JSON: what its value is now
     * @param isKey whether it says which record it is, and stays as it is
     */
    record Field(String name, String input, String kind, String value, boolean isKey) {
        private static final int LONG = 100;

        /** Whether it needs several lines. */
        public boolean isLong() {
            return kind.equals("JSON") || value.length() > LONG || value.indexOf('\n') >= 0;
        }

        public boolean isBoolean() {
            return kind.equals("BOOLEAN");
        }

        public boolean isTrue() {
            return value.equals("true");
        }
    }

    record Fact(String name, String value, When when, String address) {}

    record Event(When when, String what, String run, String runAddress) {}
}
